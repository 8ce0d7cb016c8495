import type { Reference } from '../../model/reference';
import { type FileToRead, type ReadEntries, type ReadingSteps, stepLength } from '../parsedBibliography';
import { withLines } from '../problemLines';
import { BibtexFile } from './bibtexFile';
import { auxiliaryTypes } from './bibtexPositions';
import { BibtexReference } from './bibtexReferences';
import { checkEntries } from './checkEntries';
import { BibtexScanner } from './scan/scanBibtex';
import { decodeScan, encodeScan, type RememberedScan } from './scan/scanCache';

/** Reads a BibTeX or BibLaTeX file; entries that were decoded in `previous` and are the same now are not decoded again. */
export function* readBibtex(read: FileToRead): ReadingSteps {
  const { text, previous } = read;
  const scanner = new BibtexScanner(text);
  while (!scanner.advance(stepLength)) yield scanner.position / text.length;
  const { entries, strings, fields, truncated } = scanner;
  const problems = withLines(text, scanner.findings.concat(checkEntries(scanner)));
  const found = entriesOf({ entries, strings, fields, truncated, problems }, read);
  adoptDecoded(found.references, previous);
  return found;
}

/** Reads a file whose entries were found before. */
export function restoreBibtex(
  remembered: Uint8Array,
  file: Omit<FileToRead, 'text' | 'previous'>,
): ReadEntries {
  return entriesOf(decodeScan(remembered), file);
}

function entriesOf(
  scan: RememberedScan,
  { kept, source, abbreviation }: Omit<FileToRead, 'text' | 'previous'>,
) {
  const file = new BibtexFile(scan, kept, abbreviation);
  const references = scan.entries
    .filter(entry => !auxiliaryTypes.has(entry.type))
    .map(entry => new BibtexReference(file, entry, source));
  const { problems, truncated } = scan;
  return {
    references,
    problems,
    truncated,
    abbreviations: file.abbreviations,
    remember: () => encodeScan(scan),
  };
}

function adoptDecoded(references: readonly BibtexReference[], previous: readonly Reference[]): void {
  const decoded = new Map<string, BibtexReference>();
  for (const reference of previous)
    if (reference instanceof BibtexReference && reference.isDecoded) decoded.set(reference.key, reference);
  if (decoded.size === 0) return;
  for (const reference of references) {
    const earlier = decoded.get(reference.key);
    if (earlier && earlier.content === reference.content) reference.adopt(earlier);
  }
}
