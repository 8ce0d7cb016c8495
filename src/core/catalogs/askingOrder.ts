import type { Access, Catalog, CatalogQuery, ServiceId } from './catalog';

/** Whose word goes first for a kind of identifier. */
const authorities: Readonly<Partial<Record<CatalogQuery['kind'], readonly ServiceId[]>>> = {
  doi: ['crossref', 'datacite'],
  arxiv: ['arxiv', 'datacite'],
  pmid: ['europe-pmc', 'pubmed'],
  pmcid: ['europe-pmc', 'pubmed'],
  isbn: ['open-library', 'google-books'],
  reference: ['crossref'],
};

/** Who is asked for a kind of identifier when nobody named the services: those that may know, and no more than are needed. */
const usual: Readonly<Partial<Record<CatalogQuery['kind'], readonly ServiceId[]>>> = {
  doi: ['crossref', 'datacite', 'openalex', 'europe-pmc', 'semantic-scholar', 'doi-org'],
  arxiv: ['arxiv', 'datacite', 'semantic-scholar', 'openalex'],
  pmid: ['europe-pmc', 'pubmed', 'openalex', 'semantic-scholar'],
  pmcid: ['europe-pmc', 'pubmed', 'openalex', 'semantic-scholar'],
};

/** Registrants of DataCite's that people cite most: Zenodo, Dryad, figshare, OSF, Dagstuhl, GBIF, PANGAEA's 10.1594, Mendeley, Kaggle. */
const dataciteFirst = /^10\.(?:5281|5061|6084|17605|4230|15468|1594|17632|34740|7910|48550|5067|22000)\//;

/** The services that know a kind of identifier, the authoritative first, doi.org last, all others in the order given. */
export function inAskingOrder(
  query: CatalogQuery,
  {
    catalogs,
    access,
    onlyThese = false,
  }: { catalogs: readonly Catalog[]; access: Access; onlyThese?: boolean | undefined },
): Catalog[] {
  const first = [...(authorities[query.kind] ?? [])];
  if (query.kind === 'doi' && dataciteFirst.test(query.id)) first.reverse();
  const place = ({ id }: Catalog) => {
    if (first.includes(id)) return first.indexOf(id);
    return id === 'doi-org' || id === 'unpaywall'
      ? 1000
      : first.length + catalogs.findIndex(other => other.id === id);
  };
  const wanted = onlyThese ? undefined : usual[query.kind];
  return catalogs
    .filter(({ id }) => !wanted || wanted.includes(id))
    .filter(catalog => catalog.lookUp(query, access) !== undefined)
    .sort((a, b) => place(a) - place(b));
}

/** Whether any of the services could answer a question: some know no books, some take no words. */
export function canBeAsked(
  query: CatalogQuery,
  asking: { readonly catalogs: readonly Catalog[]; readonly access: Access },
): boolean {
  if (inAskingOrder(query, asking).length > 0) return true;
  return query.kind === 'reference' && asking.catalogs.some(({ search }) => search);
}

/** Both agencies that register papers know nothing of the DOI. */
export function isLastAgency(without: readonly ServiceId[]): boolean {
  return without.includes('crossref') && without.includes('datacite');
}

/** Whether the service's no ends the matter: nobody else can know. */
export function isFinal(query: CatalogQuery, service: ServiceId, without: readonly ServiceId[]): boolean {
  if (!without.includes(service)) return false;
  switch (query.kind) {
    case 'doi':
      return service === 'doi-org';
    case 'arxiv':
      return without.includes('arxiv') && without.includes('datacite');
    case 'pmid':
      return service === 'pubmed';
    default:
      return false;
  }
}
