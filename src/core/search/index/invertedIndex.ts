import { ByteReader, ByteWriter, checksum } from '../../util/bytes/byteStream';
import { resizeTypedArray } from '../../util/collections/typedArrays';
import { detectLanguages } from '../text/languages/detectLanguages';
import type { Languages } from '../text/languages/languages';
import { abstractWords, headWords } from './documentWords';
import { Entries } from './entries';
import { packWords, unpackWords } from './packedWords';
import { Postings } from './postings';
import { Field, type SearchDocument } from './searchDocument';
import { Vocabulary } from './vocabulary';

/** Says that these bytes are an index written by this version. */
const signature = [0x4c, 0x4c, 0x49, 0x58];
const formatVersion = 6;
/** Entries are forgotten for good when more than this share of them were removed. */
const removedShare = 0.25;
/** Fewer entries are packed in no time. */
const fewEntries = 2000;
const maximalCount = 255;

/** The years and entries of one reference. */
const none = -1;

/** A damaged index, or one of another version: build it anew. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError';
}

/** Which references have which words, where, and how often: what lexical ranking reads. References are numbered from 0. */
export class InvertedIndex {
  vocabulary = new Vocabulary();
  postings = new Postings();
  entries = new Entries();
  /** How many references there are. */
  count = 0;
  /** One more than the greatest id in use. */
  idLimit = 0;
  private heads = new Int32Array(1024).fill(none);
  private abstracts = new Int32Array(1024).fill(none);
  private years = new Int16Array(1024);
  /** Payload of each word in the entry being read, and which words those are. */
  private payloads = new Uint8Array(1024);
  private met: number[] = [];

  has(id: number): boolean {
    return id < this.idLimit && this.heads[id]! !== none;
  }

  /** The year of a reference, 0 where there is none. */
  year(id: number): number {
    return this.years[id] ?? 0;
  }

  addHead(id: number, document: SearchDocument): void {
    if (id >= this.heads.length) this.grow(id + 1);
    this.idLimit = Math.max(this.idLimit, id + 1);
    this.years[id] = yearOf(document);
    this.count++;
    const entry = this.entries.add(id, false, 0);
    this.heads[id] = entry;
    const length = headWords(document, (word, field) => {
      const term = this.meet(word);
      this.payloads[term]! |= field;
    });
    this.entries.setLength(entry, length);
    this.noteLanguages(detectLanguages(document.title, document.language));
    for (const term of this.met) {
      const fields = this.payloads[term]!;
      this.payloads[term] = 0;
      this.postings.add(term, entry, fields === Field.title ? 0 : fields);
    }
    this.met = [];
  }

  addAbstract(id: number, text: string): void {
    if (!this.has(id) || this.abstracts[id]! !== none) return;
    const entry = this.entries.add(id, true, 0);
    this.abstracts[id] = entry;
    const languages = detectLanguages(text);
    const length = abstractWords(text, languages, word => {
      const term = this.meet(word);
      if (this.payloads[term]! < maximalCount) this.payloads[term]!++;
    });
    this.entries.setLength(entry, length);
    this.noteLanguages(languages);
    for (const term of this.met) {
      this.postings.add(term, entry, this.payloads[term]! - 1);
      this.payloads[term] = 0;
    }
    this.met = [];
  }

  private noteLanguages(languages: Languages): void {
    const { foreign } = this.vocabulary;
    for (const term of this.met) foreign.note(term, languages);
  }

  private meet(word: string): number {
    const term = this.vocabulary.add(word);
    if (term >= this.payloads.length)
      this.payloads = resizeTypedArray(this.payloads, this.payloads.length * 2);
    if (this.payloads[term] === 0) this.met.push(term);
    return term;
  }

  remove(id: number): void {
    if (!this.has(id)) return;
    for (const list of [this.heads, this.abstracts]) {
      if (list[id]! !== none) this.entries.remove(list[id]!);
      list[id] = none;
    }
    this.count--;
  }

