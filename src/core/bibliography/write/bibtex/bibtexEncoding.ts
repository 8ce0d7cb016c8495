import type { AddingOptions } from '../../bibliographyFormat';
import type { BibtexScanner } from '../../bibtex/scan/scanBibtex';
import { type FileEncoding, signsEncoded, texEncoded } from '../tex/texEncoding';
import type { Field } from './bibtexField';

/** Entries at the end of a file that tell how it writes its letters. */
const entriesLookedAt = 100;

/** Letters written by commands: `{\"u}`, `\'e`, `\ss`. */
const texLetters =
  /\\(?:["'`^~=.](?:\{?\\?[A-Za-z])|[cvuHkrbd]\{|(?:aa|AA|ae|AE|oe|OE|o|O|ss|l|L|i)(?![A-Za-z]))/g;
const rawLetters = /[^\0-\x7f]/g;

/** How a file writes letters; without any, in a way that the program that reads it can never get wrong. */
export function encodingOf(
  scanner: BibtexScanner,
  { ascii, readBy, usesBiblatex }: AddingOptions,
): FileEncoding {
  if (ascii) return 'tex';
  const forPeople = readBy === 'markdown' || readBy === 'typst' ? 'utf8' : 'latex';
  const written = writtenLetters(scanner);
  if (written) return written === 'tex' ? 'tex' : forPeople;
  // BibTeX's styles cut names and titles by bytes, which breaks a letter that is not ASCII; biber does not.
  const isBiblatex =
    scanner.entries.length > 0 ? scanner.fields.fieldNames.includes('date') : usesBiblatex === true;
  return forPeople === 'latex' && !isBiblatex ? 'tex' : forPeople;
}

function writtenLetters({ text, fields, entries }: BibtexScanner): 'tex' | 'utf8' | undefined {
  let tex = 0;
  let raw = 0;
  for (const { firstField, endField } of entries.slice(-entriesLookedAt))
    for (let field = firstField; field < endField; field++) {
      if (
        !/^(?:author|editor|title|booktitle|journal|journaltitle|publisher|address)$/.test(fields.name(field))
      )
        continue;
      const value = text.slice(fields.start(field), fields.end(field));
      tex += value.match(texLetters)?.length ?? 0;
      raw += value.match(rawLetters)?.length ?? 0;
    }
  if (tex === 0 && raw === 0) return /[^\0-\x7f]/.test(text.replace(/^\ufeff/, '')) ? 'utf8' : undefined;
  return tex >= raw ? 'tex' : 'utf8';
}

/** Fields that are read letter by letter, where no TeX may stand. */
const verbatimFields =
  /^(?:url|doi|eprint|file|pdf|verb[abc]|ids|crossref|xref|xdata|related|entryset|groups|owner|timestamp)$/i;

/** Fields whose values are TeX already, in another encoding. */
export function encodedFields(fields: readonly Field[], encoding: FileEncoding): readonly Field[] {
  if (encoding === 'utf8') return fields;
  return fields.map(field =>
    verbatimFields.test(field.name) || !rawLetter.test(field.value)
      ? field
      : { ...field, value: encoding === 'tex' ? texEncoded(field.value) : signsEncoded(field.value) },
  );
}

const rawLetter = /[^\0-\x7f]/;
