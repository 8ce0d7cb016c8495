import type { InvertedIndex } from '../index/invertedIndex';
import { stopWords } from '../text/stopWords';
import { scanWords } from '../text/words';
import { foreignVariants } from './foreignVariants';

/** Terms of the index, each with how surely it is what was meant (0 to 1). */
export interface TermVariant {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** How surely this reading of the word is the right one. */
  readonly trust: number;
  /** The word that must have been meant: the library does not have the typed one, and no other is as near. */
  readonly correction?: string;
}

/** A word of a query and every way it can be read; the way that suits a reference best counts for it. */
export interface QueryTerm {
  readonly word: string;
  readonly readings: readonly TermVariant[];
  /** Its weight, when it changes scores but references need not have it: it is not quite a word of the query. */
  readonly addedWeight?: number;
  /** How often it was typed; default once. */
  readonly times?: number;
  /** It was typed in parts. */
  readonly isName?: true;
}

/** Trust in other forms and spellings of the word (`models` for `modelling`), against the word itself. */
const formTrust = 0.75;
/** What another form of a corrected word counts against the word. */
const formWeight = 0.8;
/** Trust in words derived from the same root, by its length at least. */
const relativeTrust = [
  [5, 0.55],
  [4, 0.5],
  [0, 0.4],
] as const;
const prefixTrust = 0.75;
/** … where the library has forms of the word, but not the word, or where others that it begins are of its root. */
const prefixBesideForms = 0.6;
const joinedTrust = 0.95;
const splitTrust = 0.8;
/** Trust in a correction, by the number of typing errors; less when the first letter is wrong, which is rare. */
const correctionTrust = [1, 0.8, 0.6] as const;
const otherFirstLetter = 0.8;
const besideVariantsTrust = 0.4;
/** A word as rare as this may be a typing error of another. */
const rareCount = 1;
const shortestCorrected = 4;
/** A stop word at the end may become another word, but nothing has to have it. */
const unfinishedStopWord = 0.3;
/** Words that a name is taken apart into at most. */
const maxNameLength = 3;
const shortestForTwoErrors = 8;
const maxCorrections = 8;
const maxCompletions = 64;
/** Words of the vocabulary compared with typed ones in one query at most: a few milliseconds. */
const maxComparisons = 1_500_000;

/** Finds what the words of one query can mean in one index. */
export class QueryExpander {
  private comparisons = 0;

  constructor(private readonly index: InvertedIndex) {}

  /** Reads words of a query, `typed` being all of its words in order; the last may be `unfinished`. */
  read(words: readonly string[], typed: readonly string[], unfinished: boolean): QueryTerm[] {
    const counts = new Map<string, number>();
    for (const word of typed) counts.set(word, (counts.get(word) ?? 0) + 1);
    const terms = words.map((word, i): QueryTerm => {
      const at = typed.indexOf(word);
      const isLast = unfinished && i === words.length - 1;
      const readings = this.readings(word, typed[at - 1], typed[at + 1], isLast);
      const isAside = isLast && words.length > 1 && stopWords.has(word);
      const times = counts.get(word) ?? 1;
      return {
        word,
        readings,
        ...(times > 1 ? { times } : {}),
        ...(isAside ? { addedWeight: unfinishedStopWord } : {}),
      };
    });
    return [...terms, ...this.names(words, typed)];
  }

  /** Names written apart with a stop word in them, which says nothing by itself: `IF-Bench` for IFBench. */
  private names(words: readonly string[], typed: readonly string[]): QueryTerm[] {
    const names: QueryTerm[] = [];
    for (let at = 0; at < typed.length; at++)
      for (let length = maxNameLength; length >= 2; length--) {
        const parts = typed.slice(at, at + length);
        const telling = parts.filter(part => words.includes(part)).length;
        const term = telling > 0 && telling < parts.length ? this.known(parts.join('')) : undefined;
        if (term === undefined) continue;
        names.push({ word: parts.join(''), readings: [exactly(term, 1)], isName: true });
        at += parts.length - 1;
        break;
      }
    return names;
  }

  /** The term of a word that some reference has. */
  private known(word: string): number | undefined {
    const term = this.index.vocabulary.id(word);
    return term !== undefined && this.index.postings.count(term) > 0 ? term : undefined;
  }

  /** The forms of one word, without corrections, in the order of the alphabet: what filters mean. */
  forms(word: string): number[] {
    return this.occurring(this.index.vocabulary.family(word)).sort(this.byWord);
  }

