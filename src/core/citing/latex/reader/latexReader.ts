import type { Task } from '../../../util/cooperative';
import type { CitedKey } from '../../citation';
import type { CitationCommand } from '../citationCommand';
import type {
  ExternalDocument,
  FileTest,
  Inclusion,
  LatexBibliography,
  LatexCitation,
  LatexVocabulary,
  ListMark,
  StructureMacro,
} from '../latexDocument';
import {
  at as atSign,
  backslash,
  closeBrace,
  closeBracket,
  closeParenthesis,
  isLetter,
  lessThan,
  lineEnd,
  newline,
  openBrace,
  openBracket,
  paragraphEndsAt,
  percent,
  skipToArgument,
} from './characters';
import { Conditionals } from './conditionals';
import { ListingOptions } from './listingOptions';
import { captionCommands, childrenOf, endOfChunk } from './sweaveChunk';
import { inlineVerbatimEnd, verbatimEnvironments } from './verbatim';

/** What happens at a command; `start` is at its backslash, the reader stands behind its name. */
export type Action = (reader: LatexReader, name: string, start: number) => void;

/** What commands do that a text does not define itself. The reader is handed it, so that what commands do can call the reader. */
export interface CommandTable {
  /** What happens at a command, by its name; `undefined` where nothing does. */
  readonly actionOf: (name: string) => Action | undefined;
  /** What happens at a command that cites like this. */
  readonly citing: (command: CitationCommand) => Action;
  /** How a command of LaTeX or of a package cites. */
  readonly known: ReadonlyMap<string, CitationCommand>;
  /** Passes over a branch that TeX skips: what commands declared by `\newif` do. */
  readonly beginConditional: Action;
}

/** Citations within the notes of citations within …: deeper than this they are plain text, so that hostile input stays linear. */
const maxDepth = 20;

/** In characters. */
const step = 2000;
const shortVerb = 2;
const stopCharacters = [
  backslash,
  percent,
  openBrace,
  closeBrace,
  newline,
  lessThan,
  closeBracket,
  closeParenthesis,
];

/**
 * Reads a LaTeX text once from start to end. What commands mean is looked up in a table, which definitions in the text extend;
 * everything found is collected in the public fields.
 */
export class LatexReader {
  position = 0;
  /** Where citations go: those of the document, or of the definition being read. */
  citations: LatexCitation[] = [];
  /** A citation command at the very end of a definition's body: the defined command takes its arguments. */
  trailing: CitationCommand | undefined;
  /** What it takes in and defines: it, or the definition being read. */
  definedKeys: CitedKey[] = [];
  bibliographies: LatexBibliography[] = [];
  inclusions: Inclusion[] = [];
  readonly structureMacros = new Map<string, StructureMacro>();
  readonly fileTests: FileTest[] = [];
  readonly listMarks: ListMark[] = [];
  readonly writtenFiles: string[] = [];
  readonly packages = new Map<string, string>();
  readonly definedCommands = new Map<string, CitationCommand>();
  /** Commands that are defined to cite nothing. */
  readonly settledCommands = new Set<string>();
  readonly textMacros = new Map<string, string>();
  readonly providedMacros = new Map<string, string>();
  /** Citations in the bodies of definitions, which count where the command is used. */
  readonly bodies = new Map<string, LatexCitation[]>();
  readonly used = new Set<string>();
  readonly verbatim = new Set(verbatimEnvironments.flatMap(name => [name, `${name}*`]));
  /** What of it is TeX all the same. */
  readonly listings: ListingOptions;
  /** Commands that stand for one text, each defined where TeX passes for certain; `undefined` from where that is no longer so. */
  private readonly values = new Map<string, string | undefined>();
  readonly conditionals = new Conditionals(name =>
    this.values.has(name) ? this.values.get(name) : this.others?.constants.get(name),
  );
  readonly externalDocuments: ExternalDocument[] = [];
  rootComment: string | undefined;
  subfileOf: string | undefined;
  isRoot = false;
  bodyStart: number | undefined;
  atIsLetter = false;
  private nesting = 0;
  /** Where reading pauses, at the next line outside of all groups. */
  private pauseAt = Number.POSITIVE_INFINITY;
  private level = 0;
  private braces = 0;
  /** By character code: 0 for what reading passes over, 1 for what it looks at, 2 for what delimits verbatim text. */
  private readonly stops = new Uint8Array(128);
  private readonly actions = new Map<string, Action | undefined>();

