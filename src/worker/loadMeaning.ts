import type { MeaningStore } from '../core/library/sources/sourceLoader';
import { LibraryMeaning } from '../core/search/meaning/libraryMeaning';
import { MeaningIndex } from '../core/search/meaning/meaningIndex';
import { SentenceFinder } from '../core/search/meaning/nearestSentence';
import { PaperEncodings } from '../core/search/meaning/paperEncodings';
import { PaperVectors } from '../core/search/meaning/paperVectors';
import { QueryVectors } from '../core/search/meaning/queryVectors';
import { SentenceEncoder } from '../core/search/meaning/sentenceEncoder';
import { VectorFormatError, VectorStore } from '../core/search/meaning/vectorStore';
import { contentHash } from '../core/util/hash';

/** The files of `data/meaning`, and what an earlier session made of papers. */
export interface MeaningFiles {
  readonly encoder: Uint8Array;
  readonly vectors: Uint8Array;
  /** Vectors of the library's own papers (`LoadedMeaning.serialise`). */
  readonly cache?: Uint8Array;
}

/** What an index needs to search by meaning. */
export interface LoadedMeaning extends MeaningStore {
  create(): LibraryMeaning;
}

/**
 * The encoder is unpacked when it is first asked for (`ready`), which takes a third of a second: what is waited for when a window opens needs
 * none. Search goes by words alone until then.
 */
export function loadMeaning({ encoder: packed, vectors, cache }: MeaningFiles): LoadedMeaning {
  const papers = PaperVectors.read(vectors);
  const store = new VectorStore(papers.width);
  // Of several megabytes: not before it is needed.
  const name = () => contentHash(packed);
  if (cache) restore(store, cache, name());
  let encoder: SentenceEncoder | undefined;
  let isEnabled = false;
  // Without it search is by words alone; nothing is lost that a message could bring back.
  const unpack = () =>
    unpacked(packed)
      .then(file => {
        encoder = new SentenceEncoder(file);
        return true;
      })
      .catch(() => false);
  let ready: Promise<boolean> | undefined;
  const finder = new SentenceFinder(store, () => encoder);
  const queries = {
    encode: (text: string) => encoder?.encode(text),
    knows: (word: string) => encoder?.knows(word) ?? false,
  };
  return {
    get ready() {
      ready ??= unpack();
      return ready;
    },
    create: () =>
      new LibraryMeaning({
        queries: new QueryVectors(queries),
        bundled: new MeaningIndex(papers),
        own: new PaperEncodings(store),
        encoder: () => (isEnabled ? encoder : undefined),
      }),
    nearest: (claim, paper) => finder.nearest(claim, paper),
    serialise: () => store.serialise(name()),
    enable: enabled => {
      isEnabled = enabled;
    },
  };
}

function restore(store: VectorStore, cache: Uint8Array, name: string): void {
  try {
    store.restore(cache, name);
  } catch (error) {
    // Those of another version, or damaged, are made anew.
    if (!(error instanceof VectorFormatError)) throw error;
  }
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
