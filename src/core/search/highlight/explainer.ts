import type { TextRange } from '../../model/textRange';
import type { Scored } from '../../util/topList';
import type { TextSource } from '../text/texts';
import type { WordPlaces } from '../text/wordPlaces';
import type { Highlighter, Snippet } from './snippet';

export interface Hit {
  readonly id: number;
  /** 0 to 1; comparable within one answer only. */
  readonly score: number;
  readonly titleMatches: readonly TextRange[];
  readonly sentence?: Snippet;
}

/** Shows why references were found: their words that were looked for. */
export class Explainer {
  constructor(
    private readonly texts: TextSource,
    private readonly title: (id: number) => WordPlaces,
  ) {}

  explain(found: readonly Scored[], highlighter: Highlighter): Hit[] {
    return found.map(({ id, score }) => {
      const abstract = highlighter.isEmpty ? undefined : this.texts.abstract(id);
      const sentence = abstract ? highlighter.snippet(abstract) : undefined;
      const titleMatches = highlighter.matches(this.title(id));
      return { id, score, titleMatches, ...(sentence ? { sentence } : {}) };
    });
  }
}
