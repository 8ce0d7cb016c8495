import { sentences } from './sentences';
import { scanWords, type WordRole } from './words';

/** The words of a text as `scanWords` visits them, each from `starts` to `ends`. */
export interface WordPlaces {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly roles: readonly WordRole[];
}

/** Filled anew for every text: lists that grow for each would leave more garbage than what is kept of them. */
const words: string[] = [];
const starts: number[] = [];
const ends: number[] = [];
const roles: WordRole[] = [];

/** A text taken apart into words, to be looked at more than once. */
export function wordPlaces(text: string): WordPlaces {
  let count = 0;
  scanWords(text, (word, start, end, role) => {
    words[count] = word;
    starts[count] = start;
    ends[count] = end;
    roles[count] = role;
    count++;
  });
  return {
    text,
    words: words.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    roles: roles.slice(0, count),
  };
}

/** A text and where its sentences are. */
export interface SentencePlaces extends WordPlaces {
  readonly sentences: readonly (readonly [start: number, end: number])[];
}

export function sentencePlaces(text: string): SentencePlaces {
  return { ...wordPlaces(text), sentences: sentences(text) };
}
