import { documentOf } from '../core/library/indexing/workDocument';
import type { Topic } from '../core/library/works/groups';
import { SummaryCache } from '../core/library/works/summaryCache';
import type { Reference } from '../core/model/reference';
import { InvertedIndex } from '../core/search/index/invertedIndex';
import type { MeaningScorer } from '../core/search/rank/meaningScorer';
import { SearchIndex } from '../core/search/searchIndex';

/** Indexes references as the library does; ids are places in the list. */
export function indexReferences(
  references: readonly Reference[],
  topics: readonly Topic[],
  sourceLabel: string,
  meaning?: MeaningScorer,
): SearchIndex {
  const byId = new Map(topics.map(topic => [topic.id, topic]));
  const recent = new SummaryCache();
  const documents = references.map(reference =>
    documentOf({ references: [reference], slot: -1 }, recent, byId, () => sourceLabel),
  );
  const texts = {
    title: (id: number) => documents[id]!.title,
    abstract: (id: number) => documents[id]!.abstract,
  };
  const index = new SearchIndex(texts, new InvertedIndex(), meaning);
  index.add(documents);
  return index;
}
