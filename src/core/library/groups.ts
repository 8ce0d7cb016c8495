import type { Reference } from '../reference';
import { briefOf } from './brief';
import type { Group, GroupBy } from './libraryService';
import type { Work } from './works';

/** A curated topic of the collection. */
export interface Topic {
  readonly id: string;
  readonly label: string;
}

/** The group of what has no topic, year, venue or author; always the last. */
const none = '';
const labelsOfNone: Readonly<Record<Exclude<GroupBy, 'source'>, string>> = {
  topic: 'No topic',
  year: 'No year',
  venue: 'No venue',
  letter: 'No author',
};

/** The groups a work is in: one or more by topic and source, exactly one otherwise. */
export function groupIdsOf(work: Work, by: GroupBy): readonly string[] {
  if (by === 'source') return [...new Set(work.references.map(({ origin }) => origin.source))];
  if (by === 'topic') return topicsOf(work.references);
  return [first(work.references, reference => singleGroup(reference, by)) ?? none];
}

function topicsOf(references: readonly Reference[]): readonly string[] {
  const curated = references.flatMap(({ origin, item }) =>
    origin.source === 'collection' ? (item.custom?.topics ?? []) : [],
  );
  if (curated.length) return [...new Set(curated)];
  const keywords = references.flatMap(reference => briefOf(reference).keywords ?? []);
  return keywords.length ? [...new Set(keywords)] : [none];
}

function singleGroup(reference: Reference, by: 'year' | 'venue' | 'letter'): string | undefined {
  const brief = briefOf(reference);
  if (by === 'year') return brief.year;
  if (by === 'venue') return brief.venue;
  return brief.firstFamily && initial(brief.firstFamily);
}

/** `É` and `e` are under E; what is no letter is under #. */
function initial(name: string): string {
  const letter = name.normalize('NFD').match(/\p{L}/u)?.[0]?.toUpperCase() ?? '';
  return letter || '#';
}

function first<T>(
  references: readonly Reference[],
  get: (reference: Reference) => T | undefined,
): T | undefined {
  for (const reference of references) {
    const value = get(reference);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * Groups with their counts, sorted as people expect: years and topics' counts downwards, names by alphabet, what has none last. Sources are
 * not grouped here: they are listed with their state even when empty.
 */
export function groupsOf(
  works: Iterable<Work>,
  by: Exclude<GroupBy, 'source'>,
  topics: readonly Topic[],
): Group[] {
  const counts = new Map<string, number>();
  for (const work of works) for (const id of groupIdsOf(work, by)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const groups = [...counts].map(([id, count]) => ({
    id,
    count,
    label: id === none ? labelsOfNone[by] : by === 'topic' ? (labels.get(id) ?? id) : id,
  }));
  const order = by === 'year' ? (a: Group, b: Group) => collator.compare(b.id, a.id) : byLabel;
  return groups.sort((a, b) => Number(a.id === none) - Number(b.id === none) || order(a, b));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const byLabel = (a: Group, b: Group): number => collator.compare(a.label, b.label);

/** The works of one group, in the order they are shown: by first author, then year (newest first), then title. */
export function membersOf(works: Iterable<Work>, by: GroupBy, groupId: string): Work[] {
  const members: { work: Work; author: string; year: string; title: string }[] = [];
  for (const work of works) {
    if (!groupIdsOf(work, by).includes(groupId)) continue;
    const brief = briefOf(work.references[0]!);
    const author = brief.firstFamily ?? '\uffff';
    members.push({ work, author, year: brief.year ?? '', title: brief.title });
  }
  return members
    .sort(
      (a, b) =>
        collator.compare(a.author, b.author) ||
        collator.compare(b.year, a.year) ||
        collator.compare(a.title, b.title),
    )
    .map(({ work }) => work);
}
