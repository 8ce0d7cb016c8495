import { resizeTypedArray } from '../../util/collections/typedArrays';
import { detachString } from '../../util/detachString';
import { editDistance } from '../text/editDistance';
import { stem } from '../text/stem';
import { ForeignWords } from './foreignWords';
import { letterSet } from './letterSet';
import { ScriptWords } from './scriptWords';

/** A word of the vocabulary that resembles one that was typed. */
export interface SimilarWord {
  readonly id: number;
  readonly edits: number;
}

/** Words that begin alike. Forms and spellings of a word never differ in their first letters, so its family is among these. */
interface Kin {
  readonly ids: number[];
  /** By stem; made when first asked for, since most words are never looked for. */
  readonly families: Map<string, number[]>;
  /** How many of `ids` are in their families. */
  grouped: number;
}

const beginningLength = 2;

/** The words of a library, numbered; found by themselves, by their stem, by their beginning, and despite typing errors. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly foreign = new ForeignWords(this.words);
  readonly scripts = new ScriptWords(this.words);
  private readonly ids = new Map<string, number>();
  private readonly byBeginning = new Map<string, Kin>();
  /** Which letters each word has, a bit each: differing bits bound the edits between two words from below. */
  private letters = new Uint32Array(1024);

  get size(): number {
    return this.words.length;
  }

  id(word: string): number | undefined {
    return this.ids.get(word);
  }

  /** The number of a word, given to it now when it is new. */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    const own = detachString(word);
    this.words.push(own);
    this.ids.set(own, id);
    if (id === this.letters.length) this.letters = resizeTypedArray(this.letters, id * 2);
    this.letters[id] = letterSet(own);
    this.kinOf(own).ids.push(id);
    return id;
  }

  private kinOf(word: string): Kin {
    const beginning = word.slice(0, beginningLength);
    let kin = this.byBeginning.get(beginning);
    if (!kin) {
      kin = { ids: [], families: new Map(), grouped: 0 };
      this.byBeginning.set(beginning, kin);
    }
    return kin;
  }

  /** All forms and spellings of a word that the library has. */
  family(word: string): readonly number[] {
    const english = this.englishFamily(word);
    const foreign = this.foreign.family(word);
    return foreign.length ? [...new Set([...english, ...foreign])] : english;
  }

  private englishFamily(word: string): readonly number[] {
    const kin = this.byBeginning.get(word.slice(0, beginningLength));
    if (!kin) return [];
    const { ids, families } = kin;
    for (; kin.grouped < ids.length; kin.grouped++) {
      const id = ids[kin.grouped]!;
      const rest = stem(this.words[id]!);
      const members = families.get(rest);
      if (members) members.push(id);
      else families.set(rest, [id]);
    }
    return families.get(stem(word)) ?? [];
  }

  /** The words that begin so. */
  startingWith(beginning: string): number[] {
    const found: number[] = [];
    const take = (ids: readonly number[]) => {
      for (const id of ids) if (this.words[id]!.startsWith(beginning)) found.push(id);
    };
    if (beginning.length >= beginningLength)
      take(this.byBeginning.get(beginning.slice(0, beginningLength))?.ids ?? []);
    else for (const [key, { ids }] of this.byBeginning) if (key.startsWith(beginning)) take(ids);
    return found;
  }

  /** The words at most `limit` typing errors away; with `prefix`, those whose beginning is. */
  similar(word: string, limit: number, prefix = false): SimilarWord[] {
    const found: SimilarWord[] = [];
    const typed = letterSet(word);
    const { letters, words } = this;
    const size = words.length;
    const differing = 2 * limit;
    for (let id = 0; id < size; id++) {
      const other = letters[id]!;
      const missing = prefix ? bitCount(typed & ~other) : bitCount(typed ^ other);
      if (missing > (prefix ? limit : differing)) continue;
      const edits = editDistance(word, words[id]!, limit, prefix);
      if (edits <= limit) found.push({ id, edits });
    }
    return found;
  }
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
