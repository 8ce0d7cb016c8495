import type { Citation, DeclaredBibliography, DocumentCitations } from '../citation';
import { citingRole, roleCitation } from '../roles/roleCitation';
import { literalLines } from './literalLines';

/** What may stand before and behind markup within a line (docutils, “Inline Markup Recognition Rules”, and its `punctuation_chars`). */
const beforeMarkup = String.raw`[\s'"(<[{/:\p{Ps}\p{Pi}\p{Pf}\p{Pd}]|(?![\0-\x7f])\p{Po}`;
const behindMarkup = String.raw`[\s'")>\]}\\.,;!?/:\p{Pe}\p{Pi}\p{Pf}\p{Pd}]|(?![\0-\x7f])\p{Po}`;
/** Two roles may follow one another; a cell of a grid table begins and ends with its border. */
const role = new RegExp(
  `(?<=^|${beforeMarkup}|\`|(?:^|\\s)\\|):(${citingRole}):\`(?!\\s)([^\`]+)(?<!\\s)\`(?=$|${behindMarkup}|\\|(?:\\s|$))`,
  'giu',
);
const inlineLiteral = /``(?:[^`]|`(?!`))+``/g;
/** Emphasis, in which there is no other markup (docutils, “Inline Markup Recognition Rules”). */
export const emphasised =
  /(?<=^|[\s'"([{<\-/:])(\*{1,2})(?![\s*])(?:[^*\n]|\n(?![ \t]*\n)){0,1000}?(?<![\s\\])\1(?=$|[\s'")\]}>\-/:.,;!?\\])/g;
const bibliography = /^\.\.[ \t]+(?:foot)?bibliography::[ \t]*(.*)$/gm;
/**
 * What a reStructuredText document cites by the roles of sphinxcontrib-bibtex, and the files its `bibliography` directives name. Not in
 * literal blocks, comments and inline literals (docutils, “reStructuredText Markup Specification”).
 */
export function readRst(text: string): DocumentCitations {
  const seen = blanked(text);
  const citations: Citation[] = [];
  for (const match of seen.matchAll(role)) {
    const [whole, name = '', content = ''] = match;
    const start = match.index;
    const contentStart = start + whole.indexOf('`') + 1;
    const citation = roleCitation(name.toLowerCase(), content, contentStart, start, start + whole.length);
    const isApart = text[start - 1] !== '`' || citations.at(-1)?.end === start;
    if (citation && isApart) citations.push(citation);
  }
  const bibliographies: DeclaredBibliography[] = [];
  for (const match of seen.matchAll(bibliography)) {
    const from = match.index + match[0].length - match[1]!.length;
    for (const name of match[1]!.matchAll(/\S+/g))
      bibliographies.push({
        path: name[0],
        start: from + name.index,
        end: from + name.index + name[0].length,
      });
  }
  return { language: 'rst', citations, bibliographies, definedKeys: [] };
}

/** The text with everything that is read as it stands blanked out; offsets stay. */
function blanked(text: string): string {
  const lines = text.split('\n');
  const literal = literalLines(lines, { hasCells: true });
  return lines
    .map((line, index) => (literal[index] ? ' '.repeat(line.length) : line))
    .join('\n')
    .replace(inlineLiteral, blank)
    .replace(emphasised, blank);
}

function blank(found: string): string {
  return found.replace(/[^\n]/g, ' ');
}
