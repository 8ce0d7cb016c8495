import type { Identifier } from '../model/identifiers/identifier';
import type { CslItem, Reference } from '../model/reference';
import type { Source, SourceState } from '../model/source';
import type { TextRange } from '../model/textRange';
import type { FilterCompletion } from '../search/query/completeFilter';

/** A reference as the library offers it: one per work, with every place that work was found. */
export interface LibraryReference extends Reference {
  /** All places of this work, the preferred one (that of `origin`) first. */
  readonly origins: readonly (Reference['origin'] & { readonly key: string })[];
  /** Other works that are versions of this one: its preprint, its publication, another edition. Those that came out last first. */
  readonly versions?: readonly WorkVersion[];
}

/** Another version of a work. */
export interface WorkVersion {
  readonly key: string;
  readonly source: string;
  readonly year?: string;
  readonly venue?: string;
  /** It came out on arXiv or its like only. */
  readonly isPreprint: boolean;
}

export interface SearchRequest {
  /** As typed: words, filters (`author:`, `year:2021..2023`, …), `"phrases"`, `-words`. */
  readonly query: string;
  readonly limit: number;
  /** Sources that apply to the document in hand, best first: they decide which of a work's keys is offered. */
  readonly preferredSources?: readonly string[];
  /** Break ties, and are marked. */
  readonly citedKeys?: readonly string[];
  readonly recentKeys?: readonly string[];
  /** The last word may be unfinished (typed just now). Default true. */
  readonly unfinished?: boolean;
  /** It is a sentence of a draft: nothing in it filters. */
  readonly isSentence?: boolean;
  /**
   * Rank by what the query is about too, which takes some tens of milliseconds, and waits for what a session needs for it to be there.
   * Default true; `false` while somebody types.
   */
  readonly meaning?: boolean;
}

/** Whose a work is: in the bibliographies of the document at hand, in others of the writer's, or in the collection alone. */
export type Standing = 'document' | 'library' | 'collection';

/** A part of an answer: the best of each standing, in this order, then more of the writer's own and of the collection. */
export type AnswerSection = Standing | 'more' | 'moreOfCollection';

export interface SearchHit {
  readonly reference: LibraryReference;
  /** What it stands under. Hits of a section follow one another; absent where nothing was ordered by whose it is. */
  readonly section?: AnswerSection;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Matched words in the title. */
  readonly titleMatches: readonly TextRange[];
  /** The sentence of the abstract that matches best, and the matched words in it. */
  readonly sentence?: { readonly text: string; readonly matches: readonly TextRange[] };
  readonly cited?: boolean;
  readonly recent?: boolean;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** What was not understood in the query and how it was taken (`year:20x taken as plain words`). */
  readonly hint?: string;
  /** Not everything is indexed yet: the same query may find more in a moment. */
  readonly partial?: boolean;
}

/** What the abstract of a work says to a claim. */
export interface Evidence {
  /** The nearest of its sentences; absent where no abstract is known. */
  readonly sentence?: string;
  /** How near the work is to the claim, the higher the nearer, 1 at most; absent where that cannot be told. */
  readonly nearness?: number;
}

/** The library as it can be drawn. */
export interface LibraryPicture {
  readonly works: readonly PicturedWork[];
  /** The topics by their number, those of most works first. */
  readonly topics: readonly string[];
}

export interface PicturedWork {
  readonly key: string;
  readonly source: string;
  /** All keys of the work. */
  readonly keys: readonly string[];
  readonly short: string;
  readonly title: string;
  readonly year?: number;
  /** Numbers of its topics. */
  readonly topics: readonly number[];
  /** Where it lies, 0 to 1, near to works that are alike; absent where nothing is known of its meaning. */
  readonly place?: readonly [x: number, y: number];
}

export type GroupBy = 'topic' | 'collection' | 'year' | 'venue' | 'letter' | 'source';

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Present when grouped by source. */
  readonly state?: SourceState;
}

/** By first author; by year, newest first; as they were added, last first. */
export type MemberOrder = 'author' | 'year' | 'added';

/** A reference of a group. */
export interface Member {
  readonly reference: LibraryReference;
  /** Where the words of the filter stand in its title. */
  readonly titleMatches: readonly TextRange[];
}

/**
 * What a host asks of the library. Every argument and answer is plain data, so that the library can live in a worker and the
 * extension host only ever holds what it shows.
 */