  /** `others`: what the rest of the project defines, `undefined` where that is not known. */
  constructor(
    readonly text: string,
    private readonly table: CommandTable,
    readonly others: LatexVocabulary | undefined,
  ) {
    for (const code of stopCharacters) this.stops[code] = 1;
    this.listings = new ListingOptions(others?.listingOptions);
  }

  /** `\MakeShortVerb{\|}`: from here on `|…|` is verbatim. */
  addShortVerb(character: string): void {
    const code = character.charCodeAt(0);
    if (code < this.stops.length && this.stops[code] === 0) this.stops[code] = shortVerb;
  }

  /** Reads the text to its end, about `step` characters at a time. */
  *readAll(): Task<void> {
    this.level++;
    while (this.position < this.text.length) {
      this.pauseAt = this.position + step;
      this.readOn(0, false);
      yield;
    }
    this.level--;
  }

  /** Reads on to the character `close` on the present brace level and stops before it; false if a paragraph (unless `long`), an enclosing group or the text ends first. */
  readTo(close: number, long = false): boolean {
    const outer = this.braces;
    this.braces = 0;
    this.level++;
    const found = this.readOn(close, long);
    this.level--;
    this.braces = outer;
    return found;
  }

  /** Whether the present position is in no group and no argument. */
  get isOutermost(): boolean {
    return this.level === 1 && this.braces === 0;
  }

  private readOn(close: number, long: boolean): boolean {
    const { text, stops } = this;
    for (;;) {
      let here = this.position;
      let code = text.charCodeAt(here);
      while (code >= stops.length || stops[code] === 0) code = text.charCodeAt(++here);
      this.position = here;
      if (here >= text.length) return false;
      if (code === close && this.braces === 0) return true;
      if (code === backslash) this.readCommand();
      else if (code === percent) this.readComment();
      else if (code === openBrace) {
        this.braces++;
        this.position++;
      } else if (code === closeBrace) {
        if (close && this.braces === 0) return false;
        if (this.braces) this.braces--;
        this.position++;
      } else if (code === newline) {
        if (close && !long && paragraphEndsAt(text, this.position)) return false;
        this.position++;
        if (this.position >= this.pauseAt && this.isOutermost && !close) return false;
      } else if (code === lessThan && !close) this.passChunk();
      else if (this.stops[code] === shortVerb) this.position = inlineVerbatimEnd(text, this.position, 0);
      else this.position++;
    }
  }

  /** A chunk of Sweave or knitr, which may be there for what it takes in. */
  private passChunk(): void {
    const start = this.position;
    this.position = endOfChunk(this.text, start);
    if (this.position === start + 1) return;
    const end = this.position;
    for (const child of childrenOf(this.text, start)) this.inclusions.push({ ...child, command: 'child' });
    for (const command of captionCommands(this.text, start, end)) this.readWithin(command, command + 1);
    this.position = end;
  }

  /** Reads `open … close` at the next argument's place; its inside, or `undefined` (standing still) where there is none. */
  readArgument(
    open: number,
    close: number,
    long = false,
  ): { start: number; end: number; closed: boolean } | undefined {
    const start = skipToArgument(this.text, this.position);
    if (this.text.charCodeAt(start) !== open) return undefined;
    this.position = start + 1;
    const closed = this.readTo(close, long);
    const end = this.position;
    if (closed) this.position++;
    return { start: start + 1, end, closed };
  }

  readGroup(long = false) {
    return this.readArgument(openBrace, closeBrace, long);
  }

