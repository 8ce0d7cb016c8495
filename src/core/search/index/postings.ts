import { BitReader, BitWriter } from '../../util/bytes/bitStream';
import { type ByteReader, ByteWriter } from '../../util/bytes/byteStream';
import { resizeTypedArray } from '../../util/collections/typedArrays';

/** The entries that have a term, and what each says about it: the first `length` of both arrays. */
export class PostingList {
  length = 0;
  entries = new Uint32Array(1024);
  payloads = new Uint8Array(1024);

  reserve(count: number): void {
    if (count <= this.entries.length) return;
    this.entries = new Uint32Array(count * 2);
    this.payloads = new Uint8Array(count * 2);
  }
}

/** Recent postings are merged when they outnumber this and the packed ones: merging costs little however large the index grows. */
const maxRecent = 1 << 20;

/**
 * Which entries have which term. Most postings are packed: per term, gaps between ascending entries as variable-length numbers,
 * a byte or two each. Recent ones are linked lists, newest first, so that adding is constant work; `pack` merges them.
 */
export class Postings {
  private packed: Uint8Array = new Uint8Array(0);
  /** Where the packed postings of each term begin; one more at the end. */
  private starts: Uint32Array = new Uint32Array(1);
  private counts = new Uint32Array(1024);
  private packedCount = 0;

  /** Recent postings: term, entry, payload, and the term's recent posting before (or -1). */
  private terms = new Uint32Array(0);
  private entries = new Uint32Array(0);
  private payloads = new Uint8Array(0);
  private previous = new Int32Array(0);
  private newest = new Int32Array(1024).fill(-1);
  private recent = 0;
  private readonly list = new PostingList();

  /** How many entries have the term, removed ones included until they are packed away. */
  count(term: number): number {
    return this.counts[term] ?? 0;
  }

  /** Entries must come in ascending order for each term. `payload` is 0 to 255; 0 is the commonest. */
  add(term: number, entry: number, payload: number): void {
    if (term >= this.counts.length) this.growTerms(term + 1);
    if (this.recent === this.entries.length) this.growRecent();
    const at = this.recent++;
    this.terms[at] = term;
    this.entries[at] = entry;
    this.payloads[at] = payload;
    this.previous[at] = this.newest[term]!;
    this.newest[term] = at;
    this.counts[term]!++;
  }

  get needsPacking(): boolean {
    return this.recent > Math.max(maxRecent, this.packedCount);
  }

  /** The postings of a term in ascending order. The list is overwritten by the next call. */
  read(term: number): PostingList {
    const list = this.readPacked(term);
    if (term >= this.newest.length) return list;
    const { entries, payloads } = list;
    list.length = this.count(term);
    let i = list.length;
    for (let at = this.newest[term]!; at >= 0; at = this.previous[at]!) {
      entries[--i] = this.entries[at]!;
      payloads[i] = this.payloads[at]!;
    }
    return list;
  }

  /** Those of its postings that are packed, with room for all. */
  private readPacked(term: number): PostingList {
    const { list, packed } = this;
    list.reserve(this.count(term));
    const { entries, payloads } = list;
    const end = this.starts[term + 1] ?? 0;
    let at = this.starts[term] ?? 0;
    let entry = 0;
    let i = 0;
    while (at < end) {
      let byte = packed[at++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = packed[at++]!;
        value |= (byte & 0x7f) << shift;
      }
      entry += value >>> 1;
      entries[i] = entry;
      payloads[i++] = value & 1 ? packed[at++]! : 0;
    }
    list.length = i;
    return list;
  }

