import type { FieldName } from '../index/searchDocument';
import { editDistance } from '../text/editDistance';
import { foldWord } from '../text/fold';
import { stopWords } from '../text/stopWords';
import { scanWords } from '../text/words';

/** A range of years, both ends included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** Words that a field must have, or must not have. The last may be unfinished. */
export interface FieldFilter {
  readonly field: FieldName;
  readonly words: readonly string[];
  /** The words follow one another, as written. */
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

/** What a query asks for, read from what was typed. */
export interface Query {
  /** What ranks, as typed, without the filters. */
  readonly text: string;
  /** The folded words of `text` that tell something; stop words only where there are no others. */
  readonly words: readonly string[];
  /** The last word is still being typed, so it may be the beginning of one. */
  readonly isUnfinished: boolean;
  readonly filters: readonly FieldFilter[];
  readonly years: readonly (YearRange & { readonly isExcluded: boolean })[];
  /** Words that must follow one another, anywhere. */
  readonly phrases: readonly (readonly string[])[];
  /** Words, or phrases, that must not be there. */
  readonly excluded: readonly (readonly string[])[];
  /** What was not understood and how it was taken. */
  readonly hint?: string;
}

/** The filters that can be typed, and the field each looks in; `year` is a range. */
export const filterFields: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['author', 'authors'],
  ['authors', 'authors'],
  ['title', 'title'],
  ['venue', 'venue'],
  ['key', 'key'],
  ['topic', 'topics'],
  ['in', 'sources'],
  ['abstract', 'abstract'],
]);

/** What a person types for a field. */
export function filterNameOf(field: FieldName): string {
  for (const [name, known] of filterFields) if (known === field) return name;
  return field;
}

/** The names offered for completion. */
export const filterNames = ['author', 'year', 'title', 'venue', 'key', 'topic', 'in', 'abstract'] as const;

/** Longer queries are searched by their beginning: no sentence is that long. */
const maxQueryLength = 2000;
const maxWords = 48;
const firstYear = 1;
const lastYear = 9999;

/** One piece of a query, between spaces outside quotes. */
export interface QueryPart {
  readonly start: number;
  readonly end: number;
  readonly isExcluded: boolean;
  /** `author` in `author:smith`; as typed. */
  readonly name?: string;
  readonly value: string;
  /** Where the value begins, after an opening quote. */
  readonly valueStart: number;
  readonly isQuoted: boolean;
}

