import fs from 'node:fs';
import { scanned } from '../../src/core/bibliography/bibtex/bibtexPositions';
import { insertEntry } from '../../src/core/bibliography/write/bibtex/appendBibtex';
import { detectStyle } from '../../src/core/bibliography/write/bibtex/bibStyle';
import type { EntryOptions } from '../../src/core/bibliography/write/bibtex/bibtexEntry';
import { writeBibtex } from '../../src/core/bibliography/write/bibtex/writeBibtex';
import type { CslItem } from '../../src/core/model/reference';
import { applyEdits } from '../../src/core/model/textEdit';

export const collection: readonly CslItem[] = JSON.parse(fs.readFileSync('data/references.json', 'utf8'));

/** The collection appended, one by one, to a `.bib`. */
export function appended(bibtex: string, options: EntryOptions): string {
  return collection.reduce((text, item) => {
    const scanner = scanned(text);
    const style = detectStyle(scanner);
    const entry = writeBibtex(item, item.id, { ...options, style });
    return applyEdits(text, [insertEntry(scanner, style, entry)]);
  }, bibtex);
}
