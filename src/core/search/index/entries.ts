import type { ByteReader, ByteWriter } from '../../util/bytes/byteStream';
import { resizeTypedArray } from '../../util/collections/typedArrays';

/** The longest length that an entry tells: lengths fit in a byte. */
const maxLength = 255;
/** Abstracts are counted in steps of so many words. */
export const abstractStep = 4;

/**
 * What is indexed, in the order it was added: for each reference (by its id) one entry for its head, and one for its abstract.
 * An entry's number never changes until `compact`.
 */
export class Entries {
  count = 0;
  /** The reference each entry belongs to, or -1 once it is removed. */
  ids = new Int32Array(1024);
  /** 1 for the entry of an abstract, 0 for a head. */
  isAbstract = new Uint8Array(1024);
  /** Words of the title; of the abstract in steps of `abstractStep`. */
  lengths = new Uint8Array(1024);
  removed = 0;
  private abstracts = 0;
  private abstractLengths = 0;
  private titleLengths = 0;

  add(id: number, isAbstract: boolean, words: number): number {
    if (this.count === this.ids.length) this.grow();
    const entry = this.count++;
    this.ids[entry] = id;
    this.isAbstract[entry] = isAbstract ? 1 : 0;
    this.lengths[entry] = Math.min(maxLength, isAbstract ? Math.ceil(words / abstractStep) : words);
    this.tally(entry, 1);
    return entry;
  }

  /** Sets the words of the newest entry, known only after scanning them. */
  setLength(entry: number, words: number): void {
    this.tally(entry, -1);
    this.lengths[entry] = Math.min(
      maxLength,
      this.isAbstract[entry] ? Math.ceil(words / abstractStep) : words,
    );
    this.tally(entry, 1);
  }

  remove(entry: number): void {
    this.tally(entry, -1);
    this.ids[entry] = -1;
    this.removed++;
  }

  private tally(entry: number, by: 1 | -1): void {
    const length = this.lengths[entry]! * by;
    if (this.isAbstract[entry]) {
      this.abstracts += by;
      this.abstractLengths += length;
    } else this.titleLengths += length;
  }

  averageAbstract(): number {
    return this.abstracts ? Math.max(1, this.abstractLengths / this.abstracts) : 1;
  }

  averageTitle(): number {
    const heads = this.count - this.removed - this.abstracts;
    return heads ? Math.max(1, this.titleLengths / heads) : 1;
  }

  /** Forgets removed entries; gives the new number of each old one, or -1. */
  compact(): Int32Array {
    const renumber = new Int32Array(this.count).fill(-1);
    let kept = 0;
    for (let entry = 0; entry < this.count; entry++) {
      if (this.ids[entry]! < 0) continue;
      renumber[entry] = kept;
      this.ids[kept] = this.ids[entry]!;
      this.isAbstract[kept] = this.isAbstract[entry]!;
      this.lengths[kept] = this.lengths[entry]!;
      kept++;
    }
    this.count = kept;
    this.removed = 0;
    return renumber;
  }

  write(writer: ByteWriter): void {
    writer.varint(this.count);
    for (let entry = 0; entry < this.count; entry++) {
      writer.varint((this.ids[entry]! << 1) | this.isAbstract[entry]!);
      writer.byte(this.lengths[entry]!);
    }
  }

  static read(reader: ByteReader): Entries {
    const entries = new Entries();
    const count = reader.varint();
    for (let i = 0; i < count; i++) {
      const value = reader.varint();
      const words = reader.byte();
      const isAbstract = (value & 1) === 1;
      entries.add(value >>> 1, isAbstract, isAbstract ? words * abstractStep : words);
    }
    return entries;
  }

  private grow(): void {
    const size = this.ids.length * 2;
    this.ids = resizeTypedArray(this.ids, size);
    this.isAbstract = resizeTypedArray(this.isAbstract, size);
    this.lengths = resizeTypedArray(this.lengths, size);
  }
}
