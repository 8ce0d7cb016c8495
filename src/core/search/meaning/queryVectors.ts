import { BoundedCache } from '../../util/boundedCache';

/** What the index needs of an encoder, which may not be ready yet. */
export interface QueryEncoder {
  encode(text: string): Float32Array | undefined;
  /** Whether it has the word as a whole. */
  knows(word: string): boolean;
}

/** Queries whose vectors are kept: those of the last few keystrokes, for who deletes and types again. */
const maxQueries = 128;
/** Marks of missing citations in drafts, which mean nothing. */
const placeholder = /\[(?:CITE|cite|citation needed|\?|\d+)\]/g;

/** The vectors of queries, those of the last ones kept. */
export class QueryVectors {
  private readonly kept = new BoundedCache<string, Float32Array>(maxQueries);

  constructor(private readonly encoder: QueryEncoder) {}

  knows(word: string): boolean {
    return this.encoder.knows(word);
  }

  of(query: string): Float32Array | undefined {
    const text = query.replace(placeholder, '').trim();
    const known = this.kept.get(text);
    if (known) return known;
    const vector = this.encoder.encode(text);
    return vector && this.kept.set(text, vector);
  }
}
