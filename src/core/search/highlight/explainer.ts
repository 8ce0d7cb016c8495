import type { TextRange } from '../../model/textRange';
import type { Scored } from '../../util/collections/topList';
import { TextMemory } from '../text/textMemory';
import type { TextSource } from '../text/texts';
import { sentencePlaces, type WordPlaces } from '../text/wordPlaces';
import type { Highlighter, Snippet } from './snippet';

export interface Hit {
  readonly id: number;
  /** 0 to 1; comparable within one answer only. */
  readonly score: number;
  readonly titleMatches: readonly TextRange[];
  readonly sentence?: Snippet;
}

/** Abstracts kept taken apart into words, once they come up again. */
const maxAbstracts = 256;

/** Shows why references were found: their words that were looked for. */
export class Explainer {
  private readonly abstracts = new TextMemory(sentencePlaces, maxAbstracts);

  constructor(
    private readonly texts: TextSource,
    private readonly title: (id: number) => WordPlaces,
  ) {}

  explain(found: readonly Scored[], highlighter: Highlighter): Hit[] {
    return found.map(({ id, score }) => {
      const abstract = highlighter.isEmpty ? undefined : this.texts.abstract(id);
      const sentence = abstract
        ? highlighter.snippet(abstract, this.abstracts.again(id, abstract))
        : undefined;
      const titleMatches = highlighter.matches(this.title(id));
      return { id, score, titleMatches, ...(sentence ? { sentence } : {}) };
    });
  }
}
