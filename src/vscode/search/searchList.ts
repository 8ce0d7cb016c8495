import type * as vscode from 'vscode';
import { plainLabel } from '../../core/display/text/plainText';
import { isInSources } from '../../core/library/documents/isInSources';
import type {
  AnswerSection,
  LibraryReference,
  SearchAnswer,
  SearchHit,
} from '../../core/library/libraryService';
import type { FilterCompletion } from '../../core/search/query/completeFilter';
import { orElse } from '../../core/util/orElse';
import { say } from '../../core/util/say';
import type { OutsideAnswer, OutsideOffer } from './outsideSearch';
import {
  filterItem,
  heading,
  notice,
  outsideItem,
  type ReferenceItem,
  referenceItem,
  type SearchItem,
  type Standing,
} from './searchItems';

/** Half-typed filters have few good continuations; more would bury what was found. */
const filtersShown = 5;
/** The first row's share of another's score from which on the other is what was meant. */
const farBetter = 0.5;

type Items = ReadonlyMap<SearchHit, ReferenceItem>;

export interface SearchListInput {
  readonly query: string;
  readonly answer: SearchAnswer;
  readonly filters: readonly FilterCompletion[];
  /** Picked under earlier queries: they stay on top, whatever is typed next. */
  readonly picked: readonly LibraryReference[];
  /** The document's bibliographies; `undefined` where nothing will be cited in a document. */
  readonly sources: readonly string[] | undefined;
  /** What can be asked beyond the library. */
  readonly offer?: OutsideOffer | undefined;
  /** What was found there for this query. */
  readonly outside?: OutsideAnswer | undefined;
  /** Why there is no answer. */
  readonly failure?: string;
}

export interface SearchList {
  readonly query: string;
  readonly items: readonly SearchItem[];
  /** The picked ones among `items`. */
  readonly picked: readonly ReferenceItem[];
  /** What Enter should take: the best hit, or where there is none the first way to go on with a filter. */
  readonly active: SearchItem | undefined;
}

/** A name for a reference that lasts over answers. */
export function identity({ origin, key }: LibraryReference): string {
  return `${origin.source}\n${key}`;
}

/** The list as shown: picked, ways to complete a filter, found; with headings where there is something to tell apart. */
export function searchList({
  query,
  answer,
  filters,
  picked,
  sources,
  offer,
  outside,
  failure,
}: SearchListInput): SearchList {
  const item = (hit: SearchHit) =>
    orElse(
      () => referenceItem(hit, standing(hit.reference, sources)),
      () => ({ reference: hit.reference, label: plainLabel(hit.reference.key), alwaysShow: true }),
    );
  const pickedItems = picked.map(reference => item({ reference, score: 0, titleMatches: [] }));
  const isPicked = new Set(picked.map(identity));
  const outsideHits = (outside?.hits ?? []).filter(hit => !isPicked.has(identity(hit.reference)));
  const isOutside = new Set(outsideHits.map(hit => identity(hit.reference)));
  const hits = answer.hits.filter(
    hit => !isPicked.has(identity(hit.reference)) && !isOutside.has(identity(hit.reference)),
  );
  const completions = filters.filter(filter => filter.query !== query).slice(0, filtersShown);
  // What follows a filter's name is what one waits for; a word that may become a name must not push what it finds aside.
  const values = completions.filter(({ label }) => !label.endsWith(':')).map(filterItem);
  const names = completions.filter(({ label }) => label.endsWith(':')).map(filterItem);
  const references = new Map(hits.map(hit => [hit, item(hit)] as const));
  const outsideItems = outsideHits.map(({ reference, note }) =>
    referenceItem({ reference, score: 0, titleMatches: [] }, standing(reference, sources), note),
  );
  const asked = offer && !outside ? [outsideItem(query, offer.label)] : [];
  const goesFirst = outside?.isMeant === true && outsideItems.length > 0;
  const isAskedFirst = offer?.goesFirst === true && asked.length > 0;
  const found = query.trim()
    ? inSections(hits, references, {
        hint: answer.hint,
        isBehindOthers: pickedItems.length + values.length > 0 || goesFirst || isAskedFirst,
        willCite: sources !== undefined,
      })
    : grouped(hits, references, sources !== undefined);
  const items: SearchItem[] = [
    ...section(say('Picked'), pickedItems),
    ...(isAskedFirst ? asked : []),
    ...(goesFirst ? outsideSection(outside, outsideItems) : []),
    ...section(say('Filters'), values),
    ...found,
    ...section(say('Filters'), names),
  ];
  if (failure) items.push(notice(say('The library cannot be searched now'), failure));
  else if (!hits.length && !outsideItems.length && !offer?.isExact && !outside?.pending.length)
    items.push(notice(answer.partial ? say('Still reading the library…') : nothingFound(query)));
  else if (answer.partial) items.push(heading(say('Still reading the library: more may be found')));
  if (!goesFirst) items.push(...outsideSection(outside, outsideItems));
  if (!isAskedFirst) items.push(...asked);
  const best = bestItem(hits, references);
  const [meant] = goesFirst ? outsideItems : [];
  const active = meant ?? best ?? values[0] ?? outsideItems[0] ?? asked[0] ?? names[0];
  return { query, items, picked: pickedItems, active };
}

