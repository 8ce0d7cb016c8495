import type { FoldedText } from '../text/foldedTexts';
import { isBoundary, phraseTest } from '../text/phrase';

/** How a reference's own words meet those of a query, spelt as typed: shares of the query, 0 to 1. */
export interface Wording {
  readonly inTitle: number;
  /** In title and abstract together; in the title alone for words too few to tell. */
  readonly inText: number;
  /** The title or the abstract has the query word for word. */
  readonly isVerbatim: boolean;
}

/** Nothing in common. */
export const noWording: Wording = { inTitle: 0, inText: 0, isVerbatim: false };
/** A query of so many words that stand in a text as they are was taken from it; fewer meet in an abstract by chance. */
const shortestRemembered = 3;
/** More words are a sentence, put in words of its own. */
const maxRemembered = 16;

/**
 * Compares texts with one query to the letter, stop words and endings included, which the index does not tell apart: who remembers
 * “their” and “which” of an abstract finds it by them. `words` are all words of the query in order; the last may be `unfinished`.
 */
export class ExactMatcher {
  private readonly words: readonly string[];
  private readonly hasPhrase: (folded: string) => boolean;
  private readonly isTelling: boolean;

  constructor(
    words: readonly string[],
    private readonly unfinished: boolean,
  ) {
    this.isTelling = words.length >= shortestRemembered;
    const distinct = [...new Set(words)];
    this.words = distinct.length > maxRemembered ? [] : distinct;
    this.hasPhrase = phraseTest(words);
  }

  of(text: FoldedText): Wording {
    const { title } = text;
    const abstract = this.isTelling ? text.abstract : '';
    const { words, hasPhrase, isTelling } = this;
    const isVerbatim = isTelling && (hasPhrase(title) || hasPhrase(abstract));
    if (!words.length) return isVerbatim ? { ...noWording, isVerbatim } : noWording;
    let inTitle = 0;
    let inText = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const isBeginning = this.unfinished && i === words.length - 1;
      if (hasWord(title, word, isBeginning)) inTitle++;
      else if (!hasWord(abstract, word, isBeginning)) continue;
      inText++;
    }
    return { inTitle: inTitle / words.length, inText: inText / words.length, isVerbatim };
  }
}

/** Whether a folded text has a word, or one that begins so. */
function hasWord(text: string, word: string, isBeginning: boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isBoundary(text, at) && (isBeginning || isBoundary(text, at + word.length))) return true;
  return false;
}
