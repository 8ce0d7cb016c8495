import { readBibliographyInSteps } from '../core/bibliography/readBibliography';
import type { CreateIndex } from '../core/library/indexing/workIndex';
import { createLocalLibrary } from '../core/library/library';
import type { LibraryService } from '../core/library/libraryService';
import { decodeSnapshot } from '../core/library/sources/librarySnapshot';
import type { ReadBibliography } from '../core/library/sources/readContent';
import { collectionSource } from '../core/library/works/collectionSource';
import type { Topic } from '../core/library/works/groups';
import type { CslItem } from '../core/model/reference';
import { IndexFormatError } from '../core/search/index/invertedIndex';
import { LibraryMeaning } from '../core/search/meaning/libraryMeaning';
import { SearchIndex } from '../core/search/searchIndex';
import { useHanTable } from '../core/search/text/scripts/han';
import { BackgroundWork } from './backgroundWork';
import { loadMeaning } from './loadMeaning';
import type { LibraryAssets } from './messages';
import { othersTurn } from './turns';

/**
 * The library, with the bundled collection in it unless that is left out; `createIndex` where it is not to be the usual one, and `opened`
 * where papers are not to be read for their meaning before.
 */
export function makeLibrary(
  assets: LibraryAssets,
  background = new BackgroundWork(),
  createIndex?: CreateIndex,
  opened?: Promise<void>,
): LibraryService {
  const { references, topics, writer } = assets;
  if (assets.han) useHanTable(assets.han);
  const meaning = assets.meaning && loadMeaning(assets.meaning);
  const remembered = [assets.cache, assets.index].filter(bytes => bytes !== undefined);
  const library = createLocalLibrary({
    createIndex: createIndex ?? createIndexWith(meaning?.create ?? (() => new LibraryMeaning())),
    read: (content, format, id, context) =>
      id === collectionSource.id
        ? readCollection(references)
        : readBibliographyInSteps(content, format, id, context),
    topics: JSON.parse(new TextDecoder().decode(topics)) as Topic[],
    pause: othersTurn,
    inBackground: background.run,
    ...(meaning ? { meaning } : {}),
    ...(opened ? { opened } : {}),
    writer,
    snapshot: firstDefined(remembered, bytes => decodeSnapshot(bytes, writer)),
  });
  if (assets.withCollection !== false) void library.load(collectionSource, references);
  return library;
}

function createIndexWith(createMeaning: () => LibraryMeaning): CreateIndex {
  return (texts, serialised) => {
    if (!serialised) return new SearchIndex(texts, undefined, createMeaning());
    try {
      return SearchIndex.load(serialised, texts, createMeaning());
    } catch (error) {
      if (error instanceof IndexFormatError) return undefined;
      throw error;
    }
  };
}

/** The collection is in our own form already: nothing has to be made out, or can be wrong. */
function* readCollection(bytes: Uint8Array): ReturnType<ReadBibliography> {
  const text = new TextDecoder().decode(bytes);
  const items = JSON.parse(text) as CslItem[];
  const references = items.map(item => ({
    key: item.id,
    item,
    origin: { source: collectionSource.id },
    content: item,
  }));
  return { references, problems: [], text, whole: { text } };
}

function firstDefined<T, R>(values: readonly T[], get: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = get(value);
    if (result !== undefined) return result;
  }
  return undefined;
}
