import type { CslItem } from '../model/reference';
import type { BibliographyFormatId } from '../model/source';
import type { TextEdit } from '../model/textEdit';
import type { Filling } from './filling';
import type { FileToRead, ReadEntries, ReadingSteps } from './parsedBibliography';

/** A key that stands in a bibliography, `[start, end)` in UTF-16 code units of its text. */
export interface KeyPosition {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Where an entry stands, and its key in it. */
export interface EntryPosition extends KeyPosition {
  /** The entry from its first to after its last character. */
  readonly entryStart: number;
  readonly entryEnd: number;
  /** It is there to be inherited from only (`@xdata`), and nothing cites it. */
  readonly auxiliary?: boolean;
}

/** Where keys stand in a bibliography, in file order. */
export interface KeyPositions {
  /** Entries whose key is written in the file; those without one are not among them. */
  readonly entries: readonly EntryPosition[];
  /** Keys that an entry names besides its own: of entries it refers to (`crossref`), or others that it can be cited by (`ids`). */
  readonly mentions: readonly KeyPosition[];
}

/** How an entry is to be written. */
export interface AddingOptions {
  /** The entry in BibTeX as its own file has it (`Reference.bibtex`): taken over where it fits. */
  readonly entry?: string | undefined;
  /** Write nothing but ASCII, for a file in another encoding than UTF-8. */
  readonly ascii?: boolean;
  /** What the document that cites is written in, where it is known: the program that will read the file. */
  readonly readBy?: 'latex' | 'markdown' | 'typst' | 'rst' | undefined;
  /** The document that cites loads biblatex: a `.bib` that shows no dialect yet becomes one of biblatex's. */
  readonly usesBiblatex?: boolean;
}

/**
 * What the program knows of one format of bibliographies. A new format is a folder with an object of this kind, a line in `formats.ts`,
 * and what `package.json` declares; a test holds them equal.
 */
export interface BibliographyFormat {
  readonly id: BibliographyFormatId;
  /** For people. */
  readonly name: string;
  /** How its files' names end, in lower case without the dot. Two formats may share an ending; their contents tell them apart then. */
  readonly extensions: readonly string[];
  /** Those endings that only bibliographies have, so that every such file of a workspace is one. */
  readonly ownExtensions: readonly string[];
  /** Whether a text begins like a file of this format; never true for an empty one. */
  recognizes(head: string): boolean;
  /** Reads a file, whatever state it is in: what cannot be read costs the entry it stands in, and is a problem at its line. */
  read(file: FileToRead): ReadingSteps;
  /** Reads a file again whose entries were found before, from what `ReadEntries.remember` gave. */
  restore?(remembered: Uint8Array, file: Omit<FileToRead, 'text' | 'previous'>): ReadEntries;
  /** Where keys stand, found by the same scanner that `read` uses. */
  positions(text: string): KeyPositions;
  /** Whether an entry can have a key that may be cited, so that it is read again; any unless told. */
  holds?(key: string): boolean;
  /** A key as it is written in place of one that stands there now. */
  writtenKey(key: string, text: string, place: KeyPosition): string;
  /**
   * The edit that adds an item to a text, as its other entries are written; nothing else of the text changes. `undefined` where the text
   * is not what the format promises.
   */
  append(text: string, item: CslItem, key: string, options: AddingOptions): TextEdit | undefined;
  /** What gives an entry the fields that it lacks and `item` has; what it says already is not touched. `undefined` where there is nothing to add. */
  fill(text: string, entry: EntryPosition, item: CslItem): Filling | undefined;
  /** The edit that takes an entry out, with the blank lines or the comma that parted it from the next. */
  remove(text: string, entry: EntryPosition): TextEdit;
}
