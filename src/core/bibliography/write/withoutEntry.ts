import type { TextEdit } from '../../model/textEdit';
import type { EntryPosition } from '../bibliographyFormat';

/** Takes an entry out whose neighbours are parted from it by line ends alone, with the blank lines before the next. */
export function withoutEntry(text: string, { entryStart, entryEnd }: EntryPosition): TextEdit {
  const after =
    /^[ \t]*(?:\r?\n|\r|$)(?:[ \t]*(?:\r?\n|\r))*/.exec(text.slice(entryEnd, entryEnd + 1000))?.[0] ?? '';
  const end = entryEnd + after.length;
  if (end < text.length) return { start: entryStart, end, text: '' };
  // The last one: the blank lines before it go, the line end of the file stays.
  const before = /(?:\r?\n[ \t]*)*$/.exec(text.slice(0, entryStart))![0];
  const start = entryStart - before.length;
  return { start, end, text: start > 0 && after ? (/^[ \t]*(\r?\n|\r)/.exec(after)?.[1] ?? '') : '' };
}
