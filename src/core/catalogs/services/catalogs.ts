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
