import type { Problem } from '../model/source';
import { LineCounter } from '../util/lines/lineCounter';
import { say } from '../util/say';
import type { Finding } from './parsedBibliography';

/** No more problems of a file are listed, since nobody reads them: a file with so many is none of its format. */
export const maxListed = 20_000;

/** Adds to problems the lines they begin on, and puts them in file order. */
export function withLines(text: string, findings: readonly Finding[]): Problem[] {
  const lines = new LineCounter(text);
  const listed = [...findings].sort((a, b) => a.start - b.start).slice(0, maxListed);
  const last = listed.at(-1);
  if (last && findings.length >= maxListed)
    listed[maxListed - 1] = {
      ...last,
      message: say('{0} More problems follow: only the first {1} are listed.', last.message, maxListed),
    };
  return listed.map(finding => ({ line: lines.lineAt(finding.start), ...finding }));
}
