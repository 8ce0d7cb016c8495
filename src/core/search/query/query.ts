import { say } from '../../util/say';
import type { FieldName } from '../index/searchDocument';
import { editDistance } from '../text/editDistance';
import { commonWordsOf } from '../text/languages/commonWords';
import { detectLanguages } from '../text/languages/detectLanguages';
import { plainText } from '../text/plainText';
import { stopWords } from '../text/stopWords';
import { scanWords } from '../text/words';
import { filterFields, filterNames, isFacetName } from './filterNames';
import { filtersIn } from './filtersIn';
import { type QueryPart, queryParts } from './queryParts';
import { type YearRange, yearRange } from './yearRange';

/** Words that a field must have, or must not have. The last may be unfinished. */
export interface FieldFilter {
  readonly field: FieldName;
  readonly words: readonly string[];
  /** The words follow one another, as written. */
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

/** A filter by what the index does not know of a reference: `has:pdf`, `cited:yes`, `doi:…`; whoever searches tells what passes it. */
export interface FacetFilter {
  readonly name: string;
  readonly value: string;
  readonly isExcluded: boolean;
}

/** What a query asks for, read from what was typed. */
export interface Query {
  /** What ranks: the words as typed, a space between them, without filters and punctuation. */
  readonly text: string;
  /** The same as it was typed: what its meaning is told from. */
  readonly written: string;
  /** The folded words of `text` that tell something; stop words only where there are no others. */
  readonly words: readonly string[];
  /** The last word is still being typed, so it may be the beginning of one. */
  readonly isUnfinished: boolean;
  readonly filters: readonly FieldFilter[];
  readonly facets: readonly FacetFilter[];
  readonly years: readonly (YearRange & { readonly isExcluded: boolean })[];
  /** Words that must follow one another, anywhere. */
  readonly phrases: readonly (readonly string[])[];
  /** Words, or phrases, that must not be there. */
  readonly excluded: readonly (readonly string[])[];
  /** What was not understood and how it was taken. */
  readonly hint?: string;
}

/** Longer queries are searched by their beginning: no sentence is that long. */
const maxQueryLength = 2000;
const maxWords = 48;

export interface QueryOptions {
  /** The last word may still be being typed. Default true. */
  readonly unfinished?: boolean;
  /** It is a sentence of a draft: nothing in it filters. */
  readonly isSentence?: boolean;
}

/**
 * Reads a query. Anything can be typed: what is no filter is plain words, whatever punctuation and markup stands between them. A
 * quotation or a minus filters only among single words; within a sentence it is part of the text.
 */
export function parseQuery(
  typed: string,
  { unfinished = true, isSentence = false }: QueryOptions = {},
): Query {
  const query = typed.slice(0, maxQueryLength);
  const parts = queryParts(query);
  const isFilter = isSentence ? () => false : filtersIn(query, parts);
  const plain: string[] = [];
  const filters: FieldFilter[] = [];
  const facets: FacetFilter[] = [];
  const years: (YearRange & { isExcluded: boolean })[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const hints: string[] = [];
  /** From where on the text goes that is not in `plain` yet: filters cut it. */
  let from = 0;
  const cut = (part: QueryPart) => {
    plain.push(query.slice(from, part.start));
    from = part.end;
  };
  for (const part of parts) {
    const { value, isExcluded, isQuoted } = part;
    if (!isFilter(part)) {
      if (part.name !== undefined && value && !isSentence) hints.push(...misspelling(part.name));
      continue;
    }
    const words = wordsOf(value);
    const name = part.name?.toLowerCase();
    const field = name === undefined ? undefined : filterFields.get(name);
    if (name === 'year') {
      const range = yearRange(value);
      if (range) years.push({ ...range, isExcluded });
      else if (words.length) {
        hints.push(
          say(
            '“{0}” is searched as words: a year is like 2021, 2021..2023 or >2020.',
            query.slice(part.start, part.end),
          ),
        );
        cut({ ...part, end: part.valueStart });
        continue;
      }
    } else if (field) {
      if (words.length) filters.push({ field, words, isPhrase: isQuoted, isExcluded });
    } else if (name !== undefined && isFacetName(name)) {
      if (value.trim()) facets.push({ name, value: value.trim(), isExcluded });
    } else if (isExcluded) {
      if (words.length) excluded.push(words);
    } else {
      if (words.length) phrases.push(words);
      continue;
    }
    cut(part);
  }
  plain.push(query.slice(from));
  const lastPart = parts.at(-1);
  const lastIsPlain = lastPart !== undefined && !isFilter(lastPart);
  const written = plain.join(' ');
  const text = plainText(written);
  const all = [...new Set(wordsOf(text))];
  const common = commonWordsOf(detectLanguages(text));
  const telling = all.filter(word => !stopWords.has(word) && !common?.has(word));
  const words = (telling.length ? telling : all).slice(0, maxWords);
  const last = all.at(-1);
  if (unfinished && lastIsPlain && last !== undefined && !words.includes(last) && words.length < maxWords)
    words.push(last);
  return {
    text,
    written,
    words,
    isUnfinished: unfinished && lastIsPlain && /[\p{L}\p{N}]$/u.test(query) && words.at(-1) === last,
    filters,
    facets,
    years,
    phrases,
    excluded,
    ...(hints.length ? { hint: hints.join(' ') } : {}),
  };
}

/** The filter that a misspelt name was meant to be, as a hint; a title with a colon in it is no mistake. */
function misspelling(name: string): string[] {
  const typed = name.toLowerCase();
  const meant = filterNames.find(known => known.length > 3 && editDistance(typed, known, 2) <= 2);
  if (!meant || filterNames.some(known => known === typed)) return [];
  return [say('“{0}:” is searched as a word. Did you mean “{1}:”?', name, meant)];
}

/** The folded words of a text in order, without their parts and joins. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  scanWords(text, (word, _start, _end, role) => {
    if (role === 'word') words.push(word);
  });
  return words;
}
