import { type Identifier, identifierUrl, sameIdentifier } from '../../model/identifiers/identifier';
import { itemIdentifiers } from '../../model/identifiers/itemIdentifiers';
import type { Reference } from '../../model/reference';
import { comparableUrl } from './comparableUrl';
import type { IdentifierQuery } from './identifierQuery';

/** Shorter stretches of letters and digits stand in many entries. */
const shortestRun = 3;
/** Entries that are read for one query at most: what so many share is no identifier. */
const maxRead = 200;
/** Entries whose text is looked through between two pauses. */
const perSlice = 5000;

/** Where identifiers are looked up. */
export interface IdentifiedReferences {
  /** Those of the work that has it, as far as that is known by now. */
  withIdentifier(identifier: Identifier): readonly Reference[];
  all(): Iterable<Reference>;
}

/**
 * The references that an identifier or address names. One that is half typed, or an ISBN, which chapters have too, is looked for in
 * entries as they are written, and only those that have its letters and digits are read: no table of such is kept.
 */
export async function findByIdentifier(
  wanted: IdentifierQuery,
  references: IdentifiedReferences,
  pause: () => Promise<void>,
): Promise<readonly Reference[]> {
  if (!wanted.exact && wanted.beginning === undefined && !wanted.url) return [];
  if (wanted.exact && wanted.exact.kind !== 'isbn') {
    const known = references.withIdentifier(wanted.exact).filter(one => matchOf(one, wanted) === 'exact');
    if (known.length) return known;
  }
  const mayHave = rawTest(wanted);
  const exact: Reference[] = [];
  const beginning: Reference[] = [];
  let seen = 0;
  let read = 0;
  for (const reference of references.all()) {
    if (++seen % perSlice === 0) await pause();
    const { content } = reference;
    if (typeof content === 'string' ? !mayHave(content) : reference.item === undefined) continue;
    if (typeof content === 'string' && ++read > maxRead) break;
    const match = matchOf(reference, wanted);
    if (match === 'exact') exact.push(reference);
    else if (match === 'beginning') beginning.push(reference);
  }
  return exact.length || read > maxRead ? exact : beginning;
}

function matchOf(
  { item }: Reference,
  { exact, beginning, url }: IdentifierQuery,
): 'exact' | 'beginning' | undefined {
  const own = itemIdentifiers(item);
  if (exact && own.some(identifier => sameIdentifier(identifier, exact))) return 'exact';
  if (url !== undefined) {
    const urls = [item.URL, ...own.map(identifierUrl)].filter(value => typeof value === 'string');
    const comparable = urls.map(comparableUrl);
    if (comparable.includes(url)) return 'exact';
    if (!exact && comparable.some(one => one.startsWith(url))) return 'beginning';
  }
  if (beginning !== undefined && own.some(({ kind, id }) => `${kind}:${id}`.startsWith(beginning)))
    return 'beginning';
  return undefined;
}

/** Whether the text of an entry has what an identifier is made of. */
function rawTest({ exact, beginning, url }: IdentifierQuery): (content: string) => boolean {
  const named = exact ? `${exact.kind}:${exact.id}` : (beginning ?? url ?? '');
  // The nine digits that both forms of an ISBN share, or the number of an Elsevier paper, however they are grouped.
  const grouped = named.startsWith('isbn:') ? named.slice(8, 17) : /^pii\/(.+)/.exec(named)?.[1];
  if (grouped) {
    const pattern = new RegExp([...grouped].join('(?:[\\s()\\-‐‑‒–]|%2[89])?'), 'i');
    return content => pattern.test(content);
  }
  const id = named.replace(/^(?:doi:10\.\d*\/?|arxiv:|pmid:|pmcid:(?:pmc)?)/i, '').toLowerCase();
  const runs = id.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = runs.filter(run => run.length >= shortestRun);
  const needed = telling.length ? telling : runs;
  // Digits are found many times sooner than letters of either case.
  const numbers = needed.filter(run => /^\d+$/.test(run));
  const words = needed.filter(run => !/^\d+$/.test(run)).map(run => new RegExp(run, 'i'));
  return content => numbers.every(run => content.includes(run)) && words.every(word => word.test(content));
}
