import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MeaningIndex } from '../../core/search/meaning/meaningIndex';
import { PaperVectors } from '../../core/search/meaning/paperVectors';
import { SentenceEncoder } from '../../core/search/meaning/sentenceEncoder';

/** Search by meaning over the papers of the collection; `undefined` where their vectors were not made. */
export function readMeaning(): MeaningIndex | undefined {
  const data = path.join(process.env.LITERATURE_ROOT ?? process.cwd(), 'data/meaning');
  const [encoder, vectors] = ['encoder.bin', 'collection.bin'].map(name => path.join(data, name)) as [
    string,
    string,
  ];
  if (!fs.existsSync(encoder) || !fs.existsSync(vectors)) return undefined;
  return new MeaningIndex(
    new SentenceEncoder(gunzipSync(fs.readFileSync(encoder))),
    PaperVectors.read(fs.readFileSync(vectors)),
  );
}
