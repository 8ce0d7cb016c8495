import type { TextRange } from '../model/textRange';
import { say } from '../util/say';
import type { Finding } from './parsedBibliography';
import { maxListed } from './problemLines';

interface KeyedEntry {
  readonly key: string;
  /** 0-based. */
  readonly line: number;
}

/**
 * Keys that more than one entry has; `placeOf` tells what is marked of an entry. With `foldsCase` also those that differ in upper and lower
 * case only: BibTeX takes them for one and refuses the second (btxdoc, "repeated entry"), which biber and Pandoc do not.
 */
export function* duplicateKeys<Entry extends KeyedEntry>(
  entries: Iterable<Entry>,
  placeOf: (entry: Entry) => TextRange,
  foldsCase = false,
): Generator<Finding> {
  const known = new Map<string, Entry>();
  let told = 0;
  for (const entry of entries) {
    const { key } = entry;
    if (key === '') continue;
    const folded = foldsCase ? key.toLowerCase() : key;
    const earlier = known.get(folded);
    if (!earlier) known.set(folded, entry);
    else if (told++ < maxListed) {
      const [start, end] = placeOf(entry);
      yield earlier.key === key
        ? {
            start,
            end,
            severity: 'warning',
            code: 'duplicate-key',
            key,
            message: say(
              'The key “{0}” is also that of the entry in line {1}; both are kept. Give one of them another key.',
              key,
              earlier.line + 1,
            ),
          }
        : {
            start,
            end,
            severity: 'information',
            code: 'key-in-other-case',
            key,
            message: say(
              'The key “{0}” differs from “{1}” in line {2} in upper and lower case only, which BibTeX takes for the same. Give one of them another key.',
              key,
              earlier.key,
              earlier.line + 1,
            ),
          };
    }
  }
}
