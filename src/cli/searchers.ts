import { collectionSource } from '../core/library/works/collectionSource';
import { readCollection } from '../scripts/collection/readCollection';
import { readMeaning } from '../scripts/collection/readMeaning';
import { indexReferences } from '../scripts/indexReferences';
import { openLibrary } from './openLibrary';

export interface FoundReference {
  readonly key: string;
  readonly title: string;
  readonly score: number;
  /** Place in the delivered collection, or in the file, from 1; 0 for what the file does not have. */
  readonly position: number;
}

/** Searches for a query; what is found comes best first. */
export type Search = (
  query: string,
  limit: number,
) => Promise<{ readonly found: readonly FoundReference[]; readonly hint?: string | undefined }>;

/** Search of the collection alone, as it is bundled. */
export async function searchCollection(): Promise<Search> {
  const { references, topics } = readCollection();
  const meaning = readMeaning();
  const index = indexReferences(references, topics, collectionSource.label, meaning?.scorer);
  meaning?.fill(index);
  return async (query, limit) => {
    const { hits, hint } = index.search(query, { limit });
    const found = hits.map(({ id, score }) => {
      const { key, item } = references[id]!;
      return { key, title: item.title ?? '', score, position: item.custom?.position ?? id + 1 };
    });
    return { found, hint };
  };
}

/**
 * Search of a bibliography as the editor searches it when a document has it; `complete` takes the query as what is typed where a key
 * goes. Of a work that has several entries, each is given.
 */
export async function searchLibrary(
  file: string,
  { withCollection, complete }: { readonly withCollection: boolean; readonly complete: boolean },
): Promise<Search> {
  const { library, source } = await openLibrary(file, { withCollection });
  const contents = await library.contents(source.id);
  const positions = new Map(contents.map(({ origin }, at) => [`${origin.start}`, at + 1]));
  return async (query, limit) => {
    const request = { query, limit, preferredSources: [source.id] };
    const { hits, hint } = complete
      ? await library.complete({ ...request, meaning: false })
      : await library.search(request);
    const found = hits.flatMap(({ reference: { item, origins }, score }) => {
      const own = origins.filter(origin => origin.source === source.id);
      return (own.length ? own : origins).map(({ key, start }) => ({
        key,
        title: item.title ?? '',
        score,
        position: own.length ? (positions.get(`${start}`) ?? 0) : 0,
      }));
    });
    return { found: found.slice(0, limit), hint };
  };
}
