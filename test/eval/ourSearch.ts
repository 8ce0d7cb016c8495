import { SearchIndex } from '../../src/core/search/searchIndex';
import { readMeaning } from '../../src/scripts/collection/readMeaning';

interface Paper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** The product's own index over the papers, nothing known of them but title and abstract, like its peers. */
export function ourSearch(papers: readonly Paper[]): (query: string, limit: number) => string[] {
  const texts = {
    title: (id: number) => papers[id]!.title,
    abstract: (id: number) => papers[id]!.abstract || undefined,
  };
  const meaning = readMeaning();
  const index = new SearchIndex(texts, undefined, meaning?.scorer);
  index.add(
    papers.map(({ id, title, abstract }) => ({ key: id, title, authors: [], abstract, sources: [] })),
  );
  meaning?.fill(index);
  return (query, limit) => index.rank(query, { limit }).map(({ id }) => papers[id]!.id);
}
