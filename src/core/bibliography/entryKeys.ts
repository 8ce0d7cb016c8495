import type { BibliographyFormatId } from '../model/source';
import type { TextEdit } from '../model/textEdit';
import type { EntryPosition, KeyPosition, KeyPositions } from './bibliographyFormat';
import { formatOf } from './formats';

/** The positions found last: those of one text are asked for several times at every change. */
let latest:
  | { readonly text: string; readonly format: BibliographyFormatId; readonly found: KeyPositions }
  | undefined;

/** Where keys stand in a bibliography, as the scanner that reads it finds them. */
export function keyPositions(text: string, format: BibliographyFormatId): KeyPositions {
  if (latest?.format !== format || latest.text !== text)
    latest = { text, format, found: formatOf(format).positions(text) };
  return latest.found;
}

/** Every entry whose key is written in the file, in order. */
export function entriesOf(text: string, format: BibliographyFormatId): readonly EntryPosition[] {
  return keyPositions(text, format).entries;
}

/** The key that stands at an offset: that of an entry, or one that an entry mentions. In `@book{knu|th84,` this is `knuth84`. */
export function keyAt(text: string, format: BibliographyFormatId, offset: number): KeyPosition | undefined {
  const { entries, mentions } = keyPositions(text, format);
  const isHere = ({ start, end }: KeyPosition) => offset >= start && offset <= end;
  return entries.find(isHere) ?? mentions.find(isHere);
}

/**
 * The edits that give all entries with a key another one, in their own place and wherever other entries of the file mention it
 * (`crossref`, `xdata`, …). Nothing else of the file changes.
 */
export function renameInBibliography(
  text: string,
  format: BibliographyFormatId,
  oldKey: string,
  newKey: string,
): TextEdit[] {
  const { entries, mentions } = keyPositions(text, format);
  return [...entries, ...mentions]
    .filter(({ key }) => key === oldKey)
    .map(place => ({
      start: place.start,
      end: place.end,
      text: formatOf(format).writtenKey(newKey, text, place),
    }));
}
