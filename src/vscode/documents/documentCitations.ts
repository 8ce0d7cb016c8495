import * as vscode from 'vscode';
import type { DocumentCitations, Language, Surroundings } from '../../core/citing/citation';
import { partOfMarkdown } from '../../core/citing/markdown/partOfMarkdown';
import type { MarkdownDocument } from '../../core/citing/markdown/readMarkdown';
import { type ReadingOptions, readCitations, readCitationsInSteps } from '../../core/citing/readCitations';
import { inSlices } from '../../worker/turns';
import { languageOf, readingOptions } from './languages';
import { notebookOf, stateOf, surroundingsOf, textOfNotebook, wholeOf } from './notebooks';

/** What is read as one: a document, or a notebook, of which each cell of text is a part. */
type Whole = vscode.TextDocument | vscode.NotebookDocument;

interface Parsed {
  readonly state: number;
  readonly citations: DocumentCitations;
}

interface Parsing {
  readonly state: number;
  readonly citations: Promise<DocumentCitations | undefined>;
}

/** How a document is to be read. */
interface Reading {
  readonly whole: Whole;
  readonly text: () => string;
  readonly language: Language;
  readonly options: ReadingOptions;
  /** Around the document, where it is a part of the whole. */
  readonly surroundings?: Surroundings;
}

/** Shorter documents are read at once, in characters: that takes a few milliseconds. */
const longDocument = 20_000;

/** The one parse of a document that hover, completion, insertion and every other feature read, kept until the document changes. */
export class DocumentCitationsCache implements vscode.Disposable {
  private parsed = new WeakMap<Whole, Parsed>();
  private parsing = new WeakMap<Whole, Parsing>();
  /** What each document is of that: a cell, of its notebook. */
  private parts = new WeakMap<vscode.TextDocument, Parsed>();
  private readonly inProjects = new WeakMap<Whole, ReadingOptions>();
  private readonly onSettings = vscode.workspace.onDidChangeConfiguration(change => {
    if (!change.affectsConfiguration('literature.latex')) return;
    this.parsed = new WeakMap();
    this.parsing = new WeakMap();
    this.parts = new WeakMap();
  });

  /** `undefined` where the document's language cannot cite. */
  of(document: vscode.TextDocument): DocumentCitations | undefined {
    const state = stateOf(document);
    const part = this.parts.get(document);
    if (part?.state === state) return part.citations;
    const reading = this.readingOf(document);
    if (!reading) return undefined;
    const { whole, text, language, options, surroundings } = reading;
    const known = this.parsed.get(whole);
    const read = known?.state === state ? known.citations : readCitations(text(), language, options);
    this.parsed.set(whole, { state, citations: read });
    const citations = surroundings ? partOfMarkdown(read as MarkdownDocument, surroundings) : read;
    this.parts.set(document, { state, citations });
    return citations;
  }

  /** The same, a long document in slices, so that nothing else waits for it: those of the document as it is when this resolves. */
  async inSlices(document: vscode.TextDocument): Promise<DocumentCitations | undefined> {
    for (;;) {
      if (this.parts.get(document)?.state === stateOf(document)) return this.of(document);
      const reading = this.readingOf(document);
      if (!reading) return undefined;
      const { whole } = reading;
      const state = stateOf(document);
      if (this.parsed.get(whole)?.state === state || document.isClosed) return this.of(document);
      let parsing = this.parsing.get(whole);
      if (parsing?.state !== state) {
        const text = reading.text();
        if (text.length < longDocument) return this.of(document);
        parsing = { state, citations: this.parse(document, state, text, reading) };
        this.parsing.set(whole, parsing);
      }
      const citations = await parsing.citations;
      // Edited meanwhile, or to be read in another way: once more.
      if (!citations || stateOf(document) !== state || this.parsing.get(whole) !== parsing) continue;
      this.parsed.set(whole, { state, citations });
    }
  }

  /** What the notebook around a cell cites and lists in all its cells; `undefined` where each is a document to its program. */
  ofNotebookAround(cell: vscode.TextDocument): DocumentCitations | undefined {
    const notebook = notebookOf(cell);
    const text = notebook?.getCells().find(({ document }) => !isCode(document))?.document;
    const reading = text && this.readingOf(text);
    if (!notebook || reading?.whole !== notebook) return undefined;
    this.of(text!);
    return this.parsed.get(notebook)?.citations;
  }

  private async parse(
    document: vscode.TextDocument,
    state: number,
    text: string,
    { language, options }: Reading,
  ): Promise<DocumentCitations | undefined> {
    const steps = readCitationsInSteps(text, language, options);
    return inSlices(steps, () => stateOf(document) === state && !document.isClosed);
  }

  private readingOf(document: vscode.TextDocument): Reading | undefined {
    const language = languageOf(document);
    if (!language) return undefined;
    const options = this.optionsOf(document);
    const own: Reading = { whole: document, text: () => document.getText(), language, options };
    const notebook = notebookOf(document);
    if (!notebook || options.dialect === 'codeCell') return own;
    const isMyst = options.dialect?.startsWith('myst') === true;
    const surroundings = surroundingsOf(document, isMyst);
    if (!surroundings) return own;
    const { before, after } = surroundings;
    if (isMyst) return { ...own, text: () => before + document.getText() + after, surroundings };
    return { ...own, whole: notebook, text: () => textOfNotebook(notebook).text, surroundings };
  }

  private optionsOf(document: vscode.TextDocument): ReadingOptions {
    const own = readingOptions(document);
    // Code is no text, whatever project it is in.
    return {
      ...own,
      ...this.inProjects.get(wholeOf(document)),
      ...(own.dialect === 'codeCell' && { dialect: own.dialect }),
    };
  }

  /** What the rest of its project makes of it: from now on the document is read so. */
  learn(document: vscode.TextDocument, inProject: ReadingOptions): void {
    const whole = wholeOf(document);
    const { latexVocabulary, dialect } = this.inProjects.get(whole) ?? {};
    if (latexVocabulary === inProject.latexVocabulary && dialect === inProject.dialect) return;
    this.inProjects.set(whole, inProject);
    for (const read of [whole, document]) {
      this.parsed.delete(read);
      this.parsing.delete(read);
    }
    this.parts = new WeakMap();
  }

  dispose(): void {
    this.onSettings.dispose();
  }
}

function isCode(document: vscode.TextDocument): boolean {
  return readingOptions(document).dialect === 'codeCell';
}
