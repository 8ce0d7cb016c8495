import { sentences } from './sentences';
import { scanWords, type WordRole } from './words';

/** The words of a text as `scanWords` visits them, each from `starts` to `ends`. */
export interface WordPlaces {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly roles: readonly WordRole[];
}

/** A text taken apart into words, to be looked at more than once. */
export function wordPlaces(text: string): WordPlaces {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const roles: WordRole[] = [];
  scanWords(text, (word, start, end, role) => {
    words.push(word);
    starts.push(start);
    ends.push(end);
    roles.push(role);
  });
  return { text, words, starts: new Uint32Array(starts), ends: new Uint32Array(ends), roles };
}

/** A text and where its sentences are. */
export interface SentencePlaces extends WordPlaces {
  readonly sentences: readonly (readonly [start: number, end: number])[];
}

export function sentencePlaces(text: string): SentencePlaces {
  return { ...wordPlaces(text), sentences: sentences(text) };
}
