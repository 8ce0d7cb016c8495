import { say } from '../../util/say';
import type { EntryPosition, KeyPositions } from '../bibliographyFormat';
import { normaliseItem } from '../csl/normaliseItem';
import { type FileToRead, type ReadingSteps, stepLength } from '../parsedBibliography';
import { TextEntries } from '../textEntries';
import { uniqueCitationKey } from '../write/citationKey';
import { risItem, risTags } from './risItem';

/** Reads a RIS file. Entries have no citation key of their own unless `ID` or `LB` gives one; others get one from author, year and title. */
export function* readRis(file: FileToRead): ReadingSteps {
  const { text } = file;
  const entries = new TextEntries(file);
  const keys = new Set<string>();
  let step = 0;
  let truncated = false;
  for (const { start, end, hasEnd } of risEntries(text)) {
    const written = text.slice(start, end);
    if (!hasEnd)
      entries.tell(
        start,
        start + 2,
        'unclosed-entry',
        say('This entry has no “ER  -” at its end; read as ended before the next. Add the line.'),
        'warning',
      );
    truncated = !hasEnd;
    const key = keyOf(written, keys);
    keys.add(key);
    entries.add(key, start, end, risItem);
    if (end - step > stepLength) {
      step = end;
      yield end / text.length;
    }
  }
  if (entries.count === 0 && text.trim() !== '')
    entries.tell(
      0,
      1,
      'unreadable-bibliography',
      say('No references could be made out: no line begins with “TY  -”.'),
    );
  return entries.read(truncated);
}

interface RisEntry {
  readonly start: number;
  /** After its last character that is no blank. */
  readonly end: number;
  /** It ends as the format says, with `ER`. */
  readonly hasEnd: boolean;
}

/** The entries of a RIS text, in order. */
function* risEntries(text: string): Generator<RisEntry> {
  const boundary = /^\ufeff?(?:(TY)|(ER)) {0,2}-|^[ \t]*(?:(TY)|(ER)) {2}-/gim;
  let before = 0;
  let start = -1;
  const entry = (end: number, hasEnd: boolean) => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
    hasEnd,
  });
  for (let match = boundary.exec(text); match; match = boundary.exec(text)) {
    const isEnd = (match[2] ?? match[4]) !== undefined;
    if (start >= 0) yield entry(isEnd ? boundary.lastIndex : match.index, isEnd);
    const isFirst = start < 0;
    start = isEnd ? -1 : isFirst ? firstTag(text, before, match.index) : match.index;
    before = boundary.lastIndex;
  }
  if (start >= 0) yield entry(text.length, false);
}

/** Some programs write tags of an entry before its `TY`, which should be the first. */
function firstTag(text: string, from: number, type: number): number {
  const tag = /^\ufeff?[ \t]*[A-Z][A-Z0-9] {2}- .*$/im.exec(text.slice(from, type));
  return tag ? from + tag.index : type;
}

/** Where the keys of a RIS file stand; those made from author, year and title stand nowhere. */
export function risPositions(text: string): KeyPositions {
  const entries: EntryPosition[] = [];
  const taken = new Set<string>();
  for (const { start, end } of risEntries(text)) {
    const written = text.slice(start, end);
    const key = keyOf(written, taken);
    taken.add(key);
    const tag = /^\ufeff?(?:(?:ID|LB) {0,2}|[ \t]+(?:ID|LB) {2})-[ \t]*/gim;
    for (let match = tag.exec(written); match; match = tag.exec(written)) {
      const at = tag.lastIndex;
      if (!written.startsWith(key, at) || !/^\s*(?:[\r\n]|$)/.test(written.slice(at + key.length))) continue;
      entries.push({
        key,
        start: start + at,
        end: start + at + key.length,
        entryStart: start,
        entryEnd: end,
      });
      break;
    }
  }
  return { entries, mentions: [] };
}

/** Programs number their entries; a number is no key, and neither is what BibTeX could not have. */
export function isRisKey(key: string): boolean {
  return /^[^\s,{}"#%]+$/.test(key) && !/^\d+$/.test(key);
}

/** The entry's identifier where it has one that can be cited; else a key from its author, year and title, as the file order gives it. */
function keyOf(written: string, taken: ReadonlySet<string>): string {
  const tags = risTags(written);
  for (const tag of ['ID', 'LB']) {
    const key = tags.get(tag)?.[0];
    // Numbers are those of a database, and nobody cites by them.
    if (key && isRisKey(key) && !taken.has(key)) return key;
  }
  return uniqueCitationKey(normaliseItem('', risItem(written)), key => taken.has(key));
}
