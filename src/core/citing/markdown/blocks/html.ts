/** Tags that Pandoc treats as blocks; the text between them is Markdown all the same. */
export const blockTags: ReadonlySet<string> = new Set(
  `address article aside blockquote body center dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header
  hgroup hr html iframe isindex main menu meta nav noframes noscript ol output p pre script section style summary svg table tbody td
  textarea tfoot th thead tr ul video audio canvas dd dt li button applet object map embed del ins progress col colgroup details
  template title`
    .split(/\s+/)
    .filter(Boolean),
);

/** Elements whose content is never Markdown. */
export const verbatimTags: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

export interface HtmlTag {
  /** Lower case; `!--` for a comment. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  /** After its `>`. */
  readonly end: number;
}

const tagName = /[a-zA-Z][a-zA-Z0-9:-]*/y;
const attribute = /\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/y;
const tagEnd = /\s*(\/?)>/y;

/** The tag or comment at a `<`; `undefined` where it is only a less-than sign. */
export function readHtmlTag(text: string, at: number, limit = text.length): HtmlTag | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close < 0 || close + 3 > limit
      ? undefined
      : { name: '!--', isClosing: false, isSelfClosing: true, end: close + 3 };
  }
  if (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const close = text.indexOf('>', at);
    return close < 0 || !/[!?a-zA-Z]/.test(text[at + 2] ?? '')
      ? undefined
      : { name: '!', isClosing: false, isSelfClosing: true, end: close + 1 };
  }
  const isClosing = text[at + 1] === '/';
  tagName.lastIndex = at + (isClosing ? 2 : 1);
  const name = tagName.exec(text)?.[0].toLowerCase();
  if (!name) return undefined;
  let end = tagName.lastIndex;
  for (;;) {
    attribute.lastIndex = end;
    if (!attribute.test(text)) break;
    end = attribute.lastIndex;
  }
  tagEnd.lastIndex = end;
  const closing = tagEnd.exec(text);
  if (!closing || tagEnd.lastIndex > limit) return undefined;
  return { name, isClosing, isSelfClosing: closing[1] === '/', end: tagEnd.lastIndex };
}

/** After the closing tag of a verbatim element that opens before `from`, or `undefined` when it is never closed. */
export function endOfElement(text: string, name: string, from: number): number | undefined {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.test(text) ? closing.lastIndex : undefined;
}
