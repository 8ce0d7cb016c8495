import type { LibraryPicture, PicturedWork } from '../../core/library/libraryService';
import { filled, type MapTexts } from './texts';

export type Chart = 'map' | 'years';

/** Where each work lies in a chart, x and y from 0 to 1, y upwards; NaN where it has no place. */
export type Places = Float32Array;

/** A stretch of years, both among it. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** What is chosen of the library; all of what is given holds. */
export interface Selection {
  readonly topic?: number;
  readonly years?: Years;
  /** A part of the map, by the numbers of its works. */
  readonly works?: ReadonlySet<number>;
}

export function mapPlaces({ works }: LibraryPicture): Places {
  const places = new Float32Array(2 * works.length).fill(Number.NaN);
  for (const [i, { place }] of works.entries()) if (place) places.set([place[0], 1 - place[1]], 2 * i);
  return places;
}

/** Years with their counts, in order. */
export function yearsOf({ works }: LibraryPicture): readonly (readonly [year: number, count: number])[] {
  const counts = new Map<number, number>();
  for (const { year } of works) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => a[0] - b[0]);
}

/** Years that so few works have on one side, far away from the others, are put at the edge: one of 1687 would press the rest together. */
const edgeShare = 0.01;

/** The years that a chart shows. */
export function shownYears(years: readonly (readonly [number, number])[]): Years {
  const total = years.reduce((sum, [, count]) => sum + count, 0);
  const edge = (ordered: readonly (readonly [number, number])[]) => {
    let seen = 0;
    for (const [year, count] of ordered) {
      seen += count;
      if (seen > total * edgeShare) return year;
    }
    return 0;
  };
  return { from: edge(years), to: edge([...years].reverse()) };
}

/** The works of each year in a column, those of a topic together. */
export function yearPlaces(picture: LibraryPicture): Places {
  const { works } = picture;
  const counts = yearsOf(picture);
  const { from, to } = shownYears(counts);
  const columns = new Map<number, number[]>();
  for (const [i, { year }] of works.entries()) {
    if (year === undefined) continue;
    const column = Math.min(to, Math.max(from, year));
    const members = columns.get(column) ?? [];
    columns.set(column, members);
    members.push(i);
  }
  const most = Math.max(1, ...[...columns.values()].map(({ length }) => length));
  const width = Math.max(1, to - from);
  const places = new Float32Array(2 * works.length).fill(Number.NaN);
  for (const [column, members] of columns) {
    members.sort((a, b) => (works[a]!.topics[0] ?? Infinity) - (works[b]!.topics[0] ?? Infinity) || a - b);
    for (const [rank, i] of members.entries())
      places.set([(column - from) / width, (rank + 0.5) / most], 2 * i);
  }
  return places;
}

export function isSelected({ works }: LibraryPicture, number: number, selection: Selection): boolean {
  const { topics, year } = works[number]!;
  if (selection.works && !selection.works.has(number)) return false;
  if (selection.topic !== undefined && !topics.includes(selection.topic)) return false;
  return (
    !selection.years || (year !== undefined && selection.years.from <= year && year <= selection.years.to)
  );
}

export function isEmpty({ topic, years, works }: Selection): boolean {
  return topic === undefined && !years && !works;
}

/** The same choice in another picture of the library, as far as that has it: the numbers of works and topics are others there. */
export function selectionIn(
  next: LibraryPicture,
  { works: chosen, topic, ...years }: Selection,
  before: LibraryPicture,
): Selection {
  const label = topic === undefined ? undefined : before.topics[topic];
  const found = label === undefined ? -1 : next.topics.indexOf(label);
  const identity = ({ key, source }: PicturedWork) => JSON.stringify([source, key]);
  const identities = new Set([...(chosen ?? [])].map(work => identity(before.works[work]!)));
  const works = next.works.flatMap((work, number) => (identities.has(identity(work)) ? [number] : []));
  return {
    ...years,
    ...(found >= 0 && { topic: found }),
    ...(works.length > 0 && { works: new Set(works) }),
  };
}

/** The filter of the library that shows the same; a part of the map is named paper by paper. */
export function filterOf(picture: LibraryPicture, { topic, years, works }: Selection): string {
  const { topics } = picture;
  // Quotes would end the list.
  const keys = [...(works ?? [])]
    .map(work => picture.works[work]!.key)
    .filter(key => !/["\u201c\u201d]/.test(key));
  const parts = [
    topic === undefined ? '' : `topic:"${topics[topic]!.replaceAll('"', '')}"`,
    years ? `year:${years.from === years.to ? years.from : `${years.from}..${years.to}`}` : '',
    works ? `keys:"${keys.join(',')}"` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** What is chosen, in words. */
export function selectionText(
  { topics }: LibraryPicture,
  { topic, years, works }: Selection,
  count: number,
  texts: MapTexts,
): string {
  const parts = [
    topic === undefined ? '' : topics[topic]!,
    years ? (years.from === years.to ? String(years.from) : filled(texts.years, years.from, years.to)) : '',
    works ? texts.part : '',
  ].filter(Boolean);
  const number = count.toLocaleString();
  if (parts.length) return filled(count === 1 ? texts.one : texts.some, parts.join(', '), number);
  return filled(count === 1 ? texts.allOne : texts.all, number);
}
