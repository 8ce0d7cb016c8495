import { uniqueCitationKey } from '../citationKey';
import { normaliseItem } from '../csl/normaliseItem';
import { type FileToRead, type ReadingSteps, stepLength } from '../parsedBibliography';
import { TextEntries } from '../textEntries';
import { risItem, risTags } from './risItem';

/** Reads a RIS file. Entries have no citation key of their own unless `ID` or `LB` gives one; others get one from author, year and title. */
export function* readRis(file: FileToRead): ReadingSteps {
  const { text } = file;
  const entries = new TextEntries(file);
  const keys = new Set<string>();
  const boundary = /^\ufeff?(?:(TY)|(ER)) {0,2}-/gm;
  let start = -1;
  let step = 0;
  const add = (end: number, hasEnd: boolean) => {
    const written = text.slice(start, end);
    if (!hasEnd)
      entries.tell(
        start,
        start + 2,
        'This entry has no “ER  -” at its end; read as ended before the next. Add the line.',
        'warning',
      );
    const key = keyOf(written, keys);
    keys.add(key);
    entries.add(key, start, start + written.trimEnd().length, risItem);
  };
  for (let match = boundary.exec(text); match; match = boundary.exec(text)) {
    if (start >= 0) add(match[2] ? boundary.lastIndex : match.index, match[2] !== undefined);
    start = match[1] ? match.index : -1;
    if (match.index - step > stepLength) {
      step = match.index;
      yield match.index / text.length;
    }
  }
  const truncated = start >= 0;
  if (truncated) add(text.length, false);
  if (entries.count === 0 && text.trim() !== '')
    entries.tell(0, 1, 'No references could be made out: no line begins with “TY  -”.');
  return entries.read(truncated);
}

/** The entry's identifier where it has one that can be cited; else a key from its author, year and title, as the file order gives it. */
function keyOf(written: string, taken: ReadonlySet<string>): string {
  const tags = risTags(written);
  for (const tag of ['ID', 'LB']) {
    const key = tags.get(tag)?.[0];
    // Numbers are those of a database, and nobody cites by them.
    if (key && /^[^\s,{}"#%]+$/.test(key) && !/^\d+$/.test(key) && !taken.has(key)) return key;
  }
  return uniqueCitationKey(normaliseItem('', risItem(written)), key => taken.has(key));
}
