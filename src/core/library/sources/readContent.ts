import type { SourceText, WholeText } from '../../bibliography/sourceText';
import type { Reference } from '../../model/reference';
import type { BibliographyFormatId, Problem } from '../../model/source';
import type { Abbreviations } from '../works/abbreviations';

/** A bibliography as it was read. */
export interface ReadContent {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** The format it turned out to be in, where its name left that open. */
  readonly format?: BibliographyFormatId;
  /** The decoded text that the references' offsets are of. */
  readonly text: SourceText;
  /** It ends inside an entry, as a file does that is still being written. */
  readonly truncated?: boolean;
  /** What it defines for the others, by names in lower case. */
  readonly abbreviations?: ReadonlyMap<string, string>;
  /** What makes reading the same content again quick. */
  readonly remember?: () => Uint8Array;
}

export interface ReadingContext {
  readonly previous: ReadContent | undefined;
  readonly abbreviation: Abbreviations['find'];
  readonly remembered: Uint8Array | undefined;
}

/** A bibliography just read, with all of its text where that was decoded, which is not kept. */
export interface FreshContent extends ReadContent {
  readonly whole?: WholeText;
}

/**
 * Reads a bibliography in steps, giving the share that is done. What is unchanged since `previous` is taken from there; what other sources
 * abbreviate is asked for when it is needed. `remembered` is what `remember` gave of the same content.
 */
export type ReadBibliography = (
  content: Uint8Array | string,
  format: BibliographyFormatId,
  sourceId: string,
  context: ReadingContext,
) => Generator<number, FreshContent, void>;

/** All of a text that is read piece by piece otherwise. */
export function wholeOf(text: SourceText): WholeText {
  return { text: text.slice(0, Number.POSITIVE_INFINITY) };
}

/** Another program is still writing it: it is empty, or ends inside an entry, and holds less than before. */
export function looksHalfWritten(read: ReadContent, before: ReadContent | undefined): boolean {
  if (!before || before.references.length === 0) return false;
  if (read.references.length >= before.references.length) return false;
  return read.truncated === true || read.references.length === 0;
}
