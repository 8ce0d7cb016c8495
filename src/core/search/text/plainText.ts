import { withoutMarkup } from './withoutMarkup';

/** What separates words; hyphens, apostrophes and underscores within one do not. */
const separators =
  /(?:[^\p{L}\p{N}\p{M}]+(?=\s|$)|(?:^|\s)[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}'’\u02bc\uff07\u2010-\u2012\u2212_-])+/gu;

/** The words of a text as they are written, one space between them: without markup and punctuation. */
export function plainText(text: string): string {
  return withoutMarkup(text).replace(separators, ' ').trim();
}

/** Where a citation stands, or is to come. */
const citationMarks = /\[(?:cite|ref|todo|citation needed|\?+|\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]/gi;
const asides = /["“”„«»‹›()[\]{}<>:]|(?<=^|\s)[-‐-―−]+(?=\s|$)|[—–]+/g;

/** The text as it is spoken: without markup and without quotation marks, brackets, colons and dashes, but with the ends of its clauses. */
export function spokenText(text: string): string {
  return withoutMarkup(text).replace(citationMarks, ' ').replace(asides, ' ').replace(/\s+/g, ' ').trim();
}
