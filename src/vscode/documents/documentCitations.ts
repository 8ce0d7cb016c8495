import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { type ReadingOptions, readCitations } from '../../core/citing/readCitations';
import { languageOf, readingOptions } from './languages';

interface Parsed {
  readonly version: number;
  readonly citations: DocumentCitations;
}

/** The one parse of a document that hover, completion, insertion and every other feature read, kept until the document changes. */
export class DocumentCitationsCache implements vscode.Disposable {
  private parsed = new WeakMap<vscode.TextDocument, Parsed>();
  private readonly inProjects = new WeakMap<vscode.TextDocument, ReadingOptions>();
  private readonly onSettings = vscode.workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration('literature.latex')) this.parsed = new WeakMap();
  });

  /** `undefined` where the document's language cannot cite. */
  of(document: vscode.TextDocument): DocumentCitations | undefined {
    const known = this.parsed.get(document);
    if (known?.version === document.version) return known.citations;
    const language = languageOf(document);
    if (!language) return undefined;
    const citations = readCitations(document.getText(), language, {
      ...readingOptions(document),
      ...this.inProjects.get(document),
    });
    this.parsed.set(document, { version: document.version, citations });
    return citations;
  }

  /** What the rest of its project makes of it: from now on the document is read so. */
  learn(document: vscode.TextDocument, inProject: ReadingOptions): void {
    const { latexVocabulary, dialect } = this.inProjects.get(document) ?? {};
    if (latexVocabulary === inProject.latexVocabulary && dialect === inProject.dialect) return;
    this.inProjects.set(document, inProject);
    this.parsed.delete(document);
  }

  dispose(): void {
    this.onSettings.dispose();
  }
}
