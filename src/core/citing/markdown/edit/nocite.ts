import type { TextRange } from '../../../model/textRange';
import type { CitedItem, DocumentCitations } from '../../citation';
import type { Insertion } from '../../edit/joinInsertions';
import { writeKey } from '../inline/citationKey';
import { metadataBlocks } from '../metadata/metadataBlocks';

/** Whether a position is in the value of `nocite` in the front matter. */
export function isInNocite(text: string, offset: number): boolean {
  return fieldAt(text, offset) !== undefined;
}

/** Keys join the list of `nocite` with commas; brackets would be needless there, and mean something else to YAML. */
export function listInNocite(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  { citations }: DocumentCitations,
): Insertion {
  const [field, end] = fieldAt(text, offset)!;
  const listed = citations.filter(({ start }) => start >= field && start < end);
  const added = items.filter(({ key }) => !listed.some(({ keys }) => keys.some(cited => cited.key === key)));
  if (added.length === 0) return { edits: [], cursor: offset };
  const written = added.map(({ key }) => writeKey(key)).join(', ');
  const before = listed.findLast(({ start }) => start < offset);
  const first = listed[0];
  const isInFront = first && !before && text[offset - 1] !== '@';
  const at = before && offset <= before.end ? before.end : isInFront ? first.start : offset;
  const isEmpty = /^[ \t]*$/.test(text.slice(field, lineEnd(text, field))) && at <= lineEnd(text, field);
  const lead = before && at === before.end ? ', ' : '';
  const edit = isEmpty
    ? `${text[at - 1] === ':' ? ' ' : ''}"${written}"`
    : lead + written + (before || !listed.length ? '' : ', ');
  // An `@` that is typed already is the first key's.
  const start = text[at - 1] === '@' && edit === lead + written ? at - 1 : at;
  return { edits: [{ start, end: at, text: edit }], cursor: start + edit.length };
}

/** Where the value of the `nocite` begins and ends that a position is in. */
function fieldAt(text: string, offset: number): TextRange | undefined {
  if (!text.includes('nocite:')) return undefined;
  const block = metadataBlocks(text).find(({ start, end }) => start <= offset && offset < end);
  const field = block && /(?:^|\n)nocite:/.exec(text.slice(block.start, block.end));
  if (!field) return undefined;
  const start = block.start + field.index + field[0].length;
  // Up to the next line that is not indented.
  const next = /\n(?=\S)/g;
  next.lastIndex = start;
  const end = Math.min(next.exec(text)?.index ?? text.length, block.end);
  return offset >= start && offset <= end ? [start, end] : undefined;
}

function lineEnd(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end;
}
