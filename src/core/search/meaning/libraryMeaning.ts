import type { Scored } from '../../util/collections/topList';
import type { Task } from '../../util/cooperative';
import { linearStep } from '../rank/linearStep';
import {
  type EncodingProgress,
  type MeaningScorer,
  noShare,
  type PaperText,
  type ShareRange,
} from '../rank/meaningScorer';
import { LatentIndex } from './latentIndex';
import type { MeaningIndex } from './meaningIndex';
import type { PaperEncodings, TextEncoder } from './paperEncodings';
import type { QueryVectors } from './queryVectors';

/** A kilobyte and a tenth of a millisecond a paper: larger libraries tell nothing of themselves. */
const maxPapers = 20_000;
/** Papers placed between two pauses: a few milliseconds' worth. */
const placedPerStep = 25;
/**
 * How much of the meaning of a library's own paper is told by its vector; the rest by the library's words. With ScisummNet, Cranfield and
 * CACM .5 to .7 differ by less than .01.
 */
const encodedPart = 0.62;
/** What is a little nearer is a good deal more alike. */
const nearnessPower = 1.5;
/** Further dimensions of the library's own space tell little of which papers are alike. */
const comparedDimensions = 64;
/** Queries of so many telling words or fewer are looked for as they are; those of so many are about something. */
const fewWords = 4;
const manyWords = 8;
/** The share in the score of the latter, where words are certain of what they find and where not. */
const leastShare = 0.5;
const mostShare = 0.75;
/** And that of likeness to the best, which gained .001 to .004 on each of the three. */
const likenessShare = 0.25;

/** What an encoder makes of queries and papers, where there is one. */
export interface Encodings {
  readonly queries: QueryVectors;
  /** The bundled papers. */
  readonly bundled: MeaningIndex;
  /** All others. */
  readonly own: PaperEncodings;
  /** Undefined until it is ready, and where papers are not to be encoded. */
  encoder(): TextEncoder | undefined;
}

/**
 * What is known of the meanings in one library: of the bundled papers by vectors that were made beforehand, of the others by vectors made
 * of them one after the other, and by the library's own words, once they were learnt.
 */
export class LibraryMeaning implements MeaningScorer {
  private latent: LatentIndex | undefined;
  /** Papers that came (`true`), changed or went (`false`) while something is being learnt. */
  private meanwhile: Map<number, boolean> | undefined;

  constructor(private readonly encodings?: Encodings) {}

  add(id: number, title: string, abstract: string | undefined): void {
    this.encodings?.bundled.add(id, title);
    if (!this.encodings?.bundled.has(id)) this.encodings?.own.add(id, { title, abstract });
    this.latent?.add(id, title, abstract);
    this.meanwhile?.set(id, true);
  }

  remove(id: number): void {
    this.encodings?.bundled.remove(id);
    this.encodings?.own.remove(id);
    this.latent?.remove(id);
    this.meanwhile?.set(id, false);
  }

  /** Learns from the papers with these ids, and takes over what it learnt at the end, for the papers that there are then. */
  *learn(ids: readonly number[], textOf: (id: number) => PaperText): Task<void> {
    const meanwhile = new Map<number, boolean>();
    this.meanwhile = meanwhile;
    const latent = ids.length <= maxPapers ? yield* LatentIndex.learn(ids, textOf) : undefined;
    if (latent) yield* placeAll(latent, ids, textOf, meanwhile);
    this.meanwhile = undefined;
    this.latent = latent;
  }

  /** Encodes the papers that were added and have no vector yet: minutes of work, in steps of some milliseconds. */
  *encode(textOf: (id: number) => PaperText): Task<void, EncodingProgress> {
    const encoder = this.encodings?.encoder();
    if (encoder) yield* this.encodings!.own.encodeAll(encoder, textOf);
  }

  /** Encodes these before others. */
  prefer(ids: readonly number[]): void {
    this.encodings?.own.prefer(ids);
  }

  /** By the library's own words where these were learnt, else by the encoder: the two cannot be compared. */
  vectors(ids: readonly number[]): readonly (Float32Array | undefined)[] {
    const { latent, encodings } = this;
    if (latent) return ids.map(id => latent.vector(id, comparedDimensions));
    return ids.map(id => encodings?.bundled.vector(id) ?? encodings?.own.vector(id));
  }

