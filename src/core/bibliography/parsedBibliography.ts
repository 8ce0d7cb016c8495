import type { CslItem, Reference } from '../model/reference';
import type { BibliographyFormatId, Problem } from '../model/source';
import type { Task } from '../util/cooperative';
import type { SourceText } from './sourceText';

/** A reference of a file. */
export interface ReadReference extends Reference {
  /** The item that `toCiteprocItem` makes into what Pandoc gives to other programs, where that is not `item`. */
  readonly exchangeItem?: CslItem;
}

/** What a reader makes of a bibliography. */
export interface ReadEntries {
  /** In file order. Those without a key have the key `''`. */
  readonly references: readonly ReadReference[];
  /** In file order. */
  readonly problems: readonly Problem[];
  /** It ends inside an entry, as a file does that is still being written. */
  readonly truncated: boolean;
  /** What the file defines for others, by names in lower case. */
  readonly abbreviations?: ReadonlyMap<string, string>;
  /** Where everything was found, for `remembered` of a later reading of the same text; absent where finding it takes no time. */
  readonly remember?: () => Uint8Array;
}

/** A bibliography as it was read. */
export interface ParsedBibliography extends ReadEntries {
  /** The format it turned out to be in. */
  readonly format: BibliographyFormatId;
  /** The decoded text that all offsets are of. */
  readonly text: SourceText;
}

/** Reading in steps: gives the share that is done (0 to 1) between them, and the bibliography at the end. */
export type ReadingSteps<Read = ReadEntries> = Task<Read, number>;

export type FindAbbreviation = (name: string) => string | undefined;

/** What a reader is given: a file's text, whose it is, and what was made of it before. */
export interface FileToRead {
  readonly text: string;
  /** The same text, for what is read of it later. */
  readonly kept: SourceText;
  /** The id of the source. */
  readonly source: string;
  readonly previous: readonly Reference[];
  /** What other files define by a name in lower case; asked when a text is read. */
  readonly abbreviation?: FindAbbreviation | undefined;
}

/** Characters read in one step: a few milliseconds' worth. */
export const stepLength = 256 * 1024;

/** Something to tell about a stretch of the file; the line is counted later. */
export type Finding = Omit<Problem, 'line'>;
