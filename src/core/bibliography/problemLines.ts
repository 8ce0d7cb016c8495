import type { Problem } from '../library/source';
import { LineCounter } from './lineCounter';
import type { Finding } from './parsedBibliography';

/** Adds to problems the lines they begin on, and puts them in file order. */
export function withLines(text: string, findings: readonly Finding[]): Problem[] {
  const lines = new LineCounter(text);
  return [...findings]
    .sort((a, b) => a.start - b.start)
    .map(finding => ({ line: lines.lineAt(finding.start), ...finding }));
}
