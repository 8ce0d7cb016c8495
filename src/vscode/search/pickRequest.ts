import type { LibraryReference, SearchAnswer } from '../../core/library/libraryService';
import type { OutsideHit, OutsideSearch } from './outsideSearch';

/** What a search knows of the document that will cite. */
export interface SearchContext {
  /** The document's bibliographies; `undefined` where nothing will be cited in a document. */
  readonly sources?: readonly string[];
  readonly citedKeys: readonly string[];
  readonly recentKeys: readonly string[];
}

export interface PickRequest {
  readonly title: string;
  readonly placeholder: string;
  readonly query?: string;
  /** The query is a sentence of a draft, in which nothing filters. */
  readonly isSentence?: boolean;
  /** Whether several can be picked: from the start, when asked for by a button, or not at all. */
  readonly several: 'now' | 'possible' | 'never';
  /** Asked for once, when the list is already open: finding bibliographies may take a moment. */
  readonly context: () => Promise<SearchContext>;
  /** What is listed before anything is typed, instead of what was used last. */
  readonly initial?: () => Promise<SearchAnswer>;
  /** Searching beyond the library, where that can be. */
  readonly outside?: OutsideSearch | undefined;
  /** What is listed instead of the library: typing narrows it. */
  readonly listed?: { readonly heading: string; readonly hits: readonly OutsideHit[] } | undefined;
}

/** What was picked, and the form it was asked to be cited in. */
export interface Picked {
  readonly references: readonly LibraryReference[];
  /** Absent: in the form that is cited in otherwise. */
  readonly otherForm?: boolean;
}

/** What the buttons of an item do; the search goes on. */
export interface PickActions {
  openAbstract(reference: LibraryReference): void;
  copyKey(reference: LibraryReference): void;
  openPaper(reference: LibraryReference): void;
  openOnWeb(reference: LibraryReference): void;
}
