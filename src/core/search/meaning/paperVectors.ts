import { textKey } from '../../util/hash';

/**
 * Vectors of papers made beforehand, found by title: a copy in another source has them too. The file, little-endian:
 *
 *     "VECS", then as u32: version, width, papers, vectors
 *     for each paper: key of its title (f64), number of its vectors (f64)
 *     for each vector its scale (f32); then the vectors (i8)
 *
 * The first vector of a paper is of its texts as a whole, the others of their sentences.
 */
export class PaperVectors {
  private constructor(
    readonly width: number,
    private readonly places: ReadonlyMap<number, readonly [first: number, count: number]>,
    private readonly scales: Float32Array,
    private readonly values: Int8Array,
  ) {}

  static read(bytes: Uint8Array): PaperVectors {
    const data = bytes.slice().buffer;
    const [mark, fileVersion, width, papers, vectors] = new Uint32Array(
      data,
      0,
      headerWords - 1,
    ) as unknown as [number, number, number, number, number];
    const scalesAt = headerWords * 4 + papers * 16;
    const valuesAt = scalesAt + vectors * 4;
    if (mark !== magic || fileVersion !== version || data.byteLength !== valuesAt + vectors * width)
      throw new Error('Not vectors of this version.');
    const table = new Float64Array(data, headerWords * 4, papers * 2);
    const places = new Map<number, readonly [number, number]>();
    let first = 0;
    for (let i = 0; i < table.length; i += 2) {
      places.set(table[i]!, [first, table[i + 1]!]);
      first += table[i + 1]!;
    }
    return new PaperVectors(
      width,
      places,
      new Float32Array(data, scalesAt, vectors),
      new Int8Array(data, valuesAt, vectors * width),
    );
  }

  /** Where the vectors of a paper are, if it is known. */
  find(title: string): readonly [first: number, count: number] | undefined {
    return this.places.get(titleKey(title));
  }

  /** Where the vectors of each paper are. */
  all(): (readonly [first: number, count: number])[] {
    return [...this.places.values()];
  }

  vector(index: number): Float32Array {
    const values = this.values.subarray(index * this.width, (index + 1) * this.width);
    return Float32Array.from(values, value => value * this.scales[index]!);
  }

  /** The cosine of a vector and a query of unit length. */
  likeness(vector: number, query: Float32Array): number {
    const start = vector * this.width;
    let dot = 0;
    for (let i = 0; i < this.width; i++) dot += this.values[start + i]! * query[i]!;
    return dot * this.scales[vector]!;
  }
}

export interface EncodedPaper {
  readonly title: string;
  /** Of unit length; the whole first. */
  readonly vectors: readonly Float32Array[];
}

/** The file for `PaperVectors.read`. */
export function writePaperVectors(papers: readonly EncodedPaper[], width: number): Uint8Array {
  const vectors = papers.flatMap(paper => paper.vectors);
  const scalesAt = headerWords * 4 + papers.length * 16;
  const valuesAt = scalesAt + vectors.length * 4;
  const data = new ArrayBuffer(valuesAt + vectors.length * width);
  new Uint32Array(data, 0, headerWords).set([magic, version, width, papers.length, vectors.length]);
  const table = new Float64Array(data, headerWords * 4, papers.length * 2);
  papers.forEach((paper, i) => {
    table.set([titleKey(paper.title), paper.vectors.length], i * 2);
  });
  const scales = new Float32Array(data, scalesAt, vectors.length);
  vectors.forEach((vector, i) => {
    scales[i] = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / maxOfByte;
    new Int8Array(data, valuesAt + i * width, width).set(vector.map(value => Math.round(value / scales[i]!)));
  });
  return new Uint8Array(data);
}

const magic = 0x53434556;
const version = 2;
/** Magic, version, width, papers, vectors, and one left free to align what follows. */
const headerWords = 6;
const maxOfByte = 127;

/** Of its letters and digits only. */
function titleKey(title: string): number {
  return textKey(
    title
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu)
      ?.join('') ?? '',
  );
}