  completions(beginning: string): number[] {
    const { vocabulary, postings } = this.index;
    const found = this.occurring(vocabulary.startingWith(beginning));
    // Thousands begin with a letter: only those as common as the last one taken are sorted.
    const counts = Uint32Array.from(found, term => postings.count(term)).sort();
    const least = counts.at(-maxCompletions) ?? 0;
    return found
      .filter(term => postings.count(term) >= least)
      .sort((a, b) => postings.count(b) - postings.count(a) || this.byWord(a, b))
      .slice(0, maxCompletions);
  }

  /** Those of the terms that some reference has. */
  private occurring(terms: readonly number[]): number[] {
    return terms.filter(term => this.index.postings.count(term) > 0);
  }

  /**
   * Orders terms by their words, not by their numbers: an index that was written and read numbers them anew, and neither which terms are
   * taken nor the order in which their shares of a score are added may change with that.
   */
  private readonly byWord = (a: number, b: number): number => {
    const { words } = this.index.vocabulary;
    return words[a]! < words[b]! ? -1 : words[a]! > words[b]! ? 1 : 0;
  };

  private readings(
    word: string,
    before: string | undefined,
    after: string | undefined,
    unfinished: boolean,
  ): TermVariant[] {
    const { vocabulary } = this.index;
    const readings: TermVariant[] = [];
    const take = (reading: TermVariant | undefined) => {
      if (reading?.terms.length) readings.push(reading);
    };
    const forms = this.forms(word);
    const itself = vocabulary.id(word);
    if (itself !== undefined && forms.includes(itself)) take(exactly(itself, 1));
    const others = forms.filter(form => form !== itself);
    take(anyOf(others, formTrust));
    const relatives = this.relatives(word, forms);
    const kin = relatives.flatMap(({ terms }) => terms);
    const hasRelatives = relatives.length > 0;
    const foreign = foreignVariants(this.index, word, forms, hasRelatives, unfinished);
    for (const { terms, weight = 1, trust } of foreign)
      take({ terms, weights: terms.map(() => weight), trust });
    for (const relative of relatives) take(relative);
    const formCount = readings.length;
    if (unfinished)
      for (const completion of this.completion(word, others.length > 0 && itself === undefined, kin))
        take(completion);
    for (const joined of [before && before + word, after && word + after]) {
      const term = joined ? this.known(joined) : undefined;
      if (term !== undefined) take(exactly(term, joinedTrust));
    }
    for (const reading of this.inSyllables(word, before, after)) take(reading);
    const known = forms.reduce((sum, term) => sum + this.index.postings.count(term), 0);
    const completed = readings.length > formCount;
    if (known > rareCount) return bySurety(readings);
    const hasForms = foreign.length > 0 || others.length > 0 || hasRelatives;
    const beside = (reading: TermVariant | undefined) =>
      reading && hasForms ? besideVariants(reading) : reading;
    take(beside(this.split(word)));
    if (!completed || !unfinished) take(beside(this.correction(word, known > 0, unfinished)));
    return bySurety(readings);
  }

  /** Words of syllables that are written apart in Latin letters, names also the other way round: `yu yan`, `Wei Zhang`. */
  private inSyllables(
    word: string,
    before: string | undefined,
    after: string | undefined,
  ): readonly TermVariant[] {
    const { scripts } = this.index.vocabulary;
    if (!scripts.hasSyllables) return [];
    const joined = [before && [before + word, word + before], after && [word + after, after + word]];
    return joined
      .flatMap(pair => pair || [])
      .flatMap(written => scripts.readLike(written, false))
      .map(({ ids, weight, trust }) => ({
        terms: this.occurring(ids),
        weights: this.occurring(ids).map(() => weight),
        trust: trust * joinedTrust,
      }));
  }

  /** Words derived from the same root, those that share more of it first. */
  private relatives(word: string, forms: readonly number[]): TermVariant[] {
    const found = this.index.vocabulary.foreign.relatives(word);
    const kin = this.occurring([...found.keys()])
      .filter(term => !forms.includes(term))
      .sort(this.byWord);
    return relativeTrust.flatMap(([length, trust], i) => {
      const most = relativeTrust[i - 1]?.[0] ?? Number.POSITIVE_INFINITY;
      const terms = kin.filter(term => found.get(term)! >= length && found.get(term)! < most);
      return terms.length ? [anyOf(terms, trust)] : [];
    });
  }

  /** The words it begins; those of its own root are surer than others that only begin alike. */
  private completion(beginning: string, hasForms: boolean, kin: readonly number[]): TermVariant[] {
    const { words } = this.index.vocabulary;
    const terms = this.completions(beginning).filter(term => words[term] !== beginning);
    const own = terms.filter(term => kin.includes(term));
    const others = terms.filter(term => !kin.includes(term));
    return [
      anyOf(own, prefixTrust),
      anyOf(others, hasForms || own.length > 0 ? prefixBesideForms : prefixTrust),
    ];
  }

