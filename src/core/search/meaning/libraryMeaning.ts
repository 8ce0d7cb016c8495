import type { Task } from '../../util/cooperative';
import { type MeaningScorer, noShare, type PaperText, type ShareRange } from '../rank/meaningScorer';
import { LatentIndex } from './latentIndex';
import type { MeaningIndex } from './meaningIndex';

/** Half a kilobyte and a tenth of a millisecond a paper: of larger libraries only what is known beforehand is searched by meaning. */
const maxPapers = 20_000;
/** Papers placed between two pauses: a few milliseconds' worth. */
const placedPerStep = 25;

/**
 * What is known of the meanings in one library: by the encoder, of papers whose vectors were made beforehand; of the others by the
 * library's own words, once they were learnt.
 */
export class LibraryMeaning implements MeaningScorer {
  private latent: LatentIndex | undefined;

  constructor(private readonly encoded?: MeaningIndex) {}

  add(id: number, title: string, abstract: string | undefined): void {
    this.encoded?.add(id, title);
    this.latent?.add(id, title, abstract);
  }

  remove(id: number): void {
    this.encoded?.remove(id);
    this.latent?.remove(id);
  }

  /** Learns from the papers with these ids, and takes over what it learnt at the end. Where papers change meanwhile, it is to be begun anew. */
  *learn(ids: readonly number[], textOf: (id: number) => PaperText): Task<void> {
    const latent = ids.length <= maxPapers ? yield* LatentIndex.learn(ids, textOf) : undefined;
    if (latent)
      for (const [i, id] of ids.entries()) {
        const { title, abstract } = textOf(id);
        latent.add(id, title, abstract);
        if (i % placedPerStep === placedPerStep - 1) yield;
      }
    this.latent = latent;
  }

  share(wordCount: number, id: number): ShareRange {
    if (this.encoded?.has(id)) return this.encoded.share();
    return this.latent?.share(wordCount) ?? noShare;
  }

  knows(word: string): boolean {
    return this.encoded?.knows(word) ?? false;
  }

  score(query: string): Float32Array | undefined {
    const encoded = this.encoded?.score(query);
    const latent = this.latent?.score(query);
    if (!encoded || !latent) return encoded ?? latent;
    const scores = new Float32Array(Math.max(encoded.length, latent.length)).fill(Number.NaN);
    scores.set(latent);
    encoded.forEach((score, id) => {
      if (!Number.isNaN(score)) scores[id] = score;
    });
    return scores;
  }
}
