import type { Identifier } from '../model/identifiers/identifier';
import { inAskingOrder, isFinal, isLastAgency } from './askingOrder';
import type {
  Access,
  Catalog,
  CatalogQuery,
  CatalogReading,
  CatalogRecord,
  CatalogRequest,
  ServiceId,
} from './catalog';
import { CatalogFailure, isCancelled } from './failure';
import { byConfidence, sureEnough } from './likelihood';
import { type FoundWork, mergeRecords } from './records/mergeRecords';
import { isSameWork } from './records/sameWork';
import { uniteRecords } from './records/uniteRecords';

/** How services are asked: which, with what, and by whom requests are made. */
export interface Asking {
  /** Those that may be asked, in the order wanted. */
  readonly catalogs: readonly Catalog[];
  readonly access: Access;
  /** Whether a person named the services, so that all of them may be asked for anything. */
  readonly onlyThese?: boolean | undefined;
  /** Makes a request and reads its answer. `undefined` when the service has no such work; throws `CatalogFailure`. */
  readonly ask: (request: CatalogRequest) => Promise<CatalogReading | undefined>;
}

export interface LookedUp {
  /** Best first; of an identifier at most one. */
  readonly works: readonly FoundWork[];
  /** What went wrong on the way, also where another service helped out. */
  readonly failures: readonly CatalogFailure[];
  /** Services that said they have no such work. */
  readonly without: readonly ServiceId[];
  /** Services that were asked or could have been. */
  readonly able: readonly ServiceId[];
}

/**
 * Looks one work up: the registration agency (or whoever is authoritative for the kind of identifier) for the record, other services only
 * where that one fails, and one more for what the record lacks.
 */
export async function lookUp(query: CatalogQuery, asking: Asking): Promise<LookedUp> {
  const failures: CatalogFailure[] = [];
  const without: ServiceId[] = [];
  const able = inAskingOrder(query, asking);
  const asked = new Set<ServiceId>();
  const attempt = async (catalog: Catalog, about: CatalogQuery) => {
    asked.add(catalog.id);
    try {
      const records = await recordsOf(catalog, about, asking);
      if (records.length === 0) without.push(catalog.id);
      return records;
    } catch (error) {
      if (isCancelled(error) || !(error instanceof CatalogFailure)) throw error;
      failures.push(error);
      return [];
    }
  };
  let records: readonly CatalogRecord[] = [];
  const waiting = [...able];
  for (let catalog = waiting.shift(); catalog; catalog = next(waiting, query, failures, without)) {
    records = await attempt(catalog, query);
    if (records.length > 0 || isFinal(query, catalog.id, without) || isOffline(failures, without)) break;
  }
  const filled = async (record: CatalogRecord): Promise<CatalogRecord[]> => {
    const all = [record];
    for (const { isMissing, services, whenNamed = [] } of wants) {
      if (!isMissing(record)) continue;
      const may = asking.onlyThese ? [...services, ...whenNamed] : services;
      const [more] = await oneMore(record, may, asking, asked, attempt, failures);
      if (more && (isSameWork(record, more) || shares(record.identifiers, more.identifiers))) all.push(more);
    }
    return all;
  };
  let works: readonly FoundWork[];
  if (query.kind === 'reference') {
    const [best, ...others] = byConfidence(query.id, records);
    const isSure = best !== undefined && best.confidence >= sureEnough;
    const united = uniteRecords(isSure ? [...(await filled(best)), ...others] : records);
    works = byConfidence(query.id, united).filter(({ confidence }) => confidence >= sureEnough / 2);
  } else works = records[0] ? [mergeRecords(await filled(records[0]))] : [];
  return { works, failures, without, able: able.map(({ id }) => id) };
}

/** All records of one service, over as many requests as it needs. */
export async function recordsOf(
  catalog: Catalog,
  query: CatalogQuery,
  asking: Asking,
): Promise<readonly CatalogRecord[]> {
  const records = await follow(catalog.lookUp(query, asking.access), asking);
  return query.kind === 'doi' || query.kind === 'arxiv' || query.kind === 'pmid' || query.kind === 'pmcid'
    ? records.filter(record => answers(record, query))
    : records;
}

