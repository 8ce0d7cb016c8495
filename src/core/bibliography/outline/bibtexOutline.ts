import { keyStart, scanned } from '../bibtex/bibtexPositions';
import type { BibtexScanner } from '../bibtex/scan/scanBibtex';
import { plainText } from '../tex/inline';
import { readTex } from '../tex/readTex';
import type { OutlineEntry } from './outlineEntry';

/** Fields by which an entry is known, the best first. */
const titleFields = ['title', 'booktitle', 'maintitle', 'journal', 'author', 'editor'];
const maxValueLength = 1000;

/** The entries and abbreviations of a `.bib`. */
export function bibtexOutline(text: string): OutlineEntry[] {
  const scanner = scanned(text);
  return [...entries(scanner), ...strings(scanner)].sort((a, b) => a.start - b.start);
}

function entries(scanner: BibtexScanner): OutlineEntry[] {
  const { text } = scanner;
  return scanner.entries.map(entry => {
    const at = keyStart(text, entry);
    const [nameStart, nameEnd] =
      at < 0 ? [entry.start, entry.start + entry.type.length + 1] : [at, at + entry.key.length];
    return {
      kind: 'entry',
      name: entry.key || `@${entry.type}`,
      detail: titleOf(scanner, entry),
      start: entry.start,
      end: entry.end,
      nameStart,
      nameEnd,
    };
  });
}

function titleOf(
  { fields, text }: BibtexScanner,
  { firstField, endField }: { readonly firstField: number; readonly endField: number },
): string {
  for (const name of titleFields) {
    const field = fields.find(name, firstField, endField);
    if (field >= 0) return plainValue(text.slice(fields.start(field), fields.end(field)));
  }
  return '';
}

function strings({ strings: definitions, asides, text }: BibtexScanner): OutlineEntry[] {
  return definitions.flatMap(({ name, at, start, end }) => {
    const aside = asides.find(one => one.start <= at && at < one.end);
    const nameStart = text.toLowerCase().indexOf(name.toLowerCase(), at);
    if (nameStart < 0 || nameStart > start) return [];
    return [
      {
        kind: 'string' as const,
        name,
        detail: plainValue(text.slice(start, end)),
        start: Math.min(aside?.start ?? nameStart, nameStart),
        end: aside?.end ?? end,
        nameStart,
        nameEnd: nameStart + name.length,
      },
    ];
  });
}

/** A value of TeX as a line of text. */
export function plainValue(value: string): string {
  return plainText(readTex(value.slice(0, maxValueLength)));
}
