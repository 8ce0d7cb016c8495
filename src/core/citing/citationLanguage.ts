import type { TextEdit } from '../model/textEdit';
import type { TextRange } from '../model/textRange';
import type { Task } from '../util/cooperative';
import type {
  Citation,
  CitedItem,
  CitedKey,
  DocumentCitations,
  Form,
  Language,
  MarkdownDialect,
} from './citation';
import type { Insertion } from './edit/joinInsertions';
import type { LatexVocabulary } from './latex/latexDocument';
import type { Outline } from './place/outline';
import type { Token } from './place/token';
import type { BibliographiesFound } from './project/foundBibliography';
import type { ProjectFiles } from './project/projectFiles';

/** What reading a document depends on besides its text: what its name, its project and the settings say. */
export interface ReadingOptions {
  /** Which flavour of Markdown it is. Default `pandoc`. */
  readonly dialect?: MarkdownDialect;
  /** More LaTeX commands that cite, without backslash, from the setting. */
  readonly latexCommands?: readonly string[];
  /** What the other files of the document's project define, see `findBibliographies`. */
  readonly latexVocabulary?: LatexVocabulary;
}

/** Where a citation key is being typed. */
export interface CompletionPlace {
  /** The key that stands there now, also behind the cursor. */
  readonly start: number;
  readonly end: number;
  /** What is typed before the cursor, to search with. */
  readonly typed: string;
  /** What the key itself still lacks behind it: the `}` of `@{`. Empty where all is there. */
  readonly keyEnd: string;
  /** What the group around it lacks, behind which one goes on: `]`, `}`. */
  readonly groupEnd: string;
  /** What an accepted key replaces, where that is more than the key: its marks in Typst. */
  readonly outer?: { readonly start: number; readonly end: number };
  /** It is an argument of a call: `#cite(<key>)`. */
  readonly isArgument?: boolean;
}

/** A command to cite with, and the form it prints. */
export interface CitingCommand {
  readonly name: string;
  readonly form: Form;
}

/** How documents of a language are told by editors and by their names. */
export interface DocumentNames {
  /** Language ids that VS Code or well-known extensions give to them. */
  readonly languageIds: readonly string[];
  /** Endings of their files: lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Those of the endings that an editor without any extension for them takes for plain text. */
  readonly plainTextExtensions: readonly string[];
  /** Endings of notebooks whose cells of code have text of the language in their options. */
  readonly notebookExtensions?: readonly string[];
  /** Endings of further files of the language that are read in projects and by commands, but are no documents: `sty`. */
  readonly otherExtensions?: readonly string[];
}

/**
 * A language in which documents cite: everything that differs between Markdown, LaTeX and Typst. A new one is a folder beside theirs, a
 * line in `citationLanguages.ts`, and what `package.json` has to declare (`test/unit/manifest.test.ts` says what is missing).
 *
 * All offsets are UTF-16 code units into the text. Nothing here throws, whatever the text: most of it is half typed.
 */
export interface CitationLanguage<Parsed extends DocumentCitations = DocumentCitations> {
  readonly id: Language;
  readonly names: DocumentNames;
  /** Characters at which an editor asks what can be completed. */
  readonly triggerCharacters: readonly string[];
  /** A citation of one key at its plainest, wherever one can stand. */
  sample(key: string): string;
  /** How references are formatted that are put into a document. */
  readonly formattedAs: 'markdown' | 'latex' | 'typst' | 'text';

  /** Reads a document's text, in time that grows as its length. */
  read(text: string, options: ReadingOptions): Parsed;
  /** The same in small steps, for languages that take long to read. */
  readInSteps?(text: string, options: ReadingOptions): Task<Parsed>;
  /** Reads a text as `parsed` was read: what a change of that document has made of it. */
  readLike(text: string, parsed: Parsed): Parsed;
  /** The paragraph around `offset`, as it is to a citation that is put there. */
  tokens(text: string, offset: number, parsed: Parsed): Token[];
  /** What a text consists of that is read as `parsed` was; some stretches of it, in order, say nothing. */
  outline(text: string, parsed: Parsed, unsaid: readonly TextRange[]): Outline;
  /** Which bibliographies apply to the document at `path`, by itself and by its project. Nothing above `top` is looked at. */
  findBibliographies(
    path: string,
    text: string,
    files: ProjectFiles,
    top: string | undefined,
  ): Promise<BibliographiesFound>;
  /** The key being typed at `offset`; `undefined` where the document cites nothing, whatever stands there. */
  completionAt(text: string, offset: number, parsed: Parsed): CompletionPlace | undefined;
  /** A key as it is written where it is completed, `isBraced` where its place has braces: `{a b}` for one that cannot stand bare. */
  writeKey(key: string, place: CompletionPlace, isBraced: boolean): string;

  /** Cites `items` (one or more) at `offset`, by a command of LaTeX that is given, or joins them to the citation there. */
  insert(
    text: string,
    offset: number,
    items: readonly CitedItem[],
    form: Form,
    parsed: Parsed,
    command?: string,
  ): Insertion;
  /** The commands that a document can be cited with, its forms aside: those of LaTeX's packages, without backslash. */
  citingCommands?(parsed: Parsed): readonly CitingCommand[];
  /** Takes a key out, with its prefix, locator and suffix; the last one takes the citation with it. */
  removeKey(text: string, citation: Citation, key: CitedKey, parsed: Parsed): TextEdit[];
  /** Puts the keys of a citation in another order; no edit where a citation has one key only. */
  reorderKeys(text: string, citation: Citation, order: readonly string[], parsed: Parsed): TextEdit[];
  convertForm(text: string, citation: Citation, form: Form, parsed: Parsed): TextEdit[];
  setLocator(text: string, citation: Citation, key: CitedKey, locator: string, parsed: Parsed): TextEdit[];
  /** Every place where the document cites or defines a key gets another key, spelled as the language wants it. */
  renameKey(text: string, oldKey: string, newKey: string, parsed: Parsed): TextEdit[];
  /** The same for one of the embedded keys; without it, the key alone is replaced. */
  renameEmbedded?(text: string, key: CitedKey, newKey: string): TextEdit;
  /** See `declareBibliography`. */
  declareBibliography(
    text: string,
    path: string,
    latexVocabulary: LatexVocabulary | undefined,
  ): readonly TextEdit[] | undefined;

  /** Why a key cannot be cited in this language, as the end of a sentence; `undefined` when it can. */
  invalidKeyReason(key: string): string | undefined;
  /** The key is made when the document is typeset, so it cannot be looked up: `#1`, `\mykey`. */
  isComputedKey(key: string): boolean;
}
