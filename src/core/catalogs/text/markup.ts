import { Parser } from 'htmlparser2';

/** An element of XML or HTML; names in lower case without prefix, blanks as they were. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Growing = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** Deeper than any answer nests; what is deeper is taken as if its tags were not there. */
const maxDepth = 100;
/** Whoever nests as deep means harm: nothing is read any further, since the parser takes longer with every tag that is open. */
const maxOpen = 20_000;

/** Elements that JATS, MathML and HTML have in titles and abstracts. Every other `<` is a sign, as in `p<0.05`. */
const knownTag =
  /<(?!\/?(?:(?:jats|mml|m|xlink|ali):[a-z-]+|i|b|u|em|strong|italic|bold|roman|sub|sup|inf|scp|sc|smallcaps|small|ovl|tt|p|br|hr|span|div|a|title|sec|list|list-item|ul|ol|li|h[1-6]|math|m[a-z]+|semantics|annotation|tex-math|inline-formula|disp-formula|alternatives|ext-link|xref|named-content|styled-content|font|abstract|label|cite|q|img|sup2|underline|overline|monospace|fn|break)\b[^<>]*>)/gi;

/** Longer texts keep their comments, which would take too long to look for. */
const longestWithComments = 20_000;

/** Tags and character references that were escaped once more on their way: `&amp;lt;sup&amp;gt;`. */
const escapedAgain = /&amp;(?=(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});)/i;
const escapedTag =
  /&lt;(\/?(?:(?:jats|mml):)?(?:i|b|em|strong|italic|bold|sub|sup|inf|scp|p|br|span|title|sec|math|m[a-z]+)(?:\s[^<>&]*)?\/?)&gt;/gi;

/** The document that an XML text is; never throws, for what is cut off is the part that is there. */
export function parseXml(text: string): Element {
  return parse(text, true);
}

/** The elements of a title or abstract as services write them: JATS, HTML or MathML, well formed or not, escaped once or twice. */
export function parseMarkup(text: string): Element {
  let source =
    text.length < longestWithComments && text.includes('<!')
      ? text.replace(/<!\[CDATA\[(.*?)\]\]>|<!--.*?-->/gs, '$1')
      : text;
  for (let times = 0; times < 3 && escapedAgain.test(source); times++)
    source = source.replace(/&amp;/gi, '&');
  source = source.replace(escapedTag, '<$1>').replace(knownTag, '&lt;');
  // HTML reads what is in <title> as text.
  return parse(source.replace(/<(\/?)title\b/gi, '<$1jats:title'), false);
}

function parse(text: string, xmlMode: boolean): Element {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Growing = { name: localName(name), attributes, children: [] };
        if (open.length <= maxDepth) open.at(-1)!.children.push(element);
        open.push(open.length <= maxDepth ? element : open.at(-1)!);
        if (open.length > maxOpen) parser.pause();
      },
      ontext(data) {
        const { children } = open.at(-1)!;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + data;
        else children.push(data);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode, decodeEntities: true, recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.end(text);
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

export function isElement(node: Element | string): node is Element {
  return typeof node !== 'string';
}

/** The elements with a name right below another. */
export function childrenNamed(element: Element | undefined, name: string): Element[] {
  return element ? element.children.filter(isElement).filter(child => child.name === name) : [];
}

/** The first element on a path of names below another. */
export function childAt(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = element;
  for (const name of path) at = childrenNamed(at, name)[0];
  return at;
}

/** All text in an element, blanks run together. */
export function textOf(element: Element | undefined): string {
  return element ? rawText(element).replace(/\s+/g, ' ').trim() : '';
}

function rawText(element: Element): string {
  return element.children.map(child => (isElement(child) ? rawText(child) : child)).join('');
}
