import type { BibliographyFormatId } from '../../model/source';
import { scanned } from '../bibtex/bibtexPositions';
import { entriesOf } from '../entryKeys';

/** What can be folded: `[start, end)` of the text. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'entry' | 'comment';
}

/** Entries, abbreviations, comments, and runs of lines with a comment sign. */
export function bibliographyFolds(text: string, format: BibliographyFormatId): Fold[] {
  if (format !== 'bibtex')
    return entriesOf(text, format).map(({ entryStart, entryEnd }) => ({
      start: entryStart,
      end: entryEnd,
      kind: 'entry',
    }));
  const { entries, asides } = scanned(text);
  return [
    ...entries.map(({ start, end }) => ({ start, end, kind: 'entry' as const })),
    ...asides.map(({ type, start, end }) => ({
      start,
      end,
      kind: type.toLowerCase() === 'comment' ? ('comment' as const) : ('entry' as const),
    })),
    ...[...text.matchAll(/^[ \t]*%.*(?:\r?\n[ \t]*%.*)+/gm)].map(({ 0: lines, index }) => ({
      start: index,
      end: index + lines.length,
      kind: 'comment' as const,
    })),
  ].sort((a, b) => a.start - b.start);
}
