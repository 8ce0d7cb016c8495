import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LibraryMeaning } from '../../core/search/meaning/libraryMeaning';
import { MeaningIndex } from '../../core/search/meaning/meaningIndex';
import { PaperEncodings } from '../../core/search/meaning/paperEncodings';
import { PaperVectors } from '../../core/search/meaning/paperVectors';
import { QueryVectors } from '../../core/search/meaning/queryVectors';
import { SentenceEncoder } from '../../core/search/meaning/sentenceEncoder';
import { VectorFormatError, VectorStore } from '../../core/search/meaning/vectorStore';
import type { SearchIndex } from '../../core/search/searchIndex';
import { runToEnd } from '../../core/util/cooperative';
import { contentHash } from '../../core/util/hash';

/** Search by meaning outside the editor: what is encoded is kept in out/meaning for the next run. */
export interface Meaning {
  readonly scorer: LibraryMeaning;
  /** Learns and encodes all papers of an index made with the scorer, which takes a tenth of a second each; `told` hears how far it is. */
  fill(index: SearchIndex, told?: (done: number, total: number) => void): void;
}

/** `undefined` where the encoder, or the vectors of the collection, were not made. */
export function readMeaning(): Meaning | undefined {
  const root = process.env.LITERATURE_ROOT ?? process.cwd();
  const file = (name: string) => path.join(root, 'data/meaning', name);
  if (!fs.existsSync(file('encoder.bin')) || !fs.existsSync(file('collection.bin'))) return undefined;
  const packed = fs.readFileSync(file('encoder.bin'));
  const encoder = new SentenceEncoder(gunzipSync(packed));
  const name = contentHash(packed);
  const kept = path.join(root, 'out/meaning/vectors.cache');
  const store = new VectorStore(encoder.width);
  restore(store, kept, name);
  const scorer = new LibraryMeaning({
    queries: new QueryVectors(encoder),
    bundled: new MeaningIndex(PaperVectors.read(fs.readFileSync(file('collection.bin')))),
    own: new PaperEncodings(store),
    encoder: () => encoder,
  });
  return {
    scorer,
    fill(index, told) {
      runToEnd(index.learnMeaning());
      let before = -1;
      for (const { done, total } of index.encodeMeaning()) {
        if (done !== before) told?.(done, total);
        before = done;
      }
      if (before < 0) return;
      fs.mkdirSync(path.dirname(kept), { recursive: true });
      fs.writeFileSync(kept, store.serialise(name));
    },
  };
}

function restore(store: VectorStore, file: string, name: string): void {
  if (!fs.existsSync(file)) return;
  try {
    store.restore(fs.readFileSync(file), name);
  } catch (error) {
    if (!(error instanceof VectorFormatError)) throw error; // Of another encoder: made anew.
  }
}
