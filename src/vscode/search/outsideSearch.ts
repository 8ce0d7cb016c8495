import type { LibraryReference } from '../../core/library/libraryService';

/** A work found outside of the library, or the library's reference to it. */
export interface OutsideHit {
  readonly reference: LibraryReference;
  /** `in your library as roe2020`, `Retracted …`, `from Crossref, OpenAlex` */
  readonly note: string;
}

export interface OutsideAnswer {
  readonly query: string;
  readonly heading: string;
  /** Best first. */
  readonly hits: readonly OutsideHit[];
  /** What was asked for was one work: what is found goes before what the library has of its words. */
  readonly isMeant?: boolean;
  /** Names of services whose answer is still to come. */
  readonly pending: readonly string[];
  /** Why there is no more, for people. */
  readonly failures: readonly string[];
}

/** What a row of the list offers to ask outside of the library: choosing it is the writer's consent. */
export interface OutsideOffer {
  readonly label: string;
  /** Identifiers say which works are meant: the library shows nothing but them. */
  readonly isExact: boolean;
  /** The text is nothing but the identifier of one work: what is found is taken at once. */
  readonly isIdentifier: boolean;
  /** It goes before what the library has of these words: so it stays where it is while more of that comes. */
  readonly goesFirst?: boolean;
}

/** Searching beyond the library, as the list asks for it. */
export interface OutsideSearch {
  /** `undefined` where nothing can be asked. */
  offer(query: string): OutsideOffer | undefined;
  /** Tells of a reference of the library whether it is what identifiers in a query name. */
  meantBy(query: string): (reference: LibraryReference) => boolean;
  /** Calls `progress` as answers come. */
  ask(query: string, progress: (answer: OutsideAnswer) => void, signal: AbortSignal): Promise<void>;
  /** What was answered, compared anew with the library, which has changed. */
  comparedAnew(answer: OutsideAnswer): Promise<OutsideAnswer>;
  /** What was picked, as it is to be written. `undefined` when the writer thought better of it. */
  finished(reference: LibraryReference): Promise<LibraryReference | undefined>;
}