/** Whether a record is about what was asked for. An agency knows the new names of its DOIs. */
function answers(record: CatalogRecord, { kind, id }: Identifier): boolean {
  if (record.service === 'crossref' || record.service === 'datacite' || record.service === 'doi-org')
    return true;
  const own = record.identifiers.filter(identifier => identifier.kind === kind);
  return own.length === 0 || own.some(identifier => identifier.id === id);
}

/** The records that a request leads to. */
export async function follow(
  request: CatalogRequest | undefined,
  asking: Asking,
): Promise<readonly CatalogRecord[]> {
  let at = request;
  for (let steps = 0; at && steps < 3; steps++) {
    const reading = await asking.ask(at);
    const records =
      reading?.records.filter(({ item, identifiers }) => item.title || identifiers.length > 0) ?? [];
    if (records.length > 0) return records;
    at = reading?.next;
  }
  return [];
}

/** Two services that cannot be reached, and none that can: asking more is of no use. */
function isOffline(failures: readonly CatalogFailure[], without: readonly ServiceId[]): boolean {
  return without.length === 0 && failures.length > 1 && failures.every(({ kind }) => kind === 'offline');
}

/** Where Crossref has no such DOI, DataCite may; where it did not answer, others know Crossref's works sooner than DataCite does. */
function next(
  waiting: Catalog[],
  query: CatalogQuery,
  failures: readonly CatalogFailure[],
  without: readonly ServiceId[],
): Catalog | undefined {
  if (query.kind === 'doi') {
    const failed = failures.some(({ service }) => service === 'crossref');
    const at = isLastAgency(without)
      ? waiting.findIndex(({ id }) => id === 'doi-org')
      : failed
        ? waiting.findIndex(({ id }) => id !== 'datacite')
        : -1;
    if (at > 0) return waiting.splice(at, 1)[0];
  }
  return waiting.shift();
}

/** What a record may lack that others have, and who has it, in the order they are asked; of several only one. */
const wants: readonly {
  readonly isMissing: (record: CatalogRecord) => boolean;
  readonly services: readonly ServiceId[];
  /** Those that take more requests, or know nothing else: only for whoever names them. */
  readonly whenNamed?: readonly ServiceId[];
}[] = [
  {
    isMissing: ({ item }) =>
      !item.abstract && /^(?:article(?:-journal)?|paper-conference|chapter|thesis|report)$/.test(item.type),
    services: ['openalex', 'europe-pmc', 'semantic-scholar'],
    whenNamed: ['pubmed', 'inspire'],
  },
  {
    // What a book is cited by.
    isMissing: ({ item, service }) =>
      /^(?:open-library|google-books)$/.test(service) &&
      !((item.author || item.editor) && item.publisher && item.issued),
    services: ['open-library', 'google-books'],
  },
  { isMissing: ({ pdf }) => !pdf, services: [], whenNamed: ['unpaywall'] },
];

/** The next service that could fill in; a further one only when it failed. */
async function oneMore(
  record: CatalogRecord,
  services: readonly ServiceId[],
  asking: Asking,
  asked: ReadonlySet<ServiceId>,
  attempt: (catalog: Catalog, about: CatalogQuery) => Promise<readonly CatalogRecord[]>,
  failures: readonly CatalogFailure[],
): Promise<readonly CatalogRecord[]> {
  for (const id of services) {
    const catalog = asking.catalogs.find(other => other.id === id);
    const identifier =
      catalog && record.identifiers.find(one => catalog.lookUp(one, asking.access) !== undefined);
    if (!identifier || asked.has(id)) continue;
    const before = failures.length;
    const records = await attempt(catalog, identifier);
    if (failures.length === before) return records;
  }
  return [];
}

function shares(a: readonly Identifier[], b: readonly Identifier[]): boolean {
  return a.some(one => b.some(two => one.kind === two.kind && one.id === two.id));
}
