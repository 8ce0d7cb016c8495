import { LibraryMeaning } from '../core/search/meaning/libraryMeaning';
import { MeaningIndex } from '../core/search/meaning/meaningIndex';
import { PaperVectors } from '../core/search/meaning/paperVectors';
import { SentenceEncoder } from '../core/search/meaning/sentenceEncoder';

/** The files of `data/meaning`. */
export interface MeaningFiles {
  readonly encoder: Uint8Array;
  readonly vectors: Uint8Array;
}

/** Makes what an index needs to search by meaning; the encoder answers once it is unpacked, a moment later. */
export function loadMeaning({ encoder, vectors }: MeaningFiles): () => LibraryMeaning {
  let ready: SentenceEncoder | undefined;
  // Without it search is by words alone; nothing is lost that a message could bring back.
  unpacked(encoder).then(
    table => {
      ready = new SentenceEncoder(table);
    },
    () => undefined,
  );
  const papers = PaperVectors.read(vectors);
  const queries = {
    encode: (text: string) => ready?.encode(text),
    knows: (word: string) => ready?.knows(word) ?? false,
  };
  return () => new LibraryMeaning(new MeaningIndex(queries, papers));
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