export interface LibraryService {
  /**
   * Reads a source's content, replacing what it held; resolves when titles, authors and keys can be searched (abstracts follow). Without
   * content it could not be read, for the reason `failure`; its last good state stays. Content that looks half-written (it ends inside an
   * entry and holds less than before) is not taken and the state stays `loading`, unless it is `settled`: quiet for a while.
   */
  load(
    source: Source,
    content: Uint8Array | string | undefined,
    options?: { readonly failure?: string; readonly settled?: boolean },
  ): Promise<SourceState>;
  /** Says that a source is about to be loaded, so that views can show it. */
  announce(source: Source): Promise<void>;
  drop(sourceId: string): Promise<void>;
  /** What the library knows by now, to start from the next time; `undefined` while there is something to do. */
  snapshot(): Promise<Uint8Array | undefined>;
  sources(): Promise<readonly SourceState[]>;
  /** Resolves when all that was loaded until now can be searched as well as it ever will: abstracts too, and by meaning. */
  settled(): Promise<void>;

  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * What may be meant by what is typed where a key goes: references whose key begins so, always before those whose key has it elsewhere,
   * and these before those found by other words. No filters.
   */
  complete(request: SearchRequest): Promise<SearchAnswer>;
  /** Values that could follow a half-typed filter (`author:va` → names), most frequent first. */
  completeFilter(query: string, offset: number): Promise<readonly FilterCompletion[]>;
  /** The references with these keys, in their order; `undefined` where there is none. Sources in `preferredSources` go first. */
  find(
    keys: readonly string[],
    preferredSources?: readonly string[],
  ): Promise<readonly (LibraryReference | undefined)[]>;
  /**
   * Works that may be the one that an item from elsewhere is about: those with one of the identifiers first, then those with its title. Many
   * times faster than a search.
   */
  alike(item: CslItem, identifiers: readonly Identifier[]): Promise<readonly LibraryReference[]>;
  /**
   * What these sources define by each of the keys, in their order: an entry of that key, one that has it as another of its keys
   * (biblatex's `ids`), or, where case is ignored, one whose key differs in case alone. Of several sources the first counts.
   */
  definitions(
    keys: readonly string[],
    sourceIds: readonly string[],
    options?: { readonly ignoreCase?: boolean },
  ): Promise<readonly (LibraryReference | undefined)[]>;
  /** Whether they define each of the keys, likewise: of thousands, that is asked many times faster. */
  areDefined(
    keys: readonly string[],
    sourceIds: readonly string[],
    options?: { readonly ignoreCase?: boolean },
  ): Promise<readonly boolean[]>;
  /** All keys of some sources: what a document may cite. */
  keys(sourceIds: readonly string[]): Promise<readonly string[]>;
  /** The keys that come up in more than one of these sources, or twice in one, with all their places. */
  duplicateKeys(
    sourceIds: readonly string[],
  ): Promise<readonly { readonly key: string; readonly origins: readonly Reference['origin'][] }[]>;
  /** References of one source in file order. */
  contents(sourceId: string): Promise<readonly LibraryReference[]>;

  groups(by: GroupBy, filter?: string): Promise<readonly Group[]>;
  /** The references of a group in an order, that by author unless told; all of them, or those at `[start, end)`. */
  members(
    by: GroupBy,
    groupId: string,
    filter?: string,
    slice?: readonly [start: number, end: number],
    order?: MemberOrder,
  ): Promise<readonly Member[]>;
  related(key: string, limit: number): Promise<readonly LibraryReference[]>;
  /**
   * What the abstract of a work says to a claim, of the source that is named or any that has the key; `undefined` where there is no such work.
   * Only its sentences are encoded, and kept for the next question.
   */
  evidence(claim: string, key: string, source?: string): Promise<Evidence | undefined>;

  /** All works with their places on a map: takes seconds for a large library, and nothing while that does not change. */
  picture(): Promise<LibraryPicture>;

  /** The entry as BibTeX: its own text when it came from a `.bib`, else freshly written. */
  bibtex(key: string, preferredSources?: readonly string[]): Promise<string | undefined>;

  /** Says whether the library's own papers are to be read for their meaning, from now on: minutes of work in the background. */
  understand(isWanted: boolean): Promise<void>;
  /** What was understood so far, to go on from the next time; `undefined` where nothing can be. */
  understood(): Promise<Uint8Array | undefined>;
  /** Called now and then while papers are read for their meaning, and when all are. Returns a function that ends it. */
  onDidUnderstand(listener: (understanding: Understanding) => void): () => void;

  /** Called after sources changed (coalesced). Returns a function that ends it. */
  onDidChange(listener: (change: LibraryChange) => void): () => void;
}

/** How many of the library's own papers are understood, of how many. */
export interface Understanding {
  readonly done: number;
  readonly total: number;
}

export interface LibraryChange {
  readonly sources: readonly SourceState[];
  /** Keys added, changed or removed; `undefined` when too many to name. */
  readonly keys?: readonly string[];
}
