import type { TextRange } from '../library/libraryService';
import { CountedAbstracts, feedbackTerms } from './feedback';
import { FoldedTexts } from './foldedTexts';
import { InvertedIndex } from './invertedIndex';
import { type Candidate, LexicalRanker } from './lexicalRanker';
import { type MeaningScorer, noShare } from './meaningScorer';
import { parseQuery, wordsOf } from './query';
import { queryFilter } from './queryFilter';
import { certaintyOf, mixedScores, tie } from './ranking';
import { correctedText, QueryReader, type QueryTerm } from './readings';
import { type ReadQuery, Reranker } from './reranker';
import type { SearchDocument } from './searchDocument';
import { Highlighter, type Snippet } from './snippet';
import { stopWords } from './stopWords';
import { TextMemory } from './textMemory';
import type { TextSource } from './texts';
import { type Scored, TopList } from './topList';
import { sentencePlaces } from './wordPlaces';

export interface SearchOptions {
  readonly limit: number;
  /** The last word may be unfinished. Default true. */
  readonly unfinished?: boolean;
  /** Rank by meaning too, which takes some tens of milliseconds. Default true, where meanings are known. */
  readonly meaning?: boolean;
  /** Orders references that match equally well; higher goes first. */
  readonly boost?: (id: number) => number;
  /** Only those that have about as many of the words as the best has: for narrowing a view, not for finding. */
  readonly narrow?: boolean;
  /** Which references may be found. Default all. */
  readonly allowed?: (id: number) => boolean;
}

export interface Hit {
  readonly id: number;
  /** 0 to 1; comparable within one answer only. */
  readonly score: number;
  readonly titleMatches: readonly TextRange[];
  readonly sentence?: Snippet;
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly hint?: string;
}

/** Candidates that the words propose and titles decide between. */
const mostCandidates = 100;
/** Candidates that meaning proposes besides. */
const mostByMeaning = 50;
/** What a narrowed view shows has this share of the words that the best has. */
const narrowCoverage = 0.7;
/** A query of fewer words looks for these words; a longer one for what it speaks of. */
const shortestWidened = 5;
/** Rare words of a paper that stand for it when related ones are sought. */
const relatedWords = 24;
/** Abstracts kept taken apart into words. */
const mostAbstracts = 256;
/** Lifts what is boosted above every year, when nothing else orders. */
const undatedYear = 10_000;

/**
 * Finds references in a library by words, meaning and filters. References get small numbers as ids, free again once removed; the
 * index keeps no texts but asks for them. Nothing here waits or throws: whoever has much to add does it in slices.
 */
export class SearchIndex {
  private readonly ranker: LexicalRanker;
  private readonly folded: FoldedTexts;
  private readonly reranker: Reranker;
  private readonly abstracts = new TextMemory(sentencePlaces, mostAbstracts);
  private readonly counted = new CountedAbstracts();
  private readonly free: number[] = [];
  private readonly pending = new Set<number>();
  /** Loaded references that meaning has not been told of: their texts may come after the index. */
  private readonly untold = new Set<number>();

  constructor(
    private readonly texts: TextSource,
    private readonly index = new InvertedIndex(),
    private readonly meaning?: MeaningScorer,
  ) {
    this.ranker = new LexicalRanker(index);
    this.folded = new FoldedTexts(texts);
    this.reranker = new Reranker(texts, this.folded, index.vocabulary);
    for (let id = index.idLimit - 1; id >= 0; id--)
      if (index.has(id)) this.untold.add(id);
      else this.free.push(id);
  }

  /** The index as it was serialised; throws `IndexFormatError` when the bytes are damaged or of another version. */
  static load(bytes: Uint8Array, texts: TextSource, meaning?: MeaningScorer): SearchIndex {
    return new SearchIndex(texts, InvertedIndex.load(bytes), meaning);
  }

  /** The index as bytes, abstracts not yet indexed left out. */
  serialise(): Uint8Array {
    return this.index.serialise();
  }

  get size(): number {
    return this.index.count;
  }

  /** Adds references and gives their ids. Deferred abstracts are indexed by `indexAbstracts`. */
  add(documents: readonly SearchDocument[], options: { readonly deferAbstracts?: boolean } = {}): number[] {
    const ids = documents.map(document => {
      const id = this.free.pop() ?? this.index.idLimit;
      this.put(id, document, options.deferAbstracts ?? false);
      return id;
    });
    this.index.tidy();
    return ids;
  }

