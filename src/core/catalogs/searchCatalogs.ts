import type { Catalog, CatalogRecord, ServiceId } from './catalog';
import { CatalogFailure, isCancelled } from './failure';
import { wordsLikelihood } from './likelihood';
import { type Asking, follow } from './lookUp';
import type { FoundWork } from './records/mergeRecords';
import { uniteRecords } from './records/uniteRecords';

export interface SearchProgress {
  /** What is known so far, best first. */
  readonly works: readonly FoundWork[];
  readonly failures: readonly CatalogFailure[];
  /** Services whose answer is still to come. */
  readonly pending: readonly ServiceId[];
}

/** Services that are asked for words where nothing else is wanted: broad ones, and the home of preprints. */
export const searchedByDefault: readonly ServiceId[] = [
  'crossref',
  'openalex',
  'arxiv',
  'europe-pmc',
  'semantic-scholar',
];

/** Asks all services for words at once; `progress` is called as each answers. Throws only when cancelled. */
export async function searchCatalogs(
  words: string,
  limit: number,
  asking: Asking,
  progress: (state: SearchProgress) => void = () => {},
): Promise<SearchProgress> {
  const answers = new Map<Catalog, readonly CatalogRecord[]>();
  const failures: CatalogFailure[] = [];
  const searchable = asking.catalogs.filter(catalog => catalog.search);
  const pending = new Set(searchable.map(({ id }) => id));
  const state = (): SearchProgress => ({
    works: ranked(words, searchable, answers),
    failures,
    pending: [...pending],
  });
  await Promise.all(
    searchable.map(async catalog => {
      try {
        answers.set(catalog, await follow(catalog.search!(words, limit, asking.access), asking));
      } catch (error) {
        if (isCancelled(error) || !(error instanceof CatalogFailure)) throw error;
        failures.push(error);
      }
      pending.delete(catalog.id);
      progress(state());
    }),
  );
  return state();
}

/** By how well they answer the words, and how many services rank them high. */
function ranked(
  words: string,
  searchable: readonly Catalog[],
  answers: ReadonlyMap<Catalog, readonly CatalogRecord[]>,
): FoundWork[] {
  const places = new Map<CatalogRecord, number>();
  const all: CatalogRecord[] = [];
  for (const catalog of searchable)
    for (const [place, record] of (answers.get(catalog) ?? []).entries()) {
      if (!record.item.title) continue;
      places.set(record, place);
      all.push(record);
    }
  const works = uniteRecords(all);
  const score = (work: FoundWork) => {
    const ranks = work.sources.map(({ service }) => all.filter(record => record.service === service));
    const reciprocal = ranks.reduce((sum, list) => {
      const record = list.find(({ item }) => item.title === work.item.title || item.DOI === work.item.DOI);
      return sum + 1 / (10 + (record ? places.get(record)! : 20));
    }, 0);
    return wordsLikelihood(words, work.item) + reciprocal - (work.noticeOf ? 0.5 : 0);
  };
  const scores = new Map(works.map(work => [work, score(work)]));
  return works.sort((a, b) => scores.get(b)! - scores.get(a)!);
}
