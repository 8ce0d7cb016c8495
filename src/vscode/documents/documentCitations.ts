import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { type ReadingOptions, readCitations, readCitationsInSteps } from '../../core/citing/readCitations';
import { inSlices } from '../../worker/turns';
import { languageOf, readingOptions } from './languages';

interface Parsed {
  readonly version: number;
  readonly citations: DocumentCitations;
}

interface Parsing {
  readonly version: number;
  readonly citations: Promise<DocumentCitations | undefined>;
}

/** Shorter documents are read at once, in characters: that takes a few milliseconds. */
const longDocument = 20_000;

/** The one parse of a document that hover, completion, insertion and every other feature read, kept until the document changes. */
export class DocumentCitationsCache implements vscode.Disposable {
  private parsed = new WeakMap<vscode.TextDocument, Parsed>();
  private parsing = new WeakMap<vscode.TextDocument, Parsing>();
  private readonly inProjects = new WeakMap<vscode.TextDocument, ReadingOptions>();
  private readonly onSettings = vscode.workspace.onDidChangeConfiguration(change => {
    if (!change.affectsConfiguration('literature.latex')) return;
    this.parsed = new WeakMap();
    this.parsing = new WeakMap();
  });

  /** `undefined` where the document's language cannot cite. */
  of(document: vscode.TextDocument): DocumentCitations | undefined {
    const known = this.parsed.get(document);
    if (known?.version === document.version) return known.citations;
    const language = languageOf(document);
    if (!language) return undefined;
    const citations = readCitations(document.getText(), language, this.optionsOf(document));
    this.parsed.set(document, { version: document.version, citations });
    return citations;
  }

  /** The same, a long document in slices, so that nothing else waits for it: those of the document as it is when this resolves. */
  async inSlices(document: vscode.TextDocument): Promise<DocumentCitations | undefined> {
    for (;;) {
      const { version } = document;
      if (this.parsed.get(document)?.version === version || document.isClosed) return this.of(document);
      let parsing = this.parsing.get(document);
      if (parsing?.version !== version) {
        const text = document.getText();
        if (text.length < longDocument) return this.of(document);
        parsing = { version, citations: this.parse(document, text) };
        this.parsing.set(document, parsing);
      }
      const citations = await parsing.citations;
      // Edited meanwhile, or to be read in another way: once more.
      if (!citations || document.version !== version || this.parsing.get(document) !== parsing) continue;
      this.parsed.set(document, { version, citations });
      return citations;
    }
  }

  private async parse(document: vscode.TextDocument, text: string): Promise<DocumentCitations | undefined> {
    const { version } = document;
    const language = languageOf(document);
    if (!language) return undefined;
    const reading = readCitationsInSteps(text, language, this.optionsOf(document));
    return inSlices(reading, () => document.version === version && !document.isClosed);
  }

  private optionsOf(document: vscode.TextDocument): ReadingOptions {
    const own = readingOptions(document);
    // Code is no text, whatever project it is in.
    return {
      ...own,
      ...this.inProjects.get(document),
      ...(own.dialect === 'codeCell' && { dialect: own.dialect }),
    };
  }

  /** What the rest of its project makes of it: from now on the document is read so. */
  learn(document: vscode.TextDocument, inProject: ReadingOptions): void {
    const { latexVocabulary, dialect } = this.inProjects.get(document) ?? {};
    if (latexVocabulary === inProject.latexVocabulary && dialect === inProject.dialect) return;
    this.inProjects.set(document, inProject);
    this.parsed.delete(document);
    this.parsing.delete(document);
  }

  dispose(): void {
    this.onSettings.dispose();
  }
}