  replace(id: number, document: SearchDocument, options: { readonly deferAbstracts?: boolean } = {}): void {
    this.index.remove(id);
    this.meaning?.remove(id);
    this.put(id, document, options.deferAbstracts ?? false);
    this.index.tidy();
  }

  private put(id: number, document: SearchDocument, defer: boolean): void {
    this.untold.delete(id);
    this.index.addHead(id, document);
    if (defer) {
      this.pending.add(id);
      return;
    }
    this.pending.delete(id);
    if (document.abstract) this.index.addAbstract(id, document.abstract);
    this.meaning?.add(id, document.title, document.abstract);
  }

  /** Indexes up to `count` of the abstracts left for later; gives how many are left then. */
  indexAbstracts(count: number): number {
    const ids: number[] = [];
    for (const id of this.pending) {
      if (ids.length >= count) break;
      ids.push(id);
    }
    this.indexAbstractsOf(ids);
    return this.pending.size;
  }

  /** Indexes those abstracts of these references that were left for later. */
  indexAbstractsOf(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.pending.delete(id)) continue;
      const abstract = this.texts.abstract(id);
      if (abstract) this.index.addAbstract(id, abstract);
      this.meaning?.add(id, this.texts.title(id), abstract);
    }
    this.index.tidy();
  }

  /** Learns anew, in steps, what the library's own words tell of meanings; `meaning/` knows how. */
  *learnMeaning(): Generator<void, void, void> {
    const ids: number[] = [];
    for (let id = 0; id < this.index.idLimit; id++) if (this.index.has(id)) ids.push(id);
    const textOf = (id: number) => ({ title: this.texts.title(id), abstract: this.texts.abstract(id) });
    yield* this.meaning?.learn?.(ids, textOf) ?? [];
  }

  remove(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.index.has(id)) continue;
      this.index.remove(id);
      this.pending.delete(id);
      this.untold.delete(id);
      this.meaning?.remove(id);
      this.free.push(id);
    }
    this.index.tidy();
  }

  search(typed: string, options: SearchOptions): Answer {
    const { ranked, highlighter, hint } = this.answer(typed, options);
    return { hits: ranked.map(hit => this.explain(hit, highlighter)), ...(hint ? { hint } : {}) };
  }

  /** As `search`, without showing why: for ranking only. */
  rank(typed: string, options: SearchOptions): readonly Scored[] {
    return this.answer(typed, options).ranked;
  }

  private answer(typed: string, options: SearchOptions) {
    const query = parseQuery(typed, options.unfinished ?? true);
    const filter = queryFilter(this.index, query, this.folded);
    const accepts = both(filter.accepts, options.allowed);
    const words = [...query.words, ...filter.words];
    const text = [query.text, ...filter.words].join(' ');
    const terms = new QueryReader(this.index).read(words, wordsOf(text), query.isUnfinished);
    const ranked = terms.length
      ? this.rankByWords({ text, terms, unfinished: query.isUnfinished }, options, accepts)
      : this.list(options, accepts);
    const highlighter = new Highlighter(terms, this.index.vocabulary, query.isUnfinished);
    return { ranked, highlighter, hint: [query.hint, ...filter.hints].filter(Boolean).join(' ') };
  }

  /** The references most like this one, itself left out. */
  related(id: number, limit: number, allowed?: (id: number) => boolean): Hit[] {
    if (!this.index.has(id)) return [];
    const title = this.texts.title(id);
    const text = `${title}. ${this.texts.abstract(id) ?? ''}`;
    const words = this.rarest([...new Set(wordsOf(text))], relatedWords);
    const terms = new QueryReader(this.index).read(words, [], false);
    const others = both(other => other !== id, allowed);
    const highlighter = new Highlighter(terms, this.index.vocabulary, false);
    const like = { text: title, terms, unfinished: false };
    return this.rankByWords(like, { limit }, others).map(hit => this.explain(hit, highlighter));
  }

  private rarest(words: readonly string[], count: number): string[] {
    const { vocabulary, postings } = this.index;
    const frequency = (word: string) => postings.count(vocabulary.id(word) ?? -1);
    return words
      .filter(word => !stopWords.has(word) && frequency(word) > 1)
      .sort((a, b) => frequency(a) - frequency(b))
      .slice(0, count);
  }

  private rankByWords(query: ReadQuery, options: SearchOptions, accepts?: Accepts): Scored[] {
    const { text, terms } = query;
    const found = this.byWords(terms, Math.max(mostCandidates, options.limit), accepts);
    const lexical = options.narrow ? narrowed(found) : found;
    const byId = new Map(lexical.map(candidate => [candidate.id, candidate]));
    const likeness = options.meaning === false ? undefined : this.likeness(text, terms);
    const ids = [...byId.keys()];
    if (likeness) for (const id of this.nearest(likeness, accepts)) if (!byId.has(id)) ids.push(id);
    const candidates = ids.map(id => byId.get(id) ?? { id, score: 0, coverage: 0 });
    const byWords = this.reranker.scores(query, candidates, likeness ? undefined : options.limit);
    const [most = 0, , third = 0] = [...byWords].sort((a, b) => b - a);
    const coverage = candidates[byWords.indexOf(most)]?.coverage ?? 0;
    const scores = mixedScores(
      ids.map((id, i) => ({
        words: byWords[i]! / (most || 1),
        meaning: likeness?.[id] ?? Number.NaN,
        range: this.meaning?.share(terms.length, id) ?? noShare,
      })),
      certaintyOf(coverage, third / (most || 1)),
    );
    const scored = ids.map((id, i) => ({ id, score: scores[i]! }));
    return breakTies(scored, options.boost).slice(0, options.limit);
  }

  /** The best by their words; a longer query is widened by the words of what it finds. */
  private byWords(terms: readonly QueryTerm[], limit: number, accepts?: Accepts): Candidate[] {
    if (terms.length < shortestWidened) return this.ranker.rank(terms, limit, accepts);
    return this.ranker.rank(terms, limit, accepts, best =>
      feedbackTerms(this.index, terms, best, this.texts, this.counted),
    );
  }

  private likeness(text: string, terms: readonly QueryTerm[]): Float32Array | undefined {
    const { meaning, untold } = this;
    if (!meaning) return undefined;
    for (const id of untold) meaning.add(id, this.texts.title(id), this.texts.abstract(id));
    untold.clear();
    return meaning.score(correctedText(text, terms, word => meaning.knows(word)));
  }

  /** The references nearest in meaning. */
  private nearest(likeness: Float32Array, accepts: Accepts | undefined): number[] {
    const top = new TopList(mostByMeaning);
    for (let id = 0; id < likeness.length; id++) {
      const score = likeness[id]!;
      if (score > 0 && top.takes(score, id) && this.index.has(id) && (!accepts || accepts(id)))
        top.add(score, id);
    }
    return top.descending().map(({ id }) => id);
  }

  /** Everything accepted, newest first. */
  private list(options: SearchOptions, accepts?: Accepts): Scored[] {
    const top = new TopList(options.limit);
    for (let id = 0; id < this.index.idLimit; id++) {
      if (!this.index.has(id)) continue;
      const score = this.index.year(id) + (options.boost?.(id) ? undatedYear : 0);
      if (top.takes(score, id) && (!accepts || accepts(id))) top.add(score, id);
    }
    return top.descending().map(({ id }) => ({ id, score: 1 }));
  }

  private explain({ id, score }: Scored, highlighter: Highlighter): Hit {
    const abstract = highlighter.isEmpty ? undefined : this.texts.abstract(id);
    const sentence = abstract ? highlighter.snippet(this.abstracts.of(id, abstract)) : undefined;
    const titleMatches = highlighter.matches(this.reranker.title(id));
    return { id, score, titleMatches, ...(sentence ? { sentence } : {}) };
  }
}

type Accepts = (id: number) => boolean;

function narrowed(candidates: readonly Candidate[]): Candidate[] {
  const most = candidates.reduce((best, { coverage }) => Math.max(best, coverage), 0);
  return candidates.filter(({ coverage }) => coverage >= narrowCoverage * most);
}

function both(first: Accepts | undefined, second: Accepts | undefined): Accepts | undefined {
  if (!first || !second) return first ?? second;
  return id => first(id) && second(id);
}

/** Best first; among scores as good as equal, the boosted first. */
function breakTies(scored: Scored[], boost: ((id: number) => number) | undefined): Scored[] {
  const level = (score: number) => Math.round(score / tie);
  const preference = (id: number) => boost?.(id) ?? 0;
  return scored.sort(
    (a, b) =>
      level(b.score) - level(a.score) ||
      preference(b.id) - preference(a.id) ||
      b.score - a.score ||
      a.id - b.id,
  );
}
