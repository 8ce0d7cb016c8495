import { BoundedCache } from '../../util/collections/boundedCache';

/** What the index needs of an encoder, which may not be ready yet. */
export interface QueryEncoder {
  encode(text: string): Float32Array | undefined;
  /** Whether it has the word as a whole. */
  knows(word: string): boolean;
}

/** Queries whose vectors are kept: those of the last few keystrokes, for who deletes and types again. */
const maxQueries = 128;
/**
 * A longer query is taken apart into parts of about so many words: a sentence says several things, and a paper speaks of each in a
 * sentence of its own. On the judged sentences 9 to 12 do as well; parts that overlap gain no more, and take twice the time.
 */
const wordsOfPart = 10;
/** More parts are those of a paragraph, and would take too long. */
const mostParts = 8;
/** Marks of missing citations in drafts, which mean nothing. */
const placeholder = /\[(?:CITE|cite|citation needed|\?|\d+)\]/g;

/** The vectors of queries, those of the last ones kept. */
export class QueryVectors {
  private readonly kept = new BoundedCache<string, Float32Array>(maxQueries);

  constructor(private readonly encoder: QueryEncoder) {}

  knows(word: string): boolean {
    return this.encoder.knows(word);
  }

  /** The vector of a query; undefined as long as it cannot be encoded. */
  of(query: string): Float32Array | undefined {
    const text = query.replace(placeholder, '').trim();
    const known = this.kept.get(text);
    if (known) return known;
    const vector = this.encoder.encode(text);
    return vector && this.kept.set(text, vector);
  }

  /** The vectors of the parts of a query. */
  partsOf(query: string): readonly Float32Array[] {
    return partsOf(query.replace(placeholder, '')).flatMap(part => this.of(part) ?? []);
  }
}

/** Stretches of about the same number of words. */
function partsOf(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const count = Math.max(1, Math.min(mostParts, Math.round(words.length / wordsOfPart)));
  const bound = (i: number) => Math.round((i * words.length) / count);
  return Array.from({ length: count }, (_, i) => words.slice(bound(i), bound(i + 1)).join(' '));
}
