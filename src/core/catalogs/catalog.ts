import type { Identifier } from '../model/identifiers/identifier';
import type { CslItem } from '../model/reference';
import type { Task } from '../util/cooperative';

/** The services that can be asked, by the names that settings and the command line use. */
export const serviceIds = [
  'crossref',
  'datacite',
  'arxiv',
  'europe-pmc',
  'openalex',
  'pubmed',
  'semantic-scholar',
  'dblp',
  'open-library',
  'google-books',
  'inspire',
  'hugging-face',
  'unpaywall',
  'doi-org',
] as const;

export type ServiceId = (typeof serviceIds)[number];

/** What is asked of a service. `url` is a page on the web that carries no identifier of a work. */
export type CatalogQuery = Identifier | { readonly kind: 'url' | 'reference' | 'words'; readonly id: string };

/** What a person told us to send along: each only to the service that asks for it. */
export interface Access {
  /** For the polite pools of Crossref and OpenAlex, for PubMed, and because Unpaywall refuses requests without. */
  readonly email?: string | undefined;
  readonly keys?: Readonly<Partial<Record<ServiceId, string>>> | undefined;
}

/** One HTTP request, as data. */
export interface CatalogRequest {
  readonly service: ServiceId;
  readonly url: string;
  readonly accept: string;
  /** The key, where the service wants it as a header. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses other than 404 by which the service says that it has no such work. */
  readonly notFound?: readonly number[];
  /** What its answer amounts to; the body is text of the wanted kind. Throws `UnreadableAnswer` when it is not. */
  read(body: string): CatalogReading;
  /** The same work by work, for answers that list many. */
  readSteps?(body: string): Task<CatalogReading>;
}

export interface CatalogReading {
  /** Best first. Empty when the service has nothing. */
  readonly records: readonly CatalogRecord[];
  /** What has to be asked next to get there, where one request is not enough. */
  readonly next?: CatalogRequest | undefined;
}

/** A notice about a work: its retraction, a correction, an expression of concern. */
export interface Notice {
  readonly kind: 'retraction' | 'concern' | 'correction';
  readonly doi?: string | undefined;
  /** ISO 8601, as exact as known. */
  readonly date?: string | undefined;
  /** Who says so: `publisher`, `retraction-watch`, or the service. */
  readonly source?: string | undefined;
}

/** One work as one service knows it. Texts are plain; `item.custom.formatted` holds titles with the tags of CSL. */
export interface CatalogRecord {
  readonly service: ServiceId;
  /** Its id is empty until it is given a citation key. */
  readonly item: CslItem;
  /** All that name this work, each once; its own first. */
  readonly identifiers: readonly Identifier[];
  /** Where the service shows it. */
  readonly page?: string | undefined;
  /** A free copy. */
  readonly pdf?: string | undefined;
  /** How often it is cited, as this service counts. */
  readonly citations?: number | undefined;
  readonly notices?: readonly Notice[] | undefined;
  /** Of a preprint: the identifier of its published version. */
  readonly publishedAs?: Identifier | undefined;
  /** Of a preprint whose published version has no identifier here: where that appeared, as its authors say. */
  readonly publishedIn?: string | undefined;
  /** Of a published work: that of its preprint. */
  readonly preprint?: Identifier | undefined;
  /** Of a notice: the work it is about. */
  readonly noticeOf?: { readonly kind: Notice['kind']; readonly doi: string } | undefined;
  /** The service's own identifier, by which it is asked for references and citing works. */
  readonly ownId?: string | undefined;
  /** How sure it is that this is the work a reference in words means: 0 to 1. */
  readonly confidence?: number | undefined;
}

/** One public service: only addresses and a mapping, no network. */
export interface Catalog {
  readonly id: ServiceId;
  /** As it calls itself. */
  readonly name: string;
  /** Hosts it may be spoken to at, the first by default; redirects to others are not followed. */
  readonly hosts: readonly string[];
  /** Milliseconds between two requests to its public host, and how many at a time. */
  readonly pace: { readonly interval: number; readonly atOnce: number };
  /** Whether browsers may ask it: it sends `Access-Control-Allow-Origin`. */
  readonly answersBrowsers: boolean;
  /** The request for one work; `undefined` for kinds of identifiers it does not know. */
  lookUp(query: CatalogQuery, access: Access): CatalogRequest | undefined;
  /** The request for works by words, `limit` at most. */
  search?(words: string, limit: number, access: Access): CatalogRequest | undefined;
  /** The works that a work refers to, or is cited by. */
  connected?(
    record: { readonly identifiers: readonly Identifier[]; readonly ownId?: string | undefined },
    direction: 'references' | 'citations',
    limit: number,
    access: Access,
  ): CatalogRequest | undefined;
}

/** An answer that is not what the service promises. */
export class UnreadableAnswer extends Error {}
