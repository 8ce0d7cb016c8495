import fs from 'node:fs';
import { appendEntry } from '../../src/core/bibliography/write/appendEntry';
import { habitsOf } from '../../src/core/bibliography/write/bibStyle';
import type { EntryOptions } from '../../src/core/bibliography/write/bibtexEntry';
import { writeBibtex } from '../../src/core/bibliography/write/writeBibtex';
import type { CslItem } from '../../src/core/model/reference';
import { applyEdits } from '../../src/core/model/textEdit';

export const collection: readonly CslItem[] = JSON.parse(fs.readFileSync('data/references.json', 'utf8'));

/** The collection appended, one by one, to a `.bib`. */
export function appended(bibtex: string, options: EntryOptions): string {
  return collection.reduce((text, item) => {
    const entry = writeBibtex(item, item.id, { ...options, habits: habitsOf(text) });
    return applyEdits(text, [appendEntry(text, entry)]);
  }, bibtex);
}
