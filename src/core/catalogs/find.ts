import { identifierLabel } from '../model/identifiers/identifier';
import { say } from '../util/say';
import type { Access, Catalog, CatalogQuery, ServiceId } from './catalog';
import { CatalogFailure, isCancelled } from './failure';
import { byConfidence, isTitledOtherwise, sureEnough } from './likelihood';
import { type Asking, type LookedUp, lookUp } from './lookUp';
import { type AskedQuery, readQuery } from './query';
import type { FoundWork } from './records/mergeRecords';
import { searchCatalogs, searchedByDefault } from './searchCatalogs';
import { catalogOf } from './services/catalogs';
import type { StatedWork } from './statedWorks';
import { firstNameOfReference, titleOfReference } from './text/referenceText';

export interface Finding {
  /** The services that may be asked, in the order wanted. */
  readonly catalogs: readonly Catalog[];
  /** Whether a person named them; else words go only to those that are searched by default. */
  readonly onlyThese: boolean;
  readonly access: Access;
  /** Leaves out a service that cannot be asked just now. */
  readonly able?: (service: ServiceId) => boolean;
  readonly ask: Asking['ask'];
}

/** What came of a text; `error` says in words why there is nothing. */
export interface Found {
  readonly works: readonly FoundWork[];
  readonly failures: readonly CatalogFailure[];
  readonly error?: string;
}

/** How many works a search asks each service for. */
export const searchLimit = 10;

/** Looks up what a text names or describes. */
export async function find(text: string, finding: Finding): Promise<Found> {
  const question = readQuery(text);
  const { kind, query } = question;
  // Services answer a search for nothing with all they have.
  if (!/[\p{L}\p{N}]/u.test(text)) return { works: [], failures: [], error: say('Nothing to look up.') };
  const asking: Asking = {
    catalogs: finding.catalogs.filter(({ id }) => finding.able?.(id) ?? true),
    access: finding.access,
    onlyThese: finding.onlyThese,
    ask: finding.ask,
  };
  try {
    if (query.kind === 'words') return await bySearch(query.id, asking, finding);
    if (question.stated.length > 0) return await byStatement(question, asking);
    if (question.listed.length > 0) return await byList(question.listed, asking, finding);
    if (kind === 'reference') return await byReference(query.id, asking, finding);
    const { works, failures, without, able } = await lookUp(query, asking);
    return works.length > 0
      ? { works, failures }
      : { works, failures, error: saidNothing(query, failures, without, able) };
  } catch (error) {
    if (isCancelled(error)) return { works: [], failures: [], error: say('Cancelled.') };
    throw error;
  }
}

/** A reference without identifier, by its words. */
async function byReference(text: string, asking: Asking, finding: Finding): Promise<Found> {
  const query = { kind: 'reference', id: text } as const;
  const { works, failures, without, able } = await lookUp(query, asking);
  // Services that take no whole references may find it by its title.
  if (able.length === 0) return await byTitle(text, asking, finding);
  const sure = works.filter(({ confidence = 0 }) => confidence >= sureEnough);
  if (sure.length > 0) return { works: sure, failures };
  return { works: [], failures, error: nearest(works[0]) ?? saidNothing(query, failures, without, able) };
}

/** Searched for by its title and the first name; what is found has to be the reference. */
async function byTitle(text: string, asking: Asking, finding: Finding): Promise<Found> {
  const title = titleOfReference(text);
  const found = await bySearch(
    title ? `${title} ${firstNameOfReference(text) ?? ''}`.trim() : text,
    asking,
    finding,
  );
  const works = byConfidence(text, found.works);
  const sure = works.filter(({ confidence }) => confidence >= sureEnough);
  if (sure.length > 0 || found.error) return { ...found, works: sure };
  return { works: [], failures: found.failures, error: nearest(works[0]) ?? say('Not found.') };
}

/** Of each reference of a list the best match; it is told of those that have none. */
async function byList(listed: readonly string[], asking: Asking, finding: Finding): Promise<Found> {
  const all: Found[] = [];
  for (const text of listed) all.push(await byReference(text, asking, finding));
  const works = all.flatMap(found => found.works.slice(0, 1));
  const failures = all.flatMap(found => found.failures);
  const error = all.find(found => found.error)?.error;
  return { works, failures, ...(works.length === 0 && error !== undefined && { error }) };
}