  /** `fewshot` where the library writes `few shot`: the rarer half stands for both. */
  private split(word: string): TermVariant | undefined {
    const { vocabulary, postings } = this.index;
    let best: { term: number; score: number } | undefined;
    for (let at = 3; at <= word.length - 3; at++) {
      // German joins words with an s: `entwurfslehre`.
      const left =
        vocabulary.id(word.slice(0, at)) ??
        (word[at - 1] === 's' ? vocabulary.id(word.slice(0, at - 1)) : undefined);
      const right = vocabulary.id(word.slice(at));
      if (left === undefined || right === undefined) continue;
      const [a, b] = [postings.count(left), postings.count(right)];
      const score = Math.min(a, b);
      if (score > (best?.score ?? 0)) best = { term: a < b ? left : right, score };
    }
    return best && exactly(best.term, splitTrust);
  }

  private isFormOf(id: number, other: number): boolean {
    const { words } = this.index.vocabulary;
    return this.index.vocabulary.family(words[other]!).includes(id);
  }

  private correction(word: string, isKnown: boolean, unfinished: boolean): TermVariant | undefined {
    const { vocabulary, postings } = this.index;
    if (word.length < shortestCorrected || /\d/.test(word)) return undefined;
    this.comparisons += vocabulary.size;
    if (this.comparisons > maxComparisons) return undefined;
    const limit = word.length >= shortestForTwoErrors && !isKnown ? 2 : 1;
    const trust = (edits: number, term: number) =>
      (correctionTrust[edits] ?? 0) * (vocabulary.words[term]![0] === word[0] ? 1 : otherFirstLetter);
    const near = (edits: number, prefix = false) =>
      vocabulary.similar(word, edits, prefix).filter(({ id }) => postings.count(id) > 0);
    let similar = near(limit);
    if (!similar.length && unfinished) similar = near(1, true);
    const ranked = similar
      .filter(({ id }) => vocabulary.words[id] !== word)
      .map(({ id, edits }) => ({ id, trust: trust(edits, id), count: postings.count(id) }))
      .sort((a, b) => b.trust - a.trust || b.count - a.count || this.byWord(a.id, b.id))
      .slice(0, maxCorrections);
    if (!ranked.length) return undefined;
    const best = ranked[0]!.trust;
    const weights = new Map<number, number>();
    for (const { id, trust } of ranked) {
      for (const form of this.forms(vocabulary.words[id]!))
        if (!weights.has(form)) weights.set(form, (trust / best) * (form === id ? 1 : formWeight));
      weights.set(id, trust / best);
    }
    const rival = ranked.find(({ id, trust }) => trust === best && !this.isFormOf(id, ranked[0]!.id));
    return {
      terms: [...weights.keys()],
      weights: [...weights.values()],
      trust: best,
      ...(isKnown || rival ? {} : { correction: vocabulary.words[ranked[0]!.id]! }),
    };
  }
}

/** The text with its typing errors corrected, where there is no doubt; what `isWord` says is a word is left alone. */
export function correctedText(
  text: string,
  terms: readonly QueryTerm[],
  isWord: (word: string) => boolean,
): string {
  const corrections = new Map(
    terms.flatMap(({ word, readings }) => {
      const correction = readings.length === 1 ? readings[0]!.correction : undefined;
      return correction === undefined || isWord(word) ? [] : [[word, correction]];
    }),
  );
  if (!corrections.size) return text;
  let corrected = '';
  let told = 0;
  scanWords(text, (word, start, end, role) => {
    const correction = role === 'word' ? corrections.get(word) : undefined;
    if (correction === undefined || start < told) return;
    corrected += text.slice(told, start) + correction;
    told = end;
  });
  return corrected + text.slice(told);
}

/** What a word may be in another language goes before what is spelled like it, or in two words: `kindergarten` before `garden` for `Gärten`. */
function besideVariants(reading: TermVariant): TermVariant {
  return { ...reading, trust: Math.min(reading.trust, besideVariantsTrust) };
}

/** The surest tells how rare the word is that was meant. */
function bySurety(readings: readonly TermVariant[]): TermVariant[] {
  return [...readings].sort((a, b) => b.trust - a.trust);
}

function anyOf(terms: readonly number[], trust: number): TermVariant {
  return { terms, weights: terms.map(() => 1), trust };
}

function exactly(term: number, trust: number): TermVariant {
  return { terms: [term], weights: [1], trust };
}
