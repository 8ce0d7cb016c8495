import { contentHash } from '../../util/hash';

/** One source as it was when the snapshot was taken. */
export interface SourceSnapshot {
  readonly id: string;
  /** Of the content it was read from: another content makes this worthless. */
  readonly contentHash: string;
  /** What its reader remembers of the content, if anything. */
  readonly remembered?: Uint8Array | undefined;
  /** The work each of its references belongs to, in file order. */
  readonly works: Uint32Array;
  /** How many identities each reference has, and all of them in a row. */
  readonly identityCounts: Uint8Array;
  readonly identities: Float64Array;
}

/** What a library spent its time on, to be had back at the next start: which references are one work, and the search index. */
export interface LibrarySnapshot {
  readonly sources: readonly SourceSnapshot[];
  /** Each work's number in the index. */
  readonly slots: Uint32Array;
  readonly index: Uint8Array;
}

const formatVersion = 2;
const alignment = 8;
const none = new Uint8Array();

/** The snapshot as bytes. `writer` names the program that wrote it: another one, or another version, does not read it. */
export function encodeSnapshot({ sources, slots, index }: LibrarySnapshot, writer: string): Uint8Array {
  const blocks: Uint8Array[] = [];
  const put = (array: Uint8Array | Uint32Array | Float64Array): number => {
    blocks.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return array.byteLength;
  };
  const header: Header = {
    formatVersion,
    writer,
    sources: sources.map(({ id, contentHash, remembered = none, works, identityCounts, identities }) => ({
      id,
      contentHash,
      lengths: [put(works), put(identityCounts), put(identities), put(remembered)],
    })),
    lengths: [put(slots), put(index)],
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const body = joined([Uint32Array.of(head.length), head, ...blocks]);
  return joined([new TextEncoder().encode(contentHash(body).padEnd(sumLength)), body]);
}

/** `undefined` when the bytes are damaged, or were written by something else. */
export function decodeSnapshot(bytes: Uint8Array, writer: string): LibrarySnapshot | undefined {
  try {
    const text = new TextDecoder();
    const body = bytes.subarray(sumLength);
    if (text.decode(bytes.subarray(0, sumLength)) !== contentHash(body).padEnd(sumLength)) return undefined;
    let at = 0;
    const take = (length: number): Uint8Array => {
      const start = at;
      at += aligned(length);
      if (start + length > body.length) throw new RangeError('The snapshot ends too early.');
      return body.subarray(start, start + length);
    };
    // A copy each, so that they lie where numbers have to, and do not hold on to all the rest.
    const copy = (length: number) => take(length).slice().buffer as ArrayBuffer;
    const [headLength = 0] = new Uint32Array(copy(4));
    const header = JSON.parse(text.decode(take(headLength))) as Header;
    if (header.formatVersion !== formatVersion || header.writer !== writer) return undefined;
    const sources = header.sources.map(({ id, contentHash, lengths }) => ({
      id,
      contentHash,
      works: new Uint32Array(copy(lengths[0])),
      identityCounts: new Uint8Array(copy(lengths[1])),
      identities: new Float64Array(copy(lengths[2])),
      ...(lengths[3] > 0 && { remembered: new Uint8Array(copy(lengths[3])) }),
    }));
    return {
      sources,
      slots: new Uint32Array(copy(header.lengths[0])),
      index: take(header.lengths[1]),
    };
  } catch {
    return undefined;
  }
}

/** Room for the hash of everything that follows. */
const sumLength = 32;

interface Header {
  readonly formatVersion: number;
  readonly writer: string;
  readonly sources: readonly {
    readonly id: string;
    readonly contentHash: string;
    readonly lengths: readonly [
      works: number,
      identityCounts: number,
      identities: number,
      remembered: number,
    ];
  }[];
  readonly lengths: readonly [number, number];
}

function joined(parts: readonly (Uint8Array | Uint32Array)[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.byteLength), 0));
  let at = 0;
  for (const part of parts) {
    all.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return all;
}

const aligned = (length: number): number => Math.ceil(length / alignment) * alignment;
