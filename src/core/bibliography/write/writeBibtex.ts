import type { CslItem } from '../../model/reference';
import { commonHabits, type FileHabits, type LetterCase } from './bibStyle';
import { bibtexEntry, type EntryOptions, type Field } from './bibtexEntry';

export interface WritingOptions extends EntryOptions {
  /** Habits to follow. Default: those of most files. */
  readonly habits?: FileHabits;
}

/** An item as an entry that BibTeX and Biber take, without a newline at its end. */
export function writeBibtex(item: CslItem, key: string, options: WritingOptions): string {
  const habits = options.habits ?? commonHabits;
  const { type, fields } = bibtexEntry(item, options);
  // One name that is longer than all before moves the `=` of the whole entry.
  const longest = Math.max(0, ...fields.map(({ name }) => name.length));
  const nameWidth = habits.nameWidth > 0 ? Math.max(habits.nameWidth, longest) : 0;
  const lines = inOrder(fields, habits.order).map(field => fieldText(field, { ...habits, nameWidth }));
  const open = `@${typeName(type, habits.typeCase)}{${key},${habits.newline}`;
  return `${open}${lines.join(`,${habits.newline}`)}${habits.lastComma && lines.length > 0 ? ',' : ''}${habits.newline}}`;
}

function fieldText(field: Field, habits: FileHabits): string {
  const name = fieldName(field.name, habits.fieldCase).padEnd(habits.nameWidth);
  return `${habits.indent}${name}${habits.beforeEquals}=${habits.afterEquals}${delimited(field, habits)}`;
}

/** Compound types have a second capital: `InProceedings`. */
function typeName(type: string, letterCase: LetterCase): string {
  const name = inCase(type, letterCase);
  if (letterCase !== 'capital') return name;
  return name.replace(
    /^(In|Phd|Masters|Tech)(?=[a-z]{5})(.)/,
    (_, first: string, letter: string) => first + letter.toUpperCase(),
  );
}

/** `archivePrefix` and its like keep their inner capital where names are small. */
function fieldName(name: string, letterCase: LetterCase): string {
  return letterCase === 'lower' ? name : inCase(name, letterCase);
}

function delimited(field: Field, habits: FileHabits): string {
  if (field.bare) return field.value;
  return habits.delimiters === 'quotes' ? `"${quotesInBraces(field.value)}"` : `{${field.value}}`;
}

/** A quote would end the value, unless it stands in braces. */
function quotesInBraces(value: string): string {
  let depth = 0;
  let guarded = '';
  for (const character of value) {
    if (character === '{') depth++;
    else if (character === '}') depth--;
    guarded += character === '"' && depth === 0 ? '{"}' : character;
  }
  return guarded;
}

/** Fields the file knows come in its order; each other one stays behind the field it follows by nature. */
function inOrder(fields: readonly Field[], order: readonly string[]): Field[] {
  const known = fields
    .filter(({ name }) => order.includes(name.toLowerCase()))
    .sort((a, b) => order.indexOf(a.name.toLowerCase()) - order.indexOf(b.name.toLowerCase()));
  const sorted: Field[] = [...known];
  fields.forEach((field, index) => {
    if (sorted.includes(field)) return;
    const before = fields[index - 1];
    sorted.splice(before ? sorted.indexOf(before) + 1 : 0, 0, field);
  });
  return sorted;
}

function inCase(word: string, letterCase: LetterCase): string {
  if (letterCase === 'lower') return word.toLowerCase();
  return letterCase === 'upper' ? word.toUpperCase() : word[0]!.toUpperCase() + word.slice(1);
}
