import { normalized } from '../../util/normalized';
import { say } from '../../util/say';
import type { Group, GroupBy } from '../libraryService';
import { byAlphabet, type MarkedWork, newestFirst } from './memberOrder';

/** A curated topic of the collection. */
export interface Topic {
  readonly id: string;
  readonly label: string;
}

/** The group of what has no topic, collection, year, venue or author; always the last. */
const none = '';
const labelsOfNone = (): Readonly<Record<Exclude<GroupBy, 'source'>, string>> => ({
  topic: say('No topic'),
  collection: say('In no collection'),
  year: say('No year'),
  venue: say('No venue'),
  letter: say('No author'),
});

/** The groups a work is in: one or more by topic, collection and source, exactly one otherwise. */
export function groupIdsOf({ references, marks }: MarkedWork, by: GroupBy): readonly string[] {
  switch (by) {
    case 'source':
      return [...new Set(references.map(({ origin }) => origin.source))];
    case 'topic':
      return marks.topics.length ? marks.topics : [none];
    case 'collection':
      return marks.collections.length ? marks.collections : [none];
    case 'year':
      return [marks.year ?? none];
    case 'venue':
      return [marks.venue ?? none];
    case 'letter':
      return [marks.family ? initial(marks.family) : none];
  }
}

/** `É` and `e` are under E; what is no letter is under #. */
function initial(name: string): string {
  return normalized(name, 'NFD').match(/\p{L}/u)?.[0]?.toUpperCase() ?? '#';
}

/**
 * Groups with their counts, sorted as people expect: years downwards, names by alphabet, what has none last. Sources are not grouped
 * here: they are listed with their state even when empty.
 */
export function groupsOf(
  works: Iterable<MarkedWork>,
  by: Exclude<GroupBy, 'source'>,
  topics: readonly Topic[],
): Group[] {
  const counts = new Map<string, number>();
  for (const work of works) for (const id of groupIdsOf(work, by)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const labelOf = (id: string) =>
    id === none ? labelsOfNone()[by] : by === 'topic' ? (labels.get(id) ?? id) : id;
  const groups = [...counts].map(([id, count]) => ({ id, count, label: labelOf(id) }));
  const order = by === 'year' ? (a: Group, b: Group) => newestFirst(a.id, b.id) : byLabel;
  return groups.sort((a, b) => Number(a.id === none) - Number(b.id === none) || order(a, b));
}

const byLabel = (a: Group, b: Group): number => byAlphabet(a.label, b.label);

/** The works of one group. */
export function membersOf(works: Iterable<MarkedWork>, by: GroupBy, groupId: string): MarkedWork[] {
  const members: MarkedWork[] = [];
  for (const work of works) if (groupIdsOf(work, by).includes(groupId)) members.push(work);
  return members;
}
