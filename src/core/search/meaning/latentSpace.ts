import type { Task } from '../../util/cooperative';
import { randomNumbers } from '../../util/randomNumbers';
import type { PaperText } from '../rank/meaningScorer';
import { stem } from '../text/stem';
import { countWords, type WordCounts } from './latentWords';
import { orthonormalise } from './orthonormalise';

/** Papers that the space is made from; of more, so many are taken at even distances. */
const maxSampled = 1500;
/** Dimensions of the space, and how many papers there must be for each. */
const maxDimensions = 128;
const papersPerDimension = 4;
/** Words in fewer papers of the sample tell of no other word. */
const leastPapers = 2;
/** Of more words, those in the most papers are taken. */
const maxWords = 20_000;
/** Papers whose words are counted between two pauses. */
const countedPerStep = 25;
/** Passes over the sample; the space hardly changes after so many. */
const passes = 4;

/** Papers as sparse rows: the words of paper i are at `starts[i]` to `starts[i + 1]`. */
interface SparseRows {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  readonly weights: Float32Array;
}

/**
 * A space of few dimensions in which words that occur in the same papers lie near each other: latent semantic analysis (Deerwester et
 * al. 1990) of a sample of the library itself. The same papers give the same space.
 */
export class LatentSpace {
  private constructor(
    readonly dimensions: number,
    private readonly ids: ReadonlyMap<string, number>,
    private readonly rarity: Float32Array,
    /** For each word its direction in the space. */
    private readonly directions: Float32Array,
    /** Stems of the sample's words: looked up, they cost a tenth. */
    private readonly stems: ReadonlyMap<string, string>,
  ) {}

  /** Made of so many papers, each asked for by its place. */
  static *of(count: number, paperAt: (place: number) => PaperText): Task<LatentSpace> {
    const step = Math.max(1, count / maxSampled);
    const stems = new Map<string, string>();
    const remember = (word: string) => {
      const known = stems.get(word) ?? stem(word);
      stems.set(word, known);
      return known;
    };
    const sample: WordCounts[] = [];
    for (let at = 0; at < count; at += step) {
      const { title, abstract } = paperAt(Math.floor(at));
      sample.push(countWords(title, abstract, remember));
      if (sample.length % countedPerStep === 0) yield;
    }
    const frequency = paperFrequency(sample);
    const ids = new Map([...frequency.keys()].map((word, id) => [word, id]));
    const rarity = Float32Array.from(frequency.values(), count => Math.log((sample.length + 1) / count));
    const dimensions = Math.max(1, Math.min(maxDimensions, Math.floor(sample.length / papersPerDimension)));
    const rows = sparseRows(sample, ids, rarity);
    const directions = yield* leadingDirections(rows, ids.size, dimensions);
    return new LatentSpace(dimensions, ids, rarity, directions, stems);
  }

  /** Where a text lies, as a direction of length 1; false, and zeros, where it has no word that the space knows. */
  place(title: string, abstract: string | undefined, into: Float32Array): boolean {
    const { dimensions, directions } = this;
    into.fill(0);
    const stemOf = (word: string) => this.stems.get(word) ?? stem(word);
    for (const [word, count] of countWords(title, abstract, stemOf)) {
      const id = this.ids.get(word);
      if (id === undefined) continue;
      const weight = wordWeight(count, this.rarity[id]!);
      for (let i = 0; i < dimensions; i++) into[i]! += weight * directions[id * dimensions + i]!;
    }
    const length = Math.sqrt(into.reduce((sum, value) => sum + value * value, 0));
    if (length === 0) return false;
    for (let i = 0; i < dimensions; i++) into[i]! /= length;
    return true;
  }
}

function wordWeight(count: number, rarity: number): number {
  return (1 + Math.log(count)) * rarity;
}

/** In how many papers each word is, the most frequent first. */
function paperFrequency(sample: readonly WordCounts[]): Map<string, number> {
  const papers = new Map<string, number>();
  for (const counts of sample)
    for (const word of counts.keys()) papers.set(word, (papers.get(word) ?? 0) + 1);
  const known = [...papers].filter(([, count]) => count >= leastPapers);
  return new Map(known.sort((a, b) => b[1] - a[1]).slice(0, maxWords));
}

/** The papers as rows of length 1. */
function sparseRows(
  sample: readonly WordCounts[],
  ids: ReadonlyMap<string, number>,
  rarity: Float32Array,
): SparseRows {
  const starts = [0];
  const words: number[] = [];
  const weights: number[] = [];
  for (const counts of sample) {
    let squares = 0;
    const start = words.length;
    for (const [word, count] of counts) {
      const id = ids.get(word);
      if (id === undefined) continue;
      const weight = wordWeight(count, rarity[id]!);
      words.push(id);
      weights.push(weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    for (let i = start; i < weights.length; i++) weights[i]! /= length;
    starts.push(words.length);
  }
  return {
    starts: Int32Array.from(starts),
    words: Int32Array.from(words),
    weights: Float32Array.from(weights),
  };
}

/**
 * An orthonormal basis of the space that the leading right singular vectors span, a row for each word: by subspace iteration from a
 * random start. Any basis of it serves, as angles are the same in each, so singular values are never needed.
 */
function* leadingDirections(rows: SparseRows, wordCount: number, width: number): Task<Float32Array> {
  const random = randomNumbers(1);
  let byPaper = Float32Array.from({ length: (rows.starts.length - 1) * width }, () => random() - 0.5);
  for (let pass = 0; ; pass++) {
    yield* orthonormalise(byPaper, width);
    const byWord = timesTransposed(rows, byPaper, wordCount, width);
    if (pass === passes) {
      yield* orthonormalise(byWord, width);
      return byWord;
    }
    yield;
    byPaper = times(rows, byWord, width);
  }
}

/** A·X, for X with a row for each word. */
function times({ starts, words, weights }: SparseRows, byWord: Float32Array, width: number) {
  const product = new Float32Array((starts.length - 1) * width);
  for (let paper = 0; paper + 1 < starts.length; paper++)
    for (let at = starts[paper]!; at < starts[paper + 1]!; at++)
      addScaled(product, paper * width, byWord, words[at]! * width, weights[at]!, width);
  return product;
}

/** Aᵀ·X, for X with a row for each paper. */
function timesTransposed(
  { starts, words, weights }: SparseRows,
  byPaper: Float32Array,
  wordCount: number,
  width: number,
) {
  const product = new Float32Array(wordCount * width);
  for (let paper = 0; paper + 1 < starts.length; paper++)
    for (let at = starts[paper]!; at < starts[paper + 1]!; at++)
      addScaled(product, words[at]! * width, byPaper, paper * width, weights[at]!, width);
  return product;
}

function addScaled(
  sum: Float32Array,
  to: number,
  row: Float32Array,
  from: number,
  factor: number,
  width: number,
): void {
  for (let i = 0; i < width; i++) sum[to + i]! += factor * row[from + i]!;
}