  /** An argument that TeX drops: nothing in it is cited, declared or taken in. Half-typed, it is what looks like the rest of the document. */
  readLeftOut(): void {
    const { citations, definedKeys, bibliographies, inclusions } = this;
    Object.assign(this, { citations: [], definedKeys: [], bibliographies: [], inclusions: [] });
    let closed = true;
    this.conditionals.apart(() => {
      closed = this.readGroup(true)?.closed ?? true;
    });
    const inside = [this.definedKeys, this.bibliographies, this.inclusions] as const;
    Object.assign(this, { citations, definedKeys, bibliographies, inclusions });
    if (closed) return;
    definedKeys.push(...inside[0]);
    bibliographies.push(...inside[1]);
    inclusions.push(...inside[2]);
  }

  readOption() {
    return this.readArgument(openBracket, closeBracket);
  }

  /** Reads what stands between two places for commands, and stands at the second then. */
  readWithin(start: number, end: number): void {
    this.position = start;
    while (this.position < end)
      if (this.text.charCodeAt(this.position) === backslash) this.readCommand();
      else this.position++;
    this.position = end;
  }

  /** The name of the command at `position` (a backslash), without it; empty for `\%` and its like. */
  commandName(position: number): string {
    let end = position + 1;
    for (let code = this.text.charCodeAt(end); isLetter(code) || (code === atSign && this.atIsLetter); )
      code = this.text.charCodeAt(++end);
    return this.text.slice(position + 1, end);
  }

  /** Every command met, and a few defined but not met. */
  get usedCommands(): ReadonlySet<string> {
    return new Set(this.actions.keys());
  }

  /** From here on `name` cites like this, or, if `undefined`, cites not at all. */
  setCommand(name: string, command: CitationCommand | undefined): void {
    this.actions.set(name, command && this.table.citing(command));
    if (command) this.definedCommands.set(name, command);
    else {
      this.definedCommands.delete(name);
      this.settledCommands.add(name);
    }
  }

  /** `\def\version{2}`, or that nothing is known of `\version` from here on. */
  setValue(name: string, value: string | undefined): void {
    const isCertain = this.isOutermost && this.conditionals.isSettled;
    this.values.set(name, isCertain ? value : undefined);
  }

  /** A file is read in that may define any command of this one anew. */
  forgetValues(): void {
    for (const name of this.values.keys()) this.values.set(name, undefined);
    this.conditionals.forget();
  }

  get constants(): ReadonlyMap<string, string> {
    return new Map([...this.values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }

  setAction(name: string, action: Action): void {
    this.actions.set(name, action);
  }

  actionOf(name: string): Action | undefined {
    if (this.actions.has(name)) return this.actions.get(name);
    const action = this.findAction(name);
    this.actions.set(name, action);
    return action;
  }

  /** How a command cites, by definition, by table or by name. */
  citationCommand(name: string): CitationCommand | undefined {
    return this.definedCommands.get(name) ?? this.table.known.get(name);
  }

  /** A definition said so, or copying what is known to do nothing of the kind. */
  isKnownNotToCite(name: string): boolean {
    return this.actions.has(name) && this.actions.get(name) === undefined && this.settledCommands.has(name);
  }

  private findAction(name: string): Action | undefined {
    return this.conditionals.has(name) ? this.table.beginConditional : this.table.actionOf(name);
  }

  /** Reads the command at the present position and what it takes. */
  readCommand(): void {
    const start = this.position;
    const name = this.commandName(start);
    this.position = start + 1 + name.length;
    if (name === '') {
      this.position++;
      return;
    }
    if (this.bodies.has(name)) this.used.add(name);
    const action = this.actionOf(name);
    if (this.nesting < maxDepth) {
      this.nesting++;
      action?.(this, name, start);
      this.nesting--;
    }
  }

  /** A comment, up to its line break; `% !TEX root = main.tex` is kept. */
  private readComment(): void {
    const end = lineEnd(this.text, this.position);
    if (this.rootComment === undefined && this.text.slice(this.position, this.position + 12).includes('!')) {
      const comment = this.text.slice(this.position, end);
      this.rootComment = /^%+\s*!\s*[Tt][Ee][Xx]\s+root\s*=\s*(.*\S)/.exec(comment)?.[1];
    }
    this.position = end;
  }
}
