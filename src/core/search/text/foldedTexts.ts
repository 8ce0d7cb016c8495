import { foldText } from './fold';
import { TextMemory } from './textMemory';
import type { TextSource } from './texts';

/** Title and abstract of a reference as `foldText` gives them. */
export interface FoldedText {
  readonly title: string;
  readonly abstract: string;
}

const maxKept = 256;

/** Folds the texts of references. */
export class FoldedTexts {
  private readonly titles = new TextMemory(foldText, maxKept);
  private readonly abstracts = new TextMemory(foldText, maxKept);

  constructor(private readonly texts: TextSource) {}

  of(id: number): FoldedText {
    return new FoldedWhenAsked(this, id);
  }

  title(id: number): string {
    return this.titles.of(id, this.texts.title(id));
  }

  abstract(id: number): string {
    return this.abstracts.of(id, this.texts.abstract(id) ?? '');
  }
}

/** What is not asked for is not folded. */
class FoldedWhenAsked implements FoldedText {
  constructor(
    private readonly folded: FoldedTexts,
    private readonly id: number,
  ) {}

  get title(): string {
    return this.folded.title(this.id);
  }

  get abstract(): string {
    return this.folded.abstract(this.id);
  }
}
