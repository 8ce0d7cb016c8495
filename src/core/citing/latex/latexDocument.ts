import type { DeclaredBibliography, DocumentCitations } from '../citation';
import type { CitationCommand } from './citationCommand';

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
}

/** What the other files of a project mean for the reading of one: a preamble defines, a chapter uses. */
export interface LatexVocabulary {
  /** Citation commands defined. */
  readonly commands: ReadonlyMap<string, CitationCommand>;
  /** Environments whose content is shown as it is, or left out. */
  readonly verbatimEnvironments: ReadonlySet<string>;
  /** Every command that occurs. */
  readonly usedCommands: ReadonlySet<string>;
}

/** All that one LaTeX file says about citing: what it cites, and what decides how and from where. */
export interface LatexDocument extends DocumentCitations {
  readonly language: 'latex';
  readonly bibliographies: readonly LatexBibliography[];
  readonly inclusions: readonly Inclusion[];
  /** Packages and classes loaded, with their options as written. */
  readonly packages: ReadonlyMap<string, string>;
  /** `thesis.tex` of `% !TEX root = thesis.tex`. */
  readonly rootComment?: string;
  /** `main.tex` of `\documentclass[main.tex]{subfiles}`. */
  readonly subfileOf?: string;
  /** It has a `\documentclass`: TeX can begin with this file. */
  readonly isRoot: boolean;
  /** What it brings to other files. */
  readonly vocabulary: LatexVocabulary;
  /** `\newcommand{\bibfolder}{../bib}`: commands that stand for plain text. */
  readonly textMacros: ReadonlyMap<string, string>;
  /** Where `\begin{document}` starts. */
  readonly bodyStart?: number;
}