  /** Packs everything; `renumber` holds each entry's new number, which keeps the order, or -1 to drop it. */
  pack(terms: number, renumber?: Int32Array): void {
    const writer = new ByteWriter(this.packed.length + this.recent * 3 + 16);
    const starts = new Uint32Array(terms + 1);
    const counts = new Uint32Array(Math.max(terms, 1024));
    const recent = this.recentByTerm(terms);
    this.packedCount = 0;
    for (let term = 0; term < terms; term++) {
      starts[term] = writer.length;
      let kept = 0;
      let last = 0;
      const keep = (old: number, payload: number) => {
        const entry = renumber ? renumber[old]! : old;
        if (entry < 0) return;
        writer.varint(((entry - last) << 1) | (payload ? 1 : 0));
        if (payload) writer.byte(payload);
        last = entry;
        kept++;
      };
      const { entries, payloads, length } = this.readPacked(term);
      for (let i = 0; i < length; i++) keep(entries[i]!, payloads[i]!);
      for (let i = recent.starts[term]!; i < recent.starts[term + 1]!; i++)
        keep(recent.entries[i]!, recent.payloads[i]!);
      counts[term] = kept;
      this.packedCount += kept;
    }
    starts[terms] = writer.length;
    this.replace(writer.copy(), starts, counts);
  }

  /** The recent postings, sorted by term: far faster for all of them than following the list of each all over memory. */
  private recentByTerm(terms: number) {
    const starts = new Uint32Array(terms + 1);
    for (let at = 0; at < this.recent; at++) starts[this.terms[at]! + 1]!++;
    for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
    const next = starts.slice();
    const entries = new Uint32Array(this.recent);
    const payloads = new Uint8Array(this.recent);
    for (let at = 0; at < this.recent; at++) {
      const place = next[this.terms[at]!]!++;
      entries[place] = this.entries[at]!;
      payloads[place] = this.payloads[at]!;
    }
    return { starts, entries, payloads };
  }

  private replace(packed: Uint8Array, starts: Uint32Array, counts: Uint32Array<ArrayBuffer>): void {
    this.packed = packed;
    this.starts = starts;
    this.counts = counts;
    this.newest = new Int32Array(counts.length).fill(-1);
    this.terms = new Uint32Array(0);
    this.entries = new Uint32Array(0);
    this.payloads = new Uint8Array(0);
    this.previous = new Int32Array(0);
    this.recent = 0;
  }

  /** Writes the packed postings, terms in the order given. Everything must be packed. */
  write(writer: ByteWriter, order: Uint32Array): void {
    const bits = new BitWriter();
    for (const term of order) {
      const count = this.counts[term]!;
      bits.gamma(count);
      // A posting takes a byte at least; how much a single one takes, it tells itself.
      if (count > 1) bits.gamma(this.starts[term + 1]! - this.starts[term]! - count + 1);
    }
    const sizes = bits.finish();
    writer.varint(sizes.length);
    writer.block(sizes);
    const blocks = new ByteWriter(this.packed.length + 16);
    for (const term of order) blocks.block(this.packed.subarray(this.starts[term]!, this.starts[term + 1]!));
    const written = blocks.written();
    writer.varint(written.length);
    writer.block(written);
  }

  /** Reads what `write` wrote: terms are then numbered in that order. */
  static read(reader: ByteReader, terms: number): Postings {
    const sizes = new BitReader(reader.block(reader.varint()));
    const packed = reader.block(reader.varint()).slice();
    const starts = new Uint32Array(terms + 1);
    const counts = new Uint32Array(Math.max(terms, 1024));
    const postings = new Postings();
    for (let term = 0; term < terms; term++) {
      const count = sizes.gamma();
      const start = starts[term]!;
      counts[term] = count;
      starts[term + 1] = start + (count > 1 ? sizes.gamma() - 1 + count : sizeOfOne(packed, start));
      postings.packedCount += count;
    }
    if (starts[terms] !== packed.length) throw new RangeError('The postings have another size.');
    postings.replace(packed, starts, counts);
    return postings;
  }

  private growTerms(least: number): void {
    const size = Math.max(this.counts.length * 2, least);
    this.counts = resizeTypedArray(this.counts, size);
    this.newest = resizeTypedArray(this.newest, size, -1);
  }

  private growRecent(): void {
    const size = Math.max(1024, this.entries.length * 2);
    this.terms = resizeTypedArray(this.terms, size);
    this.entries = resizeTypedArray(this.entries, size);
    this.payloads = resizeTypedArray(this.payloads, size);
    this.previous = resizeTypedArray(this.previous, size);
  }
}

/** How many bytes the posting that begins here takes. */
function sizeOfOne(packed: Uint8Array, start: number): number {
  let at = start;
  while (packed[at]! > 0x7f) at++;
  return at + 1 - start + (packed[start]! & 1);
}
