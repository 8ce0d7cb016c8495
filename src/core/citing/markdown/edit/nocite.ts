import type { CitedItem, DocumentCitations } from '../../citation';
import type { Insertion } from '../../edit/joinInsertions';
import { writeKey } from '../inline/citationKey';

/** Whether a position is in the value of `nocite` in the front matter. */
export function isInNocite(text: string, offset: number): boolean {
  const field = fieldAt(text, offset);
  return field !== undefined && offset >= field;
}

/** Keys join the list of `nocite` with commas; brackets would be needless there, and mean something else to YAML. */
export function listInNocite(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  { citations }: DocumentCitations,
): Insertion {
  const field = fieldAt(text, offset)!;
  const listed = citations.filter(({ start }) => start >= field && start < endOfField(text, field));
  const added = items.filter(({ key }) => !listed.some(({ keys }) => keys.some(cited => cited.key === key)));
  if (added.length === 0) return { edits: [], cursor: offset };
  const written = added.map(({ key }) => writeKey(key)).join(', ');
  const before = listed.findLast(({ start }) => start < offset);
  const at = before && offset <= before.end ? before.end : offset;
  const isEmpty = /^[ \t]*$/.test(text.slice(field, lineEnd(text, field))) && at <= lineEnd(text, field);
  const lead = before && at === before.end ? ', ' : '';
  const edit = isEmpty
    ? `${text[at - 1] === ':' ? ' ' : ''}"${written}"`
    : lead + written + (before || !listed.length ? '' : ', ');
  // An `@` that is typed already is the first key's.
  const start = text[at - 1] === '@' && edit === lead + written ? at - 1 : at;
  return { edits: [{ start, end: at, text: edit }], cursor: start + edit.length };
}

/** After the `nocite:` whose value a position is in. */
function fieldAt(text: string, offset: number): number | undefined {
  if (!/^---[ \t]*\r?\n/.test(text)) return undefined;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  end.lastIndex = 3;
  const close = end.exec(text)?.index ?? -1;
  if (offset > close) return undefined;
  const field = /\nnocite:/.exec(text.slice(0, close));
  const start = field && field.index + field[0].length;
  return start !== null && offset >= start && offset <= endOfField(text, start) ? start : undefined;
}

/** Before the next line that is not indented. */
function endOfField(text: string, field: number): number {
  const next = /\n(?=[^\s])/g;
  next.lastIndex = field;
  return next.exec(text)?.index ?? text.length;
}

function lineEnd(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end;
}
