import { MeaningIndex } from '../core/search/meaning/meaningIndex';
import { PaperVectors } from '../core/search/meaning/paperVectors';
import { SentenceEncoder } from '../core/search/meaning/sentenceEncoder';

/** The files of `data/meaning`. */
export interface MeaningFiles {
  readonly encoder: Uint8Array;
  readonly vectors: Uint8Array;
}

/** Makes what an index needs to search by meaning; nothing is known until the encoder is unpacked, a moment later. */
export function loadMeaning({ encoder, vectors }: MeaningFiles): () => MeaningIndex {
  let ready: SentenceEncoder | undefined;
  // Without it search is by words alone; nothing is lost that a message could bring back.
  unpacked(encoder).then(
    table => {
      ready = new SentenceEncoder(table);
    },
    () => undefined,
  );
  const papers = PaperVectors.read(vectors);
  return () =>
    new MeaningIndex(
      { encode: text => ready?.encode(text), knows: word => ready?.knows(word) ?? false },
      papers,
    );
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
