import { readBibliography } from '../core/bibliography/readBibliography';
import type { Topic } from '../core/library/groups';
import type { LibraryService } from '../core/library/libraryService';
import { collectionSource, createLocalLibrary } from '../core/library/localLibrary';
import type { CslItem, Reference } from '../core/reference';
import { IndexFormatError } from '../core/search/invertedIndex';
import { SearchIndex } from '../core/search/searchIndex';
import type { LibraryAssets } from './messages';

/** The library with the bundled collection in it, from the extension's files. */
export function makeLibrary(assets: LibraryAssets): LibraryService {
  const decoder = new TextDecoder();
  const text = decoder.decode(assets.references);
  const items = JSON.parse(text) as CslItem[];
  const references = items.map(
    (item): Reference => ({ key: item.id, item, origin: { source: collectionSource.id }, content: item }),
  );
  const topics = JSON.parse(decoder.decode(assets.topics)) as Topic[];
  let isIndexed = false;
  const library = createLocalLibrary({
    createIndex: texts => {
      const loaded = assets.index && loadIndex(assets.index, texts);
      isIndexed = loaded !== undefined;
      return loaded ?? new SearchIndex(texts);
    },
    read: readBibliography,
    topics,
    pause,
    collection: { references, problems: [], text },
  });
  // Without its index (a build that is not packaged) the collection is a source like any other.
  if (!isIndexed) void library.load(collectionSource, text);
  return library;
}

function loadIndex(bytes: Uint8Array, texts: ConstructorParameters<typeof SearchIndex>[0]) {
  try {
    return SearchIndex.load(bytes, texts);
  } catch (error) {
    if (error instanceof IndexFormatError) return undefined;
    throw error;
  }
}

/** After whatever waits now: messages that arrived are answered in between. */
function pause(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}