  share(wordCount: number, id: number): ShareRange {
    if (this.encodings?.bundled.has(id)) return this.encodings.bundled.share(wordCount);
    if (!this.encodings?.own.has(id)) return this.latent?.share(wordCount) ?? noShare;
    const part = linearStep(wordCount, fewWords, manyWords);
    return { least: part * leastShare, most: part * mostShare, likeness: part * likenessShare };
  }

  knows(word: string): boolean {
    return this.encodings?.queries.knows(word) ?? false;
  }

  score(query: string): Float32Array | undefined {
    const latent = this.latent?.score(query);
    const vector = this.encodings?.queries.of(query);
    const encoded = vector && this.encodedScores(query, vector);
    if (!encoded) return latent;
    const scores = new Float32Array(Math.max(latent?.length ?? 0, encoded.length)).fill(Number.NaN);
    if (latent) scores.set(latent);
    encoded.forEach((score, id) => {
      if (Number.isNaN(score)) return;
      scores[id] = this.encodings!.bundled.has(id) ? score : joined(score, scores[id]!);
    });
    return scores;
  }

  likeness(papers: readonly Scored[]): Float32Array | undefined {
    if (!this.encodings) return undefined;
    const { own, bundled } = this.encodings;
    let sum: Float32Array | undefined;
    let total = 0;
    for (const { id, score } of papers) {
      const vector = bundled.vector(id) ?? own.vector(id);
      if (!vector) continue;
      const before = sum;
      sum = vector.map((value, i) => value * score + (before?.[i] ?? 0));
      total += score;
    }
    if (!sum) return undefined;
    const examples = sum.map(value => value / total);
    const background = bundled.background(examples);
    const average = background.reduce((all, cosine) => all + cosine, 0) / background.length;
    const likeness = (cosine: number) => Math.max(0, (cosine - average) / (1 - average));
    const found = own.similarities(examples)?.map(likeness) ?? new Float32Array();
    const scores = new Float32Array(Math.max(found.length, bundled.idLimit)).fill(Number.NaN);
    scores.set(found);
    for (const [id, cosine] of bundled.similarities(examples)) scores[id] = likeness(cosine);
    return scores;
  }

  /**
   * By id: 1 for what is nearest, 0 for what is no nearer than papers are on average. Bundled papers are told apart better, by their
   * sentences too, so each kind is ordered among its own, and the two are compared by the nearest of each.
   */
  private encodedScores(text: string, query: Float32Array): Float32Array | undefined {
    const { own, bundled, queries } = this.encodings!;
    const cosines = own.similarities(query);
    const bundledScores = bundled.isEmpty ? undefined : bundled.score(query, queries.partsOf(text));
    if (!cosines) return bundledScores;
    let most = bundled.nearest(query);
    const bundledMost = most;
    const background = bundled.background(query);
    let sum = background.reduce((total, cosine) => total + cosine, 0);
    let count = background.length;
    for (const cosine of cosines) {
      if (Number.isNaN(cosine)) continue;
      sum += cosine;
      count++;
      most = Math.max(most, cosine);
    }
    const average = sum / count;
    const nearness = (cosine: number) => Math.max(0, (cosine - average) / Math.max(1e-6, most - average));
    const scores = new Float32Array(Math.max(cosines.length, bundledScores?.length ?? 0)).fill(Number.NaN);
    scores.set(cosines.map(nearness));
    const factor = nearness(bundledMost);
    bundledScores?.forEach((score, id) => {
      if (!Number.isNaN(score)) scores[id] = score * factor;
    });
    return scores;
  }
}

/** Of what is known by both; words of the library may know nothing of it. */
function joined(encoded: number, latent: number): number {
  if (Number.isNaN(latent)) return encoded;
  return encodedPart * encoded ** nearnessPower + (1 - encodedPart) * latent;
}

function* placeAll(
  latent: LatentIndex,
  ids: readonly number[],
  textOf: (id: number) => PaperText,
  meanwhile: ReadonlyMap<number, boolean>,
): Task<void> {
  const place = (id: number) => {
    const { title, abstract } = textOf(id);
    latent.add(id, title, abstract);
  };
  for (const [i, id] of ids.entries()) {
    place(id);
    if (i % placedPerStep === placedPerStep - 1) yield;
  }
  for (const [id, isThere] of meanwhile)
    if (isThere) place(id);
    else latent.remove(id);
}
