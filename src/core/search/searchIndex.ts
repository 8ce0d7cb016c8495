import type { Scored } from '../util/collections/topList';
import type { Task } from '../util/cooperative';
import { say } from '../util/say';
import { Explainer, type Hit } from './highlight/explainer';
import { Highlighter } from './highlight/snippet';
import { InvertedIndex } from './index/invertedIndex';
import type { SearchDocument } from './index/searchDocument';
import { titledLike } from './index/titleLookup';
import { parseQuery, type Query, wordsOf } from './query/query';
import { type FacetTest, queryFilter } from './query/queryFilter';
import { correctedText, QueryExpander, type QueryTerm } from './query/termExpansion';
import type { EncodingProgress, MeaningScorer } from './rank/meaningScorer';
import { type Accepts, type RankingOptions, ReferenceRanker } from './rank/referenceRanker';
import { Reranker } from './rank/reranker';
import { FoldedTexts } from './text/foldedTexts';
import { spokenText } from './text/plainText';
import { stopWords } from './text/stopWords';
import type { TextSource } from './text/texts';

export interface SearchOptions extends Omit<RankingOptions, 'widen'> {
  /** The last word may be unfinished. Default true. */
  readonly unfinished?: boolean;
  /**
   * Rank by what the query is about too: by meaning, where that is known, and by what the best have in common. Default true; it takes
   * longer than one wants to wait while typing.
   */
  readonly meaning?: boolean;
  /** It is a sentence of a draft: nothing in it filters. */
  readonly isSentence?: boolean;
  /** Which references may be found. Default all. */
  readonly allowed?: (id: number) => boolean;
  /** Tells what passes a filter that the index knows nothing of; `undefined` where the filter is none, and is searched as words. */
  readonly facet?: FacetTest;
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly hint?: string;
}

/** Rare words of a paper that stand for it when related ones are sought. */
const relatedWords = 24;
/**
 * Finds references in a library by words, meaning and filters. References get small numbers as ids, free again once removed; the
 * index keeps no texts but asks for them. Nothing here waits or throws: whoever has much to add does it in slices.
 */
export class SearchIndex {
  private readonly ranker: ReferenceRanker;
  private readonly folded: FoldedTexts;
  private readonly explainer: Explainer;
  private readonly free: number[] = [];
  private readonly pending = new Set<number>();
  /** Loaded references that meaning has not been told of: their texts may come after the index. */
  private readonly pendingMeaningIds = new Set<number>();

