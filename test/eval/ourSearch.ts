import { SearchIndex } from '../../src/core/search/searchIndex';
import { useHanTable } from '../../src/core/search/text/scripts/han';
import { readMeaning } from '../../src/scripts/collection/readMeaning';
import { makeHanTable } from '../../src/scripts/hanTable';

interface Paper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors?: readonly string[];
}

/** The product's own index over the papers, nothing known of them but title and abstract, like its peers. */
export function ourSearch(papers: readonly Paper[]): (query: string, limit: number) => string[] {
  const texts = {
    title: (id: number) => papers[id]!.title,
    abstract: (id: number) => abstractOf(papers[id]!),
  };
  useHanTable(new TextEncoder().encode(makeHanTable(process.cwd())));
  const meaning = readMeaning();
  const index = new SearchIndex(texts, undefined, meaning?.scorer);
  index.add(
    papers.map(paper => ({
      key: '',
      title: paper.title,
      authors: paper.authors ?? [],
      abstract: abstractOf(paper),
      sources: [],
    })),
  );
  meaning?.fill(index);
  return (query, limit) => index.rank(query, { limit }).map(({ id }) => papers[id]!.id);
}

/** Where authors are known, they are what the others get as the text. */
function abstractOf({ abstract, authors }: Paper): string | undefined {
  return authors ? undefined : abstract || undefined;
}
