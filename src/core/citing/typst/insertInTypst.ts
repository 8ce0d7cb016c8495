import type { CitedItem, DocumentCitations, Form } from '../citation';
import type { Insertion } from '../joinInsertions';
import { leadHabit } from '../place/leadHabit';
import { newCitation } from '../place/newCitation';
import { isLabel } from './label';
import { typstTokens } from './typstTokens';
import { writeCitation } from './writeCitation';

/** An `@`, or the beginning of a call of `cite`, in front of the cursor. */
const typedMark = /(?:(?<![\p{L}\p{N}\\])@|#cite\(\s*<?)$/u;

/** Cites `items` at the cursor. Typst joins what stands side by side, so a citation at the cursor is followed by the new ones. */
export function insertInTypst(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form,
  { citations }: DocumentCitations,
): Insertion {
  const here = citations.findLast(({ start, end }) => start < offset && offset <= end);
  if (here) {
    const present = neighbours(text, citations, here);
    const added = items.filter(({ key }) => !present.has(key));
    return added.length
      ? inserted(here.end, here.end, ` ${writeAll(added, form, text.slice(here.end))}`)
      : { edits: [], cursor: offset };
  }
  const mark = typedMark.exec(text.slice(Math.max(0, offset - 20), offset))?.[0] ?? '';
  const start = offset - mark.length;
  if (mark.startsWith('#')) return completeCall(text, offset, mark, items);
  const write = (behind: string) => writeAll(items, form, behind);
  if (!mark)
    return newCitation(text, typstTokens(text, offset, citations), offset, {
      lead: leadHabit(text, citations, form) || ' ',
      write,
    });
  const behind = text.slice(offset, offset + 40);
  const trail = /^[\p{L}\p{N}(]/u.test(behind) ? ' ' : '';
  const written = write(trail + behind);
  return {
    edits: [{ start, end: offset, text: written + trail }],
    cursor: start + written.length,
  };
}

/** The keys of the citations around one, with nothing but white space between. */
function neighbours(
  text: string,
  citations: DocumentCitations['citations'],
  here: DocumentCitations['citations'][number],
): Set<string> {
  const index = citations.indexOf(here);
  const touch = (left: number, right: number) =>
    /^[ \t]*\n?[ \t]*$/.test(text.slice(citations[left]!.end, citations[right]!.start));
  let first = index;
  while (first > 0 && touch(first - 1, first)) first--;
  let last = index;
  while (last + 1 < citations.length && touch(last, last + 1)) last++;
  return new Set(citations.slice(first, last + 1).flatMap(({ keys }) => keys.map(({ key }) => key)));
}

/** `#cite(|)`, `#cite(<|>)`: the first key goes in, the others follow the call. */
function completeCall(text: string, offset: number, mark: string, items: readonly CitedItem[]): Insertion {
  const [first, ...others] = items;
  const rest = /^>?[ \t]*\)?/.exec(text.slice(offset))![0];
  const written = [writeCall(first!, mark), ...others.map(item => writeCitation(item, 'normal'))].join(' ');
  return inserted(offset - mark.length, offset + rest.length, written);
}

function writeCall({ key, locator }: CitedItem, mark: string): string {
  const label = isLabel(key) ? `<${key}>` : `label("${key}")`;
  return `${mark.replace(/<$/, '')}${label}${locator ? `, supplement: [${locator}]` : ''})`;
}

/** Side by side, which Typst joins. */
function writeAll(items: readonly CitedItem[], form: Form, behind: string): string {
  return items
    .map((item, index) => writeCitation(item, form, index < items.length - 1 ? ' ' : behind.slice(0, 40)))
    .join(' ');
}

function inserted(start: number, end: number, text: string): Insertion {
  return { edits: [{ start, end, text }], cursor: start + text.length };
}