/** What services answered, who is still to answer, and who could not. */
function outsideSection(
  outside: OutsideAnswer | undefined,
  found: readonly SearchItem[],
): vscode.QuickPickItem[] {
  if (!outside) return [];
  const { pending, failures } = outside;
  return [
    heading(outside.heading),
    ...found,
    ...(pending.length ? [notice(say('Waiting for {0}…', pending.join(', ')))] : []),
    ...(!pending.length && !found.length && !failures.length ? [notice(say('Nothing found there'))] : []),
    ...failures.map(message => notice(message)),
  ];
}

function standing(reference: LibraryReference, sources: readonly string[] | undefined): Standing {
  if (!sources) return undefined;
  return isInSources(reference, sources) ? 'has' : 'lacks';
}

/** The first row is what Enter takes, unless another matches far better: that one is on the screen, too. */
function bestItem(hits: readonly SearchHit[], items: Items): ReferenceItem | undefined {
  const [first] = hits;
  if (!first) return undefined;
  const best = hits.reduce((best, hit) => (hit.score > best.score ? hit : best));
  return items.get(first.score < farBetter * best.score ? best : first);
}

const headings = (): Readonly<Record<AnswerSection, string>> => ({
  document: say('This document'),
  library: say('Your library'),
  collection: say('Collection'),
  more: say('More of your library'),
  moreOfCollection: say('More of the collection'),
});
/** Goes on after headings of what the document's bibliographies lack: short, for headings take the room of the row below. */
const lacking = () => say(', to be added');

/** What was found, with a heading where there is something to tell apart. */
function inSections(
  hits: readonly SearchHit[],
  items: Items,
  {
    hint,
    isBehindOthers,
    willCite,
  }: { hint?: string | undefined; isBehindOthers: boolean; willCite: boolean },
): SearchItem[] {
  const sections = [...new Set(hits.map(hit => hit.section))];
  return sections.flatMap((name, at) => {
    // More of the writer's own may be of the document's bibliographies, or not.
    const isOwn = name === 'document' || name === 'more';
    const said = name && headings()[name] + (willCite && !isOwn ? lacking() : '');
    const isTold = sections.length > 1 || (willCite && !isOwn);
    const label = said && isTold ? said : isBehindOthers ? say('Found') : undefined;
    const members = hits.filter(hit => hit.section === name).map(hit => items.get(hit)!);
    return section(at === 0 && hint ? hint : label, members);
  });
}

/** Before anything is typed: what was used, under headings of its own, then the rest. */
function grouped(hits: readonly SearchHit[], items: Items, willCite: boolean): SearchItem[] {
  const cited = hits.filter(hit => hit.cited);
  const recent = hits.filter(hit => hit.recent && !hit.cited);
  const rest = hits.filter(hit => !hit.cited && !hit.recent);
  const of = (some: readonly SearchHit[]) => some.map(hit => items.get(hit)!);
  const used = cited.length + recent.length > 0;
  return [
    ...section(say('Recently cited'), of(recent)),
    ...section(say('Cited in this document'), of(cited)),
    ...inSections(rest, items, { isBehindOthers: used, willCite }),
  ];
}

function section(title: string | undefined, items: readonly SearchItem[]): vscode.QuickPickItem[] {
  return title && items.length ? [heading(title), ...items] : [...items];
}

function nothingFound(query: string): string {
  return query.trim() ? say('Nothing found for “{0}”', query.trim()) : say('The library is empty');
}
