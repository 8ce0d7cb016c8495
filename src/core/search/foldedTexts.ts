import { foldText } from './fold';
import { TextMemory } from './textMemory';
import type { TextSource } from './texts';

/** Title and abstract of a reference as `foldText` gives them. */
export interface FoldedText {
  readonly title: string;
  readonly abstract: string;
}

const mostKept = 512;

/** Folds the texts of references. */
export class FoldedTexts {
  private readonly titles = new TextMemory(foldText, mostKept);
  private readonly abstracts = new TextMemory(foldText, mostKept);

  constructor(private readonly texts: TextSource) {}

  /** What is not asked for is not folded. */
  of(id: number): FoldedText {
    const { abstracts, texts, titles } = this;
    return {
      get title() {
        return titles.of(id, texts.title(id));
      },
      get abstract() {
        return abstracts.of(id, texts.abstract(id) ?? '');
      },
    };
  }
}
