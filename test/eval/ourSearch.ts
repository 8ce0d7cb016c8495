import { SearchIndex } from '../../src/core/search/searchIndex';

interface Paper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** The product's own index over the papers, nothing known of them but title and abstract, like its peers. */
export function ourSearch(papers: readonly Paper[]): (query: string, limit: number) => string[] {
  const index = new SearchIndex({
    title: id => papers[id]!.title,
    abstract: id => papers[id]!.abstract || undefined,
  });
  index.add(
    papers.map(({ id, title, abstract }) => ({ key: id, title, authors: [], abstract, sources: [] })),
  );
  return (query, limit) => index.search(query, { limit }).hits.map(({ id }) => papers[id]!.id);
}
