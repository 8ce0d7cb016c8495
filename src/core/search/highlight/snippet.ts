import type { TextRange } from '../../model/textRange';
import type { Vocabulary } from '../index/vocabulary';
import type { QueryTerm } from '../query/termExpansion';
import { sentences } from '../text/sentences';
import { stopWords } from '../text/stopWords';
import type { SentencePlaces, WordPlaces } from '../text/wordPlaces';
import { type Beginnings, beginningsOf, scanWords } from '../text/words';

/** A sentence and the words in it that were looked for. */
export interface Snippet {
  readonly text: string;
  readonly matches: readonly TextRange[];
}

interface Match {
  readonly range: TextRange;
  readonly at: number;
  readonly trust: number;
}

/** Finds in texts the words that a query means. */
export class Highlighter {
  private readonly meanings = new Map<string, { readonly at: number; readonly trust: number }>();
  /** Of the words that are looked for. */
  private readonly beginnings: Beginnings;
  private readonly beginning: { readonly text: string; readonly at: number } | undefined;

  constructor(terms: readonly QueryTerm[], vocabulary: Vocabulary, unfinished: boolean) {
    terms.forEach((term, at) => {
      this.meanings.set(term.word, { at, trust: 1 });
      for (const reading of term.readings)
        reading.terms.forEach((id, i) => {
          const word = vocabulary.words[id]!;
          const trust = reading.trust * reading.weights[i]!;
          if ((this.meanings.get(word)?.trust ?? 0) < trust) this.meanings.set(word, { at, trust });
        });
    });
    this.beginnings = beginningsOf(this.meanings.keys());
    const last = terms.at(-1)?.word;
    if (unfinished && last !== undefined) this.beginning = { text: last, at: terms.length - 1 };
  }

  /** Nothing is looked for. */
  get isEmpty(): boolean {
    return this.meanings.size === 0;
  }

  /** Where the words stand in a text; of an unfinished word, the part that was typed. */
  matches(text: WordPlaces): TextRange[] {
    return merged(this.findIn(text).map(({ range }) => range));
  }

  /** The sentence that has most of the words, the first of equals; `undefined` when none has any. `places` are those of the abstract, where they are known. */
  snippet(abstract: string, places?: SentencePlaces): Snippet | undefined {
    const matches = places ? this.findIn(places) : this.find(abstract);
    if (!matches.length) return undefined;
    let best:
      | { readonly sentence: TextRange; readonly found: readonly Match[]; readonly score: number }
      | undefined;
    let next = 0;
    for (const sentence of places?.sentences ?? sentences(abstract)) {
      const first = next;
      while (next < matches.length && matches[next]!.range[0] < sentence[1]) next++;
      if (next === first) continue;
      const found = matches.slice(first, next);
      const trust = new Map<number, number>();
      for (const match of found) trust.set(match.at, Math.max(trust.get(match.at) ?? 0, match.trust));
      const score = [...trust.values()].reduce((sum, value) => sum + value, 0);
      if (score > (best?.score ?? 0)) best = { sentence, found, score };
    }
    if (!best) return undefined;
    const [start, end] = best.sentence;
    const ranges = best.found.map(
      ({ range }): TextRange => [range[0] - start, Math.min(range[1], end) - start],
    );
    return { text: abstract.slice(start, end), matches: merged(ranges) };
  }

  private findIn({ words, starts, ends }: WordPlaces): Match[] {
    const found: Match[] = [];
    for (let i = 0; i < words.length; i++) {
      const match = this.match(words[i]!, starts[i]!, ends[i]!);
      if (match) found.push(match);
    }
    return found;
  }

  /** As `findIn` of a text that nobody has taken apart yet: words that are not looked for are passed over. */
  private find(text: string): Match[] {
    const found: Match[] = [];
    const take = (word: string, start: number, end: number) => {
      const match = this.match(word, start, end);
      if (match) found.push(match);
    };
    scanWords(text, take, this.beginnings);
    return found;
  }

  private match(word: string, start: number, end: number): Match | undefined {
    const { meanings, beginning } = this;
    const meaning = meanings.get(word);
    if (!meaning) return undefined;
    const { at, trust } = meaning;
    if (beginning && trust < 1 && word.startsWith(beginning.text)) {
      const range: TextRange = [start, Math.min(end, start + beginning.text.length)];
      return { range, at: beginning.at, trust: 1 };
    }
    const isTelling = !stopWords.has(word) || meanings.size <= 3;
    return isTelling ? { range: [start, end], at, trust } : undefined;
  }
}

/** Ranges in order, those that touch or overlap as one. */
function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
