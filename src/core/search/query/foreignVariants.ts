import type { InvertedIndex } from '../index/invertedIndex';
import { umlautSpellings } from '../text/languages/inflections';

/** Trust in the same word spelled otherwise (`mueller` for `muller`), and in a compound that has it. */
const spelledTrust = 0.85;
const compoundTrust = 0.6;
/** Trust in a compound that has what the word is derived from. */
const rootTrust = 0.4;
/** Trust in what a compound ends in. */
const headTrust = 0.45;
/** Trust in a word of another script at most, where the library has forms of the typed one: less than in those. */
const besideForms = 0.7;
/** … and where it has words of the same root. */
const besideRelatives = 0.5;
const shortestModifier = 4;
const shortestHead = 5;

interface ForeignVariant {
  readonly terms: readonly number[];
  /** Of each term; default 1. */
  readonly weight?: number;
  readonly trust: number;
}

/** What a word may be in other languages, besides its `forms`: spelled otherwise, in another script, or a part of a compound. */
export function foreignVariants(
  index: InvertedIndex,
  word: string,
  forms: readonly number[],
  hasRelatives: boolean,
  unfinished: boolean,
): readonly ForeignVariant[] {
  const { vocabulary, postings } = index;
  const { foreign, scripts } = vocabulary;
  const isNew = (term: number) => postings.count(term) > 0 && !forms.includes(term);
  const spelled = umlautSpellings(word)
    .map(spelling => vocabulary.id(spelling))
    .filter(term => term !== undefined);
  const isKnown = forms.length > 0 || hasRelatives;
  const most = forms.length > 0 ? besideForms : isKnown ? besideRelatives : 1;
  return [
    { terms: spelled.filter(isNew), trust: spelledTrust },
    ...scripts.like(word, unfinished, isKnown).map(({ ids, weight, trust }) => ({
      terms: ids.filter(isNew),
      weight,
      trust: Math.min(trust, most),
    })),
    { terms: foreign.compoundsWith(word).filter(isNew), trust: compoundTrust },
    { terms: foreign.compoundsWithRoot(word).filter(isNew), trust: rootTrust },
    { terms: headsOf(index, word).filter(isNew), trust: headTrust },
  ].filter(({ terms }) => terms.length > 0);
}

/** What a compound ends in, and so is a kind of: `lehre` for `entwurfslehre`; the longest that the library has. */
function headsOf({ vocabulary }: InvertedIndex, compound: string): readonly number[] {
  for (let at = shortestModifier; at <= compound.length - shortestHead; at++) {
    const head = vocabulary.id(compound.slice(at));
    if (head !== undefined && vocabulary.foreign.isCompounding(head))
      return vocabulary.family(compound.slice(at));
  }
  return [];
}