/** Cuts a query into its parts; a quote that is never closed goes to the end. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query[at]!)) {
      at++;
      continue;
    }
    const start = at;
    const isExcluded = /[-\u2212]/.test(query[at]!) && at + 1 < query.length && !/[\s-]/.test(query[at + 1]!);
    if (isExcluded) at++;
    const name = filterNameAt(query, at);
    if (name !== undefined) at += name.length + 1;
    const isQuoted = /["\u201c\u201d]/.test(query[at] ?? '');
    if (isQuoted) at++;
    const valueStart = at;
    const isEnd = isQuoted ? /["\u201c\u201d]/ : /\s/;
    while (at < query.length && !isEnd.test(query[at]!)) at++;
    const value = query.slice(valueStart, at);
    if (isQuoted && at < query.length) at++;
    parts.push({
      start,
      end: at,
      isExcluded,
      ...(name === undefined ? {} : { name }),
      value,
      valueStart,
      isQuoted,
    });
  }
  return parts;
}

function filterNameAt(query: string, at: number): string | undefined {
  let end = at;
  while (end < query.length && end - at < 12 && /[a-z]/i.test(query[end]!)) end++;
  return end > at && query[end] === ':' ? query.slice(at, end) : undefined;
}

/** Reads a query. Anything can be typed: what is no filter is plain words. `unfinished`: the last word may still be being typed. */
export function parseQuery(typed: string, unfinished = true): Query {
  const query = typed.slice(0, maxQueryLength);
  const plain: string[] = [];
  const filters: FieldFilter[] = [];
  const years: (YearRange & { isExcluded: boolean })[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const hints: string[] = [];
  let lastIsPlain = false;
  for (const part of queryParts(query)) {
    const { value, isExcluded, isQuoted } = part;
    const words = wordsOf(value);
    lastIsPlain = false;
    const name = part.name?.toLowerCase();
    if (name === 'year') {
      const range = yearRange(value);
      if (range) years.push({ ...range, isExcluded });
      else if (words.length) {
        plain.push(value);
        hints.push(
          `“${query.slice(part.start, part.end)}” is searched as words: a year is like 2021, 2021..2023 or >2020.`,
        );
      }
      continue;
    }
    const field = name === undefined ? undefined : filterFields.get(name);
    if (field) {
      if (words.length) filters.push({ field, words, isPhrase: isQuoted, isExcluded });
      continue;
    }
    if (part.name !== undefined) {
      const meant = value ? resembledFilter(part.name.toLowerCase()) : undefined;
      if (meant) hints.push(`“${part.name}:” is searched as a word. Did you mean “${meant}:”?`);
      plain.push(query.slice(part.start, part.end));
      lastIsPlain = true;
    } else if (isExcluded) {
      if (words.length) excluded.push(words);
    } else if (isQuoted && words.length > 0) {
      phrases.push(words);
      plain.push(value);
    } else {
      plain.push(query.slice(part.start, part.end));
      lastIsPlain = true;
    }
  }
  const text = plain.join(' ');
  const all = [...new Set(wordsOf(text))];
  const telling = all.filter(word => !stopWords.has(word));
  const words = (telling.length ? telling : all).slice(0, maxWords);
  const last = all.at(-1);
  if (unfinished && lastIsPlain && last !== undefined && !words.includes(last) && words.length < maxWords)
    words.push(last);
  return {
    text,
    words,
    isUnfinished: unfinished && lastIsPlain && /[\p{L}\p{N}]$/u.test(query) && words.at(-1) === last,
    filters,
    years,
    phrases,
    excluded,
    ...(hints.length ? { hint: hints.join(' ') } : {}),
  };
}

/** The filter that a misspelt name was meant to be; a title with a colon in it is no mistake. */
function resembledFilter(name: string): string | undefined {
  return filterNames.find(known => known.length > 3 && editDistance(name, known, 2) <= 2);
}

/** The folded words of a text in order, without their parts and joins. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  scanWords(text, (word, _start, _end, role) => {
    if (role === 'word') words.push(word);
  });
  return words;
}

/** `2021`, `2021..2023`, `2021-2023`, `2021..`, `..2023`, `>2020`, `>=2020`, `<2020`, `<=2020`. */
function yearRange(value: string): YearRange | undefined {
  const folded = foldDigits(value);
  const comparison = /^(>=|<=|>|<|=)(\d{1,4})$/.exec(folded);
  if (comparison) {
    const year = Number(comparison[2]);
    switch (comparison[1]) {
      case '>':
        return { from: year + 1, to: lastYear };
      case '>=':
        return { from: year, to: lastYear };
      case '<':
        return { from: firstYear, to: year - 1 };
      case '<=':
        return { from: firstYear, to: year };
      default:
        return { from: year, to: year };
    }
  }
  const halfTyped = /^(\d{4})(?:\.\.?|-|–|…)\d{0,3}$/.exec(folded);
  if (halfTyped) return { from: Number(halfTyped[1]), to: lastYear };
  const range = /^(\d{4})?(\.\.\.?|-|–|…)?(\d{4})?$/.exec(folded);
  if (!range || (range[1] === undefined && range[3] === undefined)) return undefined;
  if (range[2] === undefined) return range[3] === undefined ? single(range[1]) : undefined;
  const from = range[1] === undefined ? firstYear : Number(range[1]);
  const to = range[3] === undefined ? lastYear : Number(range[3]);
  return from <= to ? { from, to } : { from: to, to: from };
}

function single(year: string | undefined): YearRange {
  return { from: Number(year), to: Number(year) };
}

function foldDigits(value: string): string {
  return /^[\x21-\x7e]*$/.test(value) ? value : value.replace(/\p{N}/gu, digit => foldWord(digit));
}
