import type { CslItem } from '../../../model/reference';
import { type BibStyle, commonStyle, type LetterCase } from './bibStyle';
import { bibtexEntry, type EntryOptions } from './bibtexEntry';
import type { Field } from './bibtexField';

export interface WritingOptions extends EntryOptions {
  /** The layout to follow. Default: that of most files. */
  readonly style?: BibStyle;
}

/** An item as an entry that BibTeX and Biber take, without a newline at its end. */
export function writeBibtex(item: CslItem, key: string, options: WritingOptions): string {
  const { type, fields } = bibtexEntry(item, options);
  return layOutEntry(type, key, fields, options.style ?? commonStyle);
}

/** An entry of these fields, whose values are TeX, in the layout of a file. */
export function layOutEntry(type: string, key: string, fields: readonly Field[], style: BibStyle): string {
  // One name that is longer than all before moves the `=` of the whole entry.
  const longest = Math.max(0, ...fields.map(({ name }) => name.length));
  const nameWidth = style.nameWidth > 0 ? Math.max(style.nameWidth, longest) : 0;
  const lines = inOrder(fields, style.order).map(field => fieldText(field, { ...style, nameWidth }));
  const open = `@${typeName(type, style.typeCase)}{${key},${style.newline}`;
  return `${open}${lines.join(`,${style.newline}`)}${style.lastComma && lines.length > 0 ? ',' : ''}${style.newline}}`;
}

/** One field as a line of its entry, without a comma. */
export function fieldText(field: Field, style: BibStyle): string {
  const name = fieldName(field.name, style.fieldCase).padEnd(style.nameWidth);
  return `${style.indent}${name}${style.beforeEquals}=${style.afterEquals}${delimited(field, style)}`;
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

function delimited(field: Field, style: BibStyle): string {
  if (field.bare) return field.value;
  // Pandoc takes these for comments and joints even between quotation marks.
  const needsBraces = /(?<!\\)[%#@]/.test(field.value);
  return style.delimiters === 'quotes' && !needsBraces
    ? `"${quotesInBraces(field.value)}"`
    : `{${field.value}}`;
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
