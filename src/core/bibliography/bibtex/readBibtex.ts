import type { Reference } from '../../reference';
import { type FileToRead, type ReadingSteps, stepLength } from '../parsedBibliography';
import { withLines } from '../problemLines';
import { BibtexFile } from './bibtexFile';
import { BibtexReference } from './bibtexReferences';
import { checkEntries } from './checkEntries';
import { BibtexScanner } from './scanBibtex';

/** Entries that are only there to be inherited from, or that styles write. */
const auxiliaryTypes = new Set(['xdata', 'bibnote']);

/** Reads a BibTeX or BibLaTeX file; entries that were decoded in `previous` and are the same now are not decoded again. */
export function* readBibtex({ text, kept, source, previous, abbreviation }: FileToRead): ReadingSteps {
  const scanned = new BibtexScanner(text);
  while (!scanned.advance(stepLength)) yield scanned.position / text.length;
  const file = new BibtexFile(scanned, kept, abbreviation);
  const references = scanned.entries
    .filter(entry => !auxiliaryTypes.has(entry.type))
    .map(entry => new BibtexReference(file, entry, source));
  adoptDecoded(references, previous);
  const problems = withLines(text, scanned.findings.concat(checkEntries(scanned)));
  return { references, problems, truncated: scanned.truncated, abbreviations: file.abbreviations };
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
