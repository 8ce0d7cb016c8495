import type { BibliographyFormatId } from '../../model/source';
import { scanned } from '../bibtex/bibtexPositions';
import { valueKind } from '../bibtex/scan/fieldTable';
import { keyAt } from '../entryKeys';
import { plainValue } from './bibtexOutline';

/** What stands at a place of a bibliography that means something defined elsewhere, or in this very place. */
export type Mentioned =
  | { readonly kind: 'entry'; readonly key: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly start: number;
      readonly end: number;
      /** Where this file defines it, and as what; `undefined` where it does not. */
      readonly definition?: { readonly start: number; readonly end: number; readonly value: string };
    };

/** The key or abbreviation at an offset: of an entry, of one that it refers to (`crossref`, `xdata`), of an `@string`. */
export function mentionedAt(
  text: string,
  format: BibliographyFormatId,
  offset: number,
): Mentioned | undefined {
  const key = keyAt(text, format, offset);
  if (key) return { kind: 'entry', key: key.key, start: key.start, end: key.end };
  return format === 'bibtex' ? abbreviationAt(text, offset) : undefined;
}

/** A word of a value outside its braces and quotation marks: `foo` of `journal = foo # { B}`. */
function abbreviationAt(text: string, offset: number): Mentioned | undefined {
  const { fields, strings } = scanned(text);
  for (let field = 0; field < fields.length; field++) {
    const start = fields.start(field);
    if (fields.kind(field) !== valueKind.expression || offset < start || offset > fields.end(field)) continue;
    const word = wordAt(text.slice(start, fields.end(field)), offset - start);
    if (!word || /^\d/.test(word.name)) return undefined;
    const place = { name: word.name, start: start + word.at, end: start + word.at + word.name.length };
    const definition = strings.findLast(({ name }) => name.toLowerCase() === word.name.toLowerCase());
    return {
      kind: 'string',
      ...place,
      ...(definition && { definition: definitionIn(text, definition) }),
    };
  }
  return undefined;
}

function definitionIn(
  text: string,
  { name, at, start, end }: { name: string; at: number; start: number; end: number },
) {
  const nameStart = Math.max(at, text.toLowerCase().indexOf(name.toLowerCase(), at));
  return { start: nameStart, end: nameStart + name.length, value: plainValue(text.slice(start, end)) };
}

function wordAt(expression: string, offset: number): { name: string; at: number } | undefined {
  let depth = 0;
  let inQuotes = false;
  for (const { 0: token, index } of expression.matchAll(/[{}"]|[^\s{}"#,]+/g)) {
    if (token === '"' && depth === 0) inQuotes = !inQuotes;
    else if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (depth === 0 && !inQuotes && offset >= index && offset <= index + token.length)
      return { name: token, at: index };
  }
  return undefined;
}
