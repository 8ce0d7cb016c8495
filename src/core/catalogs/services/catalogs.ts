import type { Catalog, ServiceId } from '../catalog';
import { arxiv } from './arxiv';
import { crossref } from './crossref/crossref';
import { datacite } from './datacite';
import { dblp } from './dblp';
import { doiOrg } from './doiOrg';
import { europePmc } from './europePmc';
import { googleBooks } from './googleBooks';
import { huggingFace } from './huggingFace';
import { inspire } from './inspire';
import { openalex } from './openalex';
import { openLibrary } from './openLibrary';
import { pubmed } from './pubmed/pubmed';
import { semanticScholar } from './semanticScholar';
import { unpaywall } from './unpaywall';

/** Every service, in the order it is asked in where nothing else is wanted. A new one is a file and a line here. */
export const catalogs: readonly Catalog[] = [
  crossref,
  datacite,
  arxiv,
  europePmc,
  openalex,
  pubmed,
  semanticScholar,
  openLibrary,
  googleBooks,
  inspire,
  dblp,
  huggingFace,
  unpaywall,
  doiOrg,
];

export function catalogOf(id: ServiceId): Catalog {
  return catalogs.find(catalog => catalog.id === id)!;
}

/** Where and how services are asked. */
export interface Surroundings {
  /** Pages can ask only those services that answer browsers (CORS). */
  readonly inBrowser: boolean;
  /** Empty when the writer gave none. */
  readonly email: string;
  /** Whether a service is asked at another address than its own. */
  readonly hasEndpoint: (service: ServiceId) => boolean;
}

/** Of the services that the writer wants, in their order, those that can be asked there. Unpaywall itself refuses whoever gives no address. */
export function askableCatalogs(
  wanted: readonly ServiceId[],
  { inBrowser, email, hasEndpoint }: Surroundings,
): Catalog[] {
  return wanted
    .map(catalogOf)
    .filter(({ answersBrowsers }) => answersBrowsers || !inBrowser)
    .filter(({ id }) => id !== 'unpaywall' || email !== '' || hasEndpoint(id));
}
