import type { MarkdownDialect } from '../../../../../../src/core/citing/citation';

/** A document with places that are hard to cite at, and what it cites. */
export interface OddDocument {
  readonly name: string;
  readonly text: string;
  readonly dialect?: MarkdownDialect;
}
