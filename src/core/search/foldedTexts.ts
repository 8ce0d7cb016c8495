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

  of(id: number): FoldedText {
    return {
      title: this.titles.of(id, this.texts.title(id)),
      abstract: this.abstracts.of(id, this.texts.abstract(id) ?? ''),
    };
  }
}
