import fs from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { SentenceFinder } from '../../src/core/search/meaning/nearestSentence';
import { SentenceEncoder } from '../../src/core/search/meaning/sentenceEncoder';
import { VectorStore } from '../../src/core/search/meaning/vectorStore';
import { runToEnd } from '../../src/core/util/cooperative';

interface Paper {
  readonly title: string;
  readonly abstract: string;
}

/** What the product says of a claim and a paper: the sentence it shows, and how near it calls it. */
export function evidenceFinder(root: string) {
  const encoder = new SentenceEncoder(gunzipSync(fs.readFileSync(`${root}/data/meaning/encoder.bin`)));
  const finder = new SentenceFinder(new VectorStore(encoder.width), () => encoder);
  return (claim: string, { title, abstract }: Paper) => runToEnd(finder.nearest(claim, { title, abstract }));
}

export { verdictOf } from '../../src/core/display/evidence/verdict';
