import type { SourceText, WholeText } from '../bibliography/sourceText';
import type { Reference } from '../reference';
import type { Abbreviations } from './abbreviations';
import type { BibliographyFormat, Problem } from './source';

/** A bibliography as it was read. */
export interface ReadContent {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** The decoded text that the references' offsets are of. */
  readonly text: SourceText;
  /** It ends inside an entry, as a file does that is still being written. */
  readonly truncated?: boolean;
  /** What it defines for the others, by names in lower case. */
  readonly abbreviations?: ReadonlyMap<string, string>;
}

/** A bibliography just read, with all of its text, which is not kept. */
export interface FreshContent extends ReadContent {
  readonly whole: WholeText;
}

/**
 * Reads a bibliography in steps, giving the share that is done. What is unchanged since `previous` is taken from there; what other sources
 * abbreviate is asked for when it is needed.
 */
export type ReadBibliography = (
  content: Uint8Array | string,
  format: BibliographyFormat,
  sourceId: string,
  context: { readonly previous: ReadContent | undefined; readonly abbreviation: Abbreviations['find'] },
) => Generator<number, FreshContent, void>;

/** Another program is still writing it: it is empty, or ends inside an entry, and holds less than before. */
export function looksHalfWritten(read: ReadContent, before: ReadContent | undefined): boolean {
  if (!before || before.references.length === 0) return false;
  if (read.references.length >= before.references.length) return false;
  return read.truncated === true || read.references.length === 0;
}
