import { say } from '../../util/say';

/** What the abstract of a cited work says to a sentence, as far as that is known. */
export interface Finding {
  /** Nothing in the library has the key. */
  readonly isUnknown?: boolean;
  /** The nearest sentence of the abstract; absent where there is no abstract. */
  readonly sentence?: string;
  /** How near the work is, 1 at most; absent where that cannot be told. */
  readonly nearness?: number;
}

/** `untold`: the encoder knows English only, or is missing. */
export type Verdict = 'near' | 'perhaps' | 'none' | 'untold' | 'noAbstract' | 'unknown';

/**
 * Cosines, chosen on ScisummNet (973 sentences that cite a paper, and the same with another paper of the field): .35 have 84 % of the true
 * pairs and 44 % of the others, .45 have 66 % and 13 %. `npm run eval:evidence` prints the table.
 */
const perhapsFrom = 0.35;
const nearFrom = 0.45;

export function verdictOf({ isUnknown, sentence, nearness }: Finding): Verdict {
  if (isUnknown) return 'unknown';
  if (sentence === undefined) return 'noAbstract';
  if (nearness === undefined) return 'untold';
  if (nearness >= nearFrom) return 'near';
  return nearness >= perhapsFrom ? 'perhaps' : 'none';
}

/** What stands above the nearest sentence, or instead of it. */
export function verdictText(verdict: Verdict): string {
  return verdictTexts()[verdict];
}

const verdictTexts = (): Readonly<Record<Verdict, string>> => ({
  near: say('The abstract speaks of this:'),
  perhaps: say('The abstract may speak of this:'),
  none: say('No sentence of the abstract speaks of this. The nearest is:'),
  untold: say('How near it is cannot be told in this language. By its words the nearest is:'),
  noAbstract: say('No abstract of this work is known, so nothing can be told.'),
  unknown: say('Nothing in the library has this key.'),
});

const order: readonly Verdict[] = ['unknown', 'none', 'perhaps', 'near', 'untold', 'noAbstract'];

/** Orders findings: what may be wrong first, the weakest first; then what cannot be told. */
export function weakestFirst(a: Finding, b: Finding): number {
  return order.indexOf(verdictOf(a)) - order.indexOf(verdictOf(b)) || (a.nearness ?? 0) - (b.nearness ?? 0);
}
