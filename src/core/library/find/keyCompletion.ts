import type { Reference } from '../../model/reference';
import { firstWhere } from '../../util/collections/binarySearch';
import { normalized } from '../../util/normalized';

/** References found by a part of their key. */
interface KeyedReferences {
  /** Their key begins with it; as typed before those that differ in case or accents. */
  readonly beginning: readonly Reference[];
  /** It stands elsewhere in their key: where a part of the key begins before anywhere else. */
  readonly containing: readonly Reference[];
}

/** Shorter texts stand in most keys by chance. */
const shortestWithin = 3;
const maxWithin = 50;

/** The keys of a library in order, to complete what is typed where a key goes. */
export class KeyCompletion {
  private sorted:
    | { readonly folded: readonly string[]; readonly references: readonly Reference[] }
    | undefined;

  constructor(private readonly all: () => Iterable<Reference>) {}

  /** To be called when references came or went. */
  forget(): void {
    this.sorted = undefined;
  }

  find(typed: string): KeyedReferences {
    const part = foldKey(typed);
    if (!part) return { beginning: [], containing: [] };
    const { folded, references } = this.keys();
    const start = placeOf(part, folded);
    let end = start;
    while (end < folded.length && folded[end]!.startsWith(part)) end++;
    const beginning = references.slice(start, end);
    return {
      beginning: [
        ...beginning.filter(({ key }) => key.startsWith(typed)),
        ...beginning.filter(({ key }) => !key.startsWith(typed)),
      ],
      containing: part.length < shortestWithin ? [] : this.containing(part),
    };
  }

  private containing(part: string): Reference[] {
    const { folded, references } = this.keys();
    const atPart: Reference[] = [];
    const elsewhere: Reference[] = [];
    for (let at = 0; at < folded.length && atPart.length < maxWithin; at++) {
      const place = folded[at]!.indexOf(part);
      if (place <= 0) continue;
      const { key } = references[at]!;
      if (beginsPart(key, place)) atPart.push(references[at]!);
      else if (elsewhere.length < maxWithin) elsewhere.push(references[at]!);
    }
    return [...atPart, ...elsewhere].slice(0, maxWithin);
  }

  private keys() {
    if (this.sorted) return this.sorted;
    const keyed = Array.from(this.all(), reference => ({ folded: foldKey(reference.key), reference }));
    keyed.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
    this.sorted = {
      folded: keyed.map(({ folded }) => folded),
      references: keyed.map(({ reference }) => reference),
    };
    return this.sorted;
  }
}

/** The place of the first of ascending texts that is not less. */
function placeOf(text: string, ascending: readonly string[]): number {
  return firstWhere(ascending.length, place => ascending[place]! >= text);
}

/** Keys are typed without minding capitals and accents. */
function foldKey(key: string): string {
  const lower = key.toLowerCase();
  return /[^\0-\x7f]/.test(lower) ? normalized(lower, 'NFD').replace(/\p{M}/gu, '') : lower;
}

/** `attention` in `vaswani2017attention`, `Entity` in `smithNamedEntity`, `a` in `smith:a`. */
function beginsPart(key: string, at: number): boolean {
  const [before = '', here = ''] = [key[at - 1], key[at]];
  return !/\p{L}/u.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(here));
}