  constructor(
    private readonly texts: TextSource,
    private readonly index = new InvertedIndex(),
    private readonly meaning?: MeaningScorer,
  ) {
    this.folded = new FoldedTexts(texts);
    const reranker = new Reranker(texts, this.folded, index.vocabulary);
    this.ranker = new ReferenceRanker(texts, index, reranker, meaning);
    this.explainer = new Explainer(texts, id => reranker.title(id));
    for (let id = index.idLimit - 1; id >= 0; id--)
      if (index.has(id)) this.pendingMeaningIds.add(id);
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
    this.pendingMeaningIds.delete(id);
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
  *learnMeaning(): Task<void> {
    const ids: number[] = [];
    for (let id = 0; id < this.index.idLimit; id++) if (this.index.has(id)) ids.push(id);
    yield* this.meaning?.learn?.(ids, this.textOf) ?? [];
  }

  /** Reads papers for their meaning, in steps; tells how many were read, as far as there are any to read. */
  *encodeMeaning(): Task<void, EncodingProgress> {
    this.addPendingMeaning();
    yield* this.meaning?.encode?.(this.textOf) ?? [];
  }

  /** Papers that somebody is likely to look for next are read for their meaning before others. */
  preferMeaning(ids: readonly number[]): void {
    this.meaning?.prefer?.(ids);
  }

  /** Vectors of these papers, as far as meaning knows any. */
  vectors(ids: readonly number[]): readonly (Float32Array | undefined)[] {
    this.addPendingMeaning();
    return this.meaning?.vectors?.(ids) ?? ids.map(() => undefined);
  }

  remove(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.index.has(id)) continue;
      this.index.remove(id);
      this.pending.delete(id);
      this.pendingMeaningIds.delete(id);
      this.meaning?.remove(id);
      this.free.push(id);
    }
    this.index.tidy();
  }

  search(typed: string, options: SearchOptions): Answer {
    const { ranked, highlighter, hint } = this.answer(typed, options);
    return { hits: this.explainer.explain(ranked, highlighter), ...(hint ? { hint } : {}) };
  }

  /** As `search`, without showing why: for ranking only. */
  rank(typed: string, options: SearchOptions): readonly Scored[] {
    return this.answer(typed, options).ranked;
  }

  private answer(typed: string, options: SearchOptions) {
    const query = parseQuery(typed, options);
    const filter = queryFilter(this.index, query, this.folded, options.facet);
    const accepts = both(filter.accepts, options.allowed);
    const found = this.find(query, filter.words, options, accepts);
    if (found.ranked.length || !filter.accepts)
      return { ...found, hint: [query.hint, ...filter.hints].filter(Boolean).join(' ') };
    // What passes nothing was not meant so; what was excluded stays so.
    const allowed = both(filter.notExcluded, options.allowed);
    const relaxed = this.find(query, filter.filterWords, options, allowed);
    const hint = relaxed.ranked.length ? say('Nothing passes all filters, so they only rank.') : '';
    return { ...relaxed, hint: [query.hint, hint].filter(Boolean).join(' ') };
  }

  private find(
    query: Query,
    added: readonly string[],
    options: SearchOptions,
    accepts: Accepts | undefined,
  ): { readonly ranked: readonly Scored[]; readonly highlighter: Highlighter } {
    const byMeaning = options.meaning ?? true;
    const words = [...added.filter(word => !query.words.includes(word)), ...query.words];
    const text = [...added, query.text].join(' ').trim();
    const terms = new QueryExpander(this.index).read(words, wordsOf(text), query.isUnfinished);
    const ranked = terms.length
      ? this.ranker.rank(
          { text, terms, unfinished: query.isUnfinished },
          { ...options, widen: byMeaning },
          accepts,
          byMeaning
            ? this.likeness([...added, spokenText(query.written)].join(' ').trim(), terms)
            : undefined,
        )
      : this.ranker.list(options, accepts);
    return { ranked, highlighter: new Highlighter(terms, this.index.vocabulary, query.isUnfinished) };
  }

  /** See `titleLookup`. */
  titledLike(title: string, limit: number): number[] {
    return titledLike(this.index, title, limit);
  }

  /** The references most like this one, itself left out. */
  related(id: number, limit: number, allowed?: (id: number) => boolean): Hit[] {
    if (!this.index.has(id)) return [];
    const title = this.texts.title(id);
    const text = `${title}. ${this.texts.abstract(id) ?? ''}`;
    const words = this.rarest([...new Set(wordsOf(text))], relatedWords);
    const terms = new QueryExpander(this.index).read(words, [], false);
    const others = both(other => other !== id, allowed);
    const highlighter = new Highlighter(terms, this.index.vocabulary, false);
    const like = { text: title, terms, unfinished: false };
    return this.explainer.explain(
      this.ranker.rank(like, { limit }, others, this.likeness(title, terms)),
      highlighter,
    );
  }

  private rarest(words: readonly string[], count: number): string[] {
    const { vocabulary, postings } = this.index;
    const frequency = (word: string) => postings.count(vocabulary.id(word) ?? -1);
    return words
      .filter(word => !stopWords.has(word) && frequency(word) > 1)
      .sort((a, b) => frequency(a) - frequency(b))
      .slice(0, count);
  }

  private addPendingMeaning(): void {
    for (const id of this.pendingMeaningIds) {
      const { title, abstract } = this.textOf(id);
      // Of a source that has not come, and may never: a collection that is left out.
      if (!title && !abstract) continue;
      this.meaning?.add(id, title, abstract);
      this.pendingMeaningIds.delete(id);
    }
  }

  private readonly textOf = (id: number) => ({
    title: this.texts.title(id),
    abstract: this.texts.abstract(id),
  });

  private likeness(text: string, terms: readonly QueryTerm[]): Float32Array | undefined {
    const { meaning } = this;
    // Letters without a meaning would be like some text or other.
    if (!meaning || !terms.some(({ word, readings }) => readings.length || meaning.knows(word)))
      return undefined;
    this.addPendingMeaning();
    return meaning.score(correctedText(text, terms, word => meaning.knows(word)));
  }
}

function both(first: Accepts | undefined, second: Accepts | undefined): Accepts | undefined {
  if (!first || !second) return first ?? second;
  return id => first(id) && second(id);
}