/** The works that a text states by an identifier, and of which it is told where none has one. */
async function byStatement({ stated, words }: AskedQuery, asking: Asking): Promise<Found> {
  const works: FoundWork[] = [];
  const failures: CatalogFailure[] = [];
  let error: string | undefined;
  for (const one of stated) {
    const { identifier } = one;
    const found = await wholeOrBroken(one, words, asking);
    works.push(...found.works);
    failures.push(...found.failures);
    if (found.works.length > 0) continue;
    const said = saidNothing(identifier, found.failures, found.without, found.able);
    error ??= said;
    if (found.without[0])
      failures.push(
        new CatalogFailure(found.without[0], 'not-found', `${identifierLabel(identifier)}: ${said}`),
      );
  }
  if (works.length === 0) return { works, failures, ...(error !== undefined && { error }) };
  return { works, failures };
}

/** By the identifier as it stands; as it goes on behind a break where it names nothing so, or a work of another title. */
async function wholeOrBroken(
  { identifier, longer }: StatedWork,
  words: string,
  asking: Asking,
): Promise<LookedUp> {
  const found = titled(words, await lookUp(identifier, asking));
  if (!longer || hasMeant(found)) return found;
  const again = titled(words, await lookUp(longer, asking));
  return hasMeant(again) || found.works.length === 0
    ? { ...again, failures: found.failures.concat(again.failures) }
    : found;
}

function hasMeant({ works }: LookedUp): boolean {
  return works.some(({ isTitledOtherwise }) => !isTitledOtherwise);
}

function titled(words: string, found: LookedUp): LookedUp {
  const works = found.works.map(work =>
    isTitledOtherwise(words, work.item) ? { ...work, isTitledOtherwise: true } : work,
  );
  return { ...found, works };
}

/** The best match of a reference, when it is not sure enough to be taken for it. */
function nearest(work: FoundWork | undefined): string | undefined {
  if (!work) return undefined;
  return say(
    'No work matches this reference well enough. The nearest is “{0}” ({1}% sure).',
    work.item.title ?? '',
    Math.round(100 * (work.confidence ?? 0)),
  );
}

async function bySearch(words: string, asking: Asking, finding: Finding): Promise<Found> {
  const catalogs = asking.catalogs.filter(
    ({ id, search }) => search && (finding.onlyThese || searchedByDefault.includes(id)),
  );
  if (catalogs.length === 0)
    return {
      works: [],
      failures: [],
      error: say('{0} cannot be searched by words.', names(asking.catalogs.map(({ id }) => id))),
    };
  const { works, failures } = await searchCatalogs(words, searchLimit, { ...asking, catalogs });
  if (works.length > 0) return { works, failures };
  const quiet = catalogs.map(({ id }) => id).filter(id => !failures.some(({ service }) => service === id));
  return {
    works,
    failures,
    error: saidNothing(
      { kind: 'words', id: words },
      failures,
      quiet,
      catalogs.map(({ id }) => id),
    ),
  };
}

/** Why nothing was found, each service once. */
function saidNothing(
  query: CatalogQuery,
  failures: readonly CatalogFailure[],
  without: readonly ServiceId[],
  able: readonly ServiceId[],
): string {
  const parts: string[] = [];
  if (able.length === 0)
    parts.push(
      query.kind === 'url'
        ? say(
            'This address carries no identifier that could be looked up. Give the DOI, or the title in words.',
          )
        : say('None of the services asked can look this up.'),
    );
  if (without.length > 0)
    parts.push(
      without.length > 1
        ? say('Not found: {0} have no such work. Is it spelled right?', names(without))
        : say('Not found: {0} has no such work. Is it spelled right?', names(without)),
    );
  const offline = failures.filter(({ kind }) => kind === 'offline').map(({ service }) => service);
  if (offline.length > 1) parts.push(say('{0} cannot be reached. Is this computer online?', names(offline)));
  parts.push(
    ...failures.filter(({ kind }) => kind !== 'offline' || offline.length < 2).map(({ message }) => message),
  );
  return parts.join(' ') || say('Not found.');
}

function names(services: readonly ServiceId[]): string {
  const list = services.map(id => catalogOf(id).name);
  return list.length > 1
    ? say('{0} and {1}', list.slice(0, -1).join(', '), list.at(-1)!)
    : (list[0] ?? say('No service'));
}
