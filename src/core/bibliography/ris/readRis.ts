import type { Reference } from '../../reference';
import { uniqueCitationKey } from '../citationKey';
import { adoptDecoded, TextReference } from '../csl/cslReference';
import { normaliseItem } from '../csl/normaliseItem';
import { LineCounter } from '../lineCounter';
import { type Finding, type ReadingSteps, stepLength } from '../parsedBibliography';
import { withLines } from '../problemLines';
import type { SourceText } from '../sourceText';
import { risItem, risTags } from './risItem';

/** Reads a RIS file. Entries have no citation key of their own unless `ID` or `LB` gives one; others get one from author, year and title. */
export function* readRis(
  text: string,
  source: string,
  previous: readonly Reference[] = [],
  kept: SourceText = text,
): ReadingSteps {
  const references: TextReference[] = [];
  const findings: Finding[] = [];
  const lines = new LineCounter(text);
  const keys = new Set<string>();
  const boundary = /^\ufeff?(?:(TY)|(ER)) {0,2}-/gm;
  let start = -1;
  let step = 0;
  const add = (end: number, hasEnd: boolean) => {
    const written = text.slice(start, end);
    const place = { line: lines.lineAt(start), start, end: start + written.trimEnd().length };
    if (!hasEnd)
      findings.push({
        start,
        end: start + 2,
        severity: 'warning',
        message: 'This entry has no “ER  -” at its end; read as ended before the next. Add the line.',
      });
    const key = keyOf(written, keys);
    keys.add(key);
    references.push(new TextReference(key, kept, place, source, risItem));
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
  if (references.length === 0 && text.trim() !== '')
    findings.push({
      start: 0,
      end: 1,
      severity: 'error',
      message: 'No references could be made out: no line begins with “TY  -”.',
    });
  adoptDecoded(references, previous);
  return { references, problems: withLines(text, findings), truncated };
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
