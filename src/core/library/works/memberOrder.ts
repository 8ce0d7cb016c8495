import type { MemberOrder } from '../libraryService';
import type { GroupingKeys } from './groupingKeys';
import type { SummaryCache } from './summaryCache';
import type { Work } from './works';

/** A work with its marks. */
export type MarkedWork = Work & { marks: GroupingKeys };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
export const byAlphabet = (a: string, b: string): number => collator.compare(a, b);

/** `2024`, `1999`, `350 BC`, and what has none. */
export function newestFirst(a: string | undefined, b: string | undefined): number {
  return yearNumber(b) - yearNumber(a);
}

function yearNumber(year: string | undefined): number {
  if (year === undefined) return Number.MIN_SAFE_INTEGER;
  const number = Number.parseInt(year, 10) || 0;
  return year.endsWith('BC') ? -number : number;
}

/** Works of a group as they are shown. Orders are told further apart by first author, year and title. */
export function inOrder(
  works: readonly MarkedWork[],
  order: MemberOrder,
  briefs: SummaryCache,
): MarkedWork[] {
  const title = (work: Work) => briefs.of(work.references[0]!).title;
  const byAuthor = (a: MarkedWork, b: MarkedWork) =>
    Number(a.marks.family === undefined) - Number(b.marks.family === undefined) ||
    byAlphabet(a.marks.family ?? '', b.marks.family ?? '') ||
    newestFirst(a.marks.year, b.marks.year) ||
    byAlphabet(title(a), title(b));
  if (order === 'author') return [...works].sort(byAuthor);
  if (order === 'year')
    return [...works].sort((a, b) => newestFirst(a.marks.year, b.marks.year) || byAuthor(a, b));
  return lastAddedFirst(works, briefs);
}

/**
 * By the date that an entry gives, and before those without one. Where files say no date, what is added is added at their end. Of a work in
 * several places the latest date counts.
 */
function lastAddedFirst(works: readonly MarkedWork[], briefs: SummaryCache): MarkedWork[] {
  const files = new Map<string, number>();
  const places = works.map((work, at) => {
    const { origin } = work.references[0]!;
    const date = work.references
      .map(reference => briefs.of(reference).added ?? '')
      .reduce((a, b) => (a > b ? a : b));
    if (!files.has(origin.source)) files.set(origin.source, files.size);
    return { work, date, file: files.get(origin.source)!, line: origin.line ?? at };
  });
  places.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.file - b.file || b.line - a.line));
  return places.map(({ work }) => work);
}
