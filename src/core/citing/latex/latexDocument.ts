import type { Citation, CitedKey, DeclaredBibliography, DocumentCitations, Form } from '../citation';
import type { CitationCommand } from './citationCommand';

/** How often each command cites in each form. */
export type CommandHabits = Readonly<Record<Form, ReadonlyMap<string, number>>>;

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One `[pre][post]{keys}` of a citation. */
export interface CitationPart {
  /** Before its notes. */
  readonly start: number;
  /** Between the braces. */
  readonly list: Stretch & { readonly closed: boolean };
  /** Between the brackets. */
  readonly prenote?: Stretch;
  readonly postnote?: Stretch;
}

export interface LatexCitation extends Citation {
  readonly command: string;
  /** One; several in a multicite: `\cites[1]{a}[2]{b}`. */
  readonly parts: readonly CitationPart[];
  /** See `CitationCommand.list`. */
  readonly list?: string;
}

/** A file read in at this place: `\input{intro}`, `\subimport{chapters/}{one}`. */
export interface Inclusion extends DeclaredBibliography {
  readonly command: string;
  /** First argument of `\import` and its like. */
  readonly folder?: string;
}

export interface LatexBibliography extends DeclaredBibliography {
  readonly command: string;
  /** Biber is told to fetch it. */
  readonly remote?: boolean;
  /** The list of references that it is for, where that has a name: `web` of multibib's `\bibliographyweb`. */
  readonly list?: string;
  /** What sections of the document may call it: biblatex's option `label`. */
  readonly label?: string;
}

/** Where citations begin to go into another list of references, or may. */
export interface ListMark {
  readonly start: number;
  /** As TeX has it: `refsection` for `\begin{refsection}`, `endrefsection`, `newrefsection`, `bibunit`, `putbib`, `chapter`. */
  readonly name: string;
  /** Where the bibliographies that it names stand; `undefined` where it names none. */
  readonly bibliographies?: readonly number[];
  /** TeX passes here once, and for certain. */
  readonly isCertain: boolean;
}

export interface ExternalDocument extends DeclaredBibliography {
  /** Its keys are cited with something in front of them. */
  readonly isPrefixed: boolean;
}

/** What a document takes in and defines. */
export interface Structure {
  readonly inclusions: readonly Inclusion[];
  readonly bibliographies: readonly LatexBibliography[];
  readonly definedKeys: readonly CitedKey[];
}

/** A command that takes in and defines what its arguments, of one letter each, tell: `\newcommand{\chap}[1]{\input{chapters/#1}}`. */
export interface StructureMacro {
  readonly parameters: string;
  readonly made: Structure;
}

/** The branches of `\IfFileExists{path}{…}{…}`. */
export interface FileTest {
  readonly path: string;
  readonly ifThere: Stretch;
  readonly otherwise: Stretch;
}

/** What the other files of a project mean for the reading of one: a preamble defines, a chapter uses. */
export interface LatexVocabulary {
  /** Citation commands defined. */
  readonly commands: ReadonlyMap<string, CitationCommand>;
  /** Commands defined to cite nothing, whatever their names. */
  readonly plainCommands: ReadonlySet<string>;
  /** Commands that stand for one text, and are defined where TeX passes for certain. */
  readonly constants: ReadonlyMap<string, string>;
  /** Environments whose content is shown as it is, or left out. */
  readonly verbatimEnvironments: ReadonlySet<string>;
  /** What of them TeX reads all the same: see `ListingOptions`. */
  readonly listingOptions: ReadonlyMap<string, string>;
  /** Packages and classes loaded, with their options as written. */
  readonly packages: ReadonlyMap<string, string>;
  /** Every command that occurs. */
  readonly usedCommands: ReadonlySet<string>;
  /** What they cite with. */
  readonly habits?: CommandHabits;
}

/** All that one LaTeX file says about citing: what it cites, and what decides how and from where. */
export interface LatexDocument extends DocumentCitations {
  readonly language: 'latex';
  readonly citations: readonly LatexCitation[];
  readonly bibliographies: readonly LatexBibliography[];
  readonly inclusions: readonly Inclusion[];
  /** Commands defined here that take in files and declare and define what they are given. */
  readonly structureMacros: ReadonlyMap<string, StructureMacro>;
  /** What it holds in two versions, of which the files tell the right one. */
  readonly fileTests: readonly FileTest[];
  /** Files that TeX writes when it sets the document: `refs.bib` of `\begin{filecontents}{refs.bib}`. */
  readonly writtenFiles: readonly string[];
  /** Packages and classes loaded here or by other files of the project, with their options as written. */
  readonly packages: ReadonlyMap<string, string>;
  /** `thesis.tex` of `% !TEX root = thesis.tex`. */
  readonly rootComment?: string;
  /** `main.tex` of `\documentclass[main.tex]{subfiles}`. */
  readonly subfileOf?: string;
  /** It has a `\documentclass`: TeX can begin with this file. */
  readonly isRoot: boolean;
  /** What the rest of its project cites with. */
  readonly projectHabits?: CommandHabits;
  /** Citation commands defined here, in the settings or by other files of the project. */
  readonly commands: ReadonlyMap<string, CitationCommand>;
  /** What it brings to other files. */
  readonly vocabulary: LatexVocabulary;
  /** `\newcommand{\bibfolder}{../bib}`: commands that stand for plain text. */
  readonly textMacros: ReadonlyMap<string, string>;
  /** Those by `\providecommand`, which count where no other file defines them. */
  readonly providedMacros: ReadonlyMap<string, string>;
  /** Documents whose citations are known here too: xcite's `\externalcitedocument[prefix]{file}`. */
  readonly externalDocuments: readonly ExternalDocument[];
  readonly listMarks: readonly ListMark[];
  /** Where `\begin{document}` starts. */
  readonly bodyStart?: number;
  /** What it was read by. */
  readonly readBy: { readonly moreCommands: readonly string[]; readonly others?: LatexVocabulary };
}
