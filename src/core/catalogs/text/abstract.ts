import { type Inline, plainText } from '../../bibliography/tex/inline';
import { type Element, isElement, parseMarkup } from './markup';
import { inlinesOf } from './markupInlines';

const blocks = new Set([
  'p',
  'sec',
  'div',
  'list',
  'list-item',
  'ul',
  'ol',
  'li',
  'title',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'abstract',
  'disp-formula',
  'label',
]);
const headings = /^(?:title|h[1-6]|label)$/;

/** An abstract as plain text in paragraphs, with an empty line between two; headings lead their paragraph: `Methods: We …`. */
export function readAbstract(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const paragraphs: string[] = [];
  let heading = '';
  let line: Inline[] = [];
  const end = (isHeading: boolean) => {
    const text = plainText(line).trim();
    line = [];
    if (!text) return;
    if (isHeading) heading = isAnnouncement(text) ? '' : text.replace(/[.:]$/, '');
    else {
      paragraphs.push(heading ? `${heading}: ${text}` : text);
      heading = '';
    }
  };
  const visit = (nodes: Element['children']) => {
    for (const [index, node] of nodes.entries())
      if (isElement(node) && blocks.has(node.name)) {
        end(false);
        visit(node.children);
        end(headings.test(node.name));
      } else line.push(...inlinesOf(nodes.slice(index, index + 1)));
  };
  visit(parseMarkup(raw).children);
  end(false);
  return joined(paragraphs);
}

/** Paragraphs that a service gives one by one, with or without headings. */
export function joinAbstract(
  parts: readonly { readonly heading?: string | undefined; readonly text: string }[],
): string | undefined {
  return joined(
    parts.map(({ heading, text }) =>
      heading && !isAnnouncement(heading) ? `${headingCase(heading)}: ${text}` : text,
    ),
  );
}

function joined(paragraphs: readonly string[]): string | undefined {
  const text = paragraphs
    .join('\n\n')
    .replace(/^["“]+(?=\p{Lu}[^"”]*$)/u, '')
    .replace(/^(?:Abstract|ABSTRACT|Summary|SUMMARY)[.:]?[ \n]+(?=\p{Lu})/u, '')
    .trim();
  return /^(?:n\/?a|none|no abstract(?: available)?|abstract|-+|\.)?\.?$/i.test(text) ? undefined : text;
}

function isAnnouncement(heading: string): boolean {
  return /^(?:abstract|summary|r[ée]sum[ée]|zusammenfassung|resumen|resumo|riassunto|unlabelled)[.:]?$/i.test(
    heading,
  );
}

/** `METHODS AND FINDINGS` → `Methods and findings` */
function headingCase(heading: string): string {
  return /\p{Ll}/u.test(heading) ? heading : heading.charAt(0) + heading.slice(1).toLowerCase();
}
