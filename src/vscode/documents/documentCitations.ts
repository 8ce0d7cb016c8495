import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import type { LatexVocabulary } from '../../core/citing/latex/latexDocument';
import { readCitations } from '../../core/citing/readCitations';
import { languageOf, readingOptions } from './languages';

interface Parsed {
  readonly version: number;
  readonly citations: DocumentCitations;
}

/** The one parse of a document that hover, completion, insertion and every other feature read, kept until the document changes. */
export class DocumentCitationsCache implements vscode.Disposable {
  private parsed = new WeakMap<vscode.TextDocument, Parsed>();
  private readonly vocabularies = new WeakMap<vscode.TextDocument, LatexVocabulary>();
  private readonly onSettings = vscode.workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration('literature.latex')) this.parsed = new WeakMap();
  });

  /** `undefined` where the document's language cannot cite. */
  of(document: vscode.TextDocument): DocumentCitations | undefined {
    const known = this.parsed.get(document);
    if (known?.version === document.version) return known.citations;
    const language = languageOf(document);
    if (!language) return undefined;
    const latexVocabulary = this.vocabularies.get(document);
    const citations = readCitations(document.getText(), language, {
      ...readingOptions(document),
      ...(latexVocabulary && { latexVocabulary }),
    });
    this.parsed.set(document, { version: document.version, citations });
    return citations;
  }

  /** What the rest of a LaTeX project defines: from now on the document is read by it. */
  learn(document: vscode.TextDocument, vocabulary: LatexVocabulary | undefined): void {
    if (!vocabulary || this.vocabularies.get(document) === vocabulary) return;
    this.vocabularies.set(document, vocabulary);
    this.parsed.delete(document);
  }

  dispose(): void {
    this.onSettings.dispose();
  }
}