  /** Packs what was added since, when there is much of it, and forgets what was removed. */
  tidy(always = false): void {
    const { entries, postings, vocabulary } = this;
    const isDue = always || entries.count < fewEntries || entries.removed > entries.count * removedShare;
    if (entries.removed > 0 && isDue) {
      postings.pack(vocabulary.size, entries.compact());
      for (let entry = 0; entry < entries.count; entry++)
        (entries.isAbstract[entry] ? this.abstracts : this.heads)[entries.ids[entry]!] = entry;
    } else if (always || postings.needsPacking) postings.pack(vocabulary.size);
  }

  /** The index as bytes: a few hundred a reference, abstracts included. */
  serialise(): Uint8Array {
    this.tidy(true);
    const { vocabulary, postings } = this;
    const used = Array.from({ length: vocabulary.size }, (_, term) => term).filter(term =>
      postings.count(term),
    );
    const { words } = vocabulary;
    const order = Uint32Array.from(used.sort((a, b) => (words[a]! < words[b]! ? -1 : 1)));
    const body = new ByteWriter(1 << 16);
    this.entries.write(body);
    for (let entry = 0; entry < this.entries.count; entry++)
      if (!this.entries.isAbstract[entry]) body.varint(this.years[this.entries.ids[entry]!]!);
    writeWords(body, order, words);
    postings.write(body, order);
    vocabulary.foreign.write(body, order);
    const bytes = body.written();
    const file = new ByteWriter(bytes.length + 12);
    for (const byte of signature) file.byte(byte);
    file.uint32(formatVersion);
    file.uint32(checksum(bytes));
    file.block(bytes);
    return file.copy();
  }

  /** Reads what `serialise` gave. Throws `IndexFormatError` when the bytes are damaged or of another version. */
  static load(bytes: Uint8Array): InvertedIndex {
    const reader = new ByteReader(bytes);
    try {
      if (signature.some(byte => reader.byte() !== byte)) throw new IndexFormatError('This is no index.');
      if (reader.uint32() !== formatVersion) throw new IndexFormatError('The index has another version.');
      const sum = reader.uint32();
      const body = bytes.subarray(reader.at);
      if (checksum(body) !== sum) throw new IndexFormatError('The index is damaged.');
      return InvertedIndex.read(new ByteReader(body));
    } catch (error) {
      if (error instanceof RangeError) throw new IndexFormatError(`The index is damaged. ${error.message}`);
      throw error;
    }
  }

  private static read(reader: ByteReader): InvertedIndex {
    const index = new InvertedIndex();
    const entries = Entries.read(reader);
    index.entries = entries;
    for (let entry = 0; entry < entries.count; entry++) {
      const id = entries.ids[entry]!;
      if (id >= index.heads.length) index.grow(id + 1);
      if (entries.isAbstract[entry]) index.abstracts[id] = entry;
      else {
        index.heads[id] = entry;
        index.years[id] = reader.varint();
        index.count++;
        index.idLimit = Math.max(index.idLimit, id + 1);
      }
    }
    const terms = readWords(reader, index.vocabulary);
    index.payloads = new Uint8Array(Math.max(1024, terms * 2));
    index.postings = Postings.read(reader, terms);
    index.vocabulary.foreign.read(reader);
    return index;
  }

  private grow(least: number): void {
    const size = Math.max(this.heads.length * 2, least);
    this.heads = resizeTypedArray(this.heads, size, none);
    this.abstracts = resizeTypedArray(this.abstracts, size, none);
    this.years = resizeTypedArray(this.years, size);
  }
}

function yearOf({ year }: SearchDocument): number {
  return year !== undefined && Number.isInteger(year) && year > 0 && year < 10_000 ? year : 0;
}

function writeWords(writer: ByteWriter, order: Uint32Array, words: readonly string[]): void {
  const packed = packWords(Array.from(order, term => words[term]!));
  writer.varint(order.length);
  writer.varint(packed.length);
  writer.block(packed);
}

function readWords(reader: ByteReader, vocabulary: Vocabulary): number {
  const count = reader.varint();
  const packed = reader.block(reader.varint());
  let next = 0;
  unpackWords(packed, count, word => {
    if (vocabulary.add(word) !== next++) throw new RangeError('A word is twice in the index.');
  });
  return count;
}
