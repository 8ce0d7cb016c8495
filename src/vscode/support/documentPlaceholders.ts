import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { findPlaceholders } from '../../core/citing/placeholders/findPlaceholders';
import type { TextRange } from '../../core/model/textRange';
import { languageOf, readingOptions } from '../documents/languages';
import type { ProjectDocument } from '../documents/projectDocuments';
import { rangeOf } from '../documents/textEdits';
import { setting } from '../settings';

/** Where documents still lack citations, looked for once for each state of a document. */
export class DocumentPlaceholders implements vscode.Disposable {
  private found = new WeakMap<vscode.TextDocument, { version: number; ranges: readonly TextRange[] }>();
  /** Those of files that are not open, by what was read of them. */
  private inFiles = new WeakMap<DocumentCitations, readonly TextRange[]>();
  private readonly onSettings = vscode.workspace.onDidChangeConfiguration(change => {
    if (!change.affectsConfiguration('literature.placeholders')) return;
    this.found = new WeakMap();
    this.inFiles = new WeakMap();
  });

  /** In the order of the document; empty for one in no language that cites. */
  of(document: vscode.TextDocument): readonly TextRange[] {
    const known = this.found.get(document);
    if (known?.version === document.version) return known.ranges;
    const language = languageOf(document);
    const more = setting('placeholders', [], document);
    const ranges = language
      ? findPlaceholders(document.getText(), language, readingOptions(document), more)
      : [];
    this.found.set(document, { version: document.version, ranges });
    return ranges;
  }

  /** The same of a file, which may not be open. */
  ofFile({ open, uri, text, citations }: ProjectDocument): readonly TextRange[] {
    const [own] = open;
    if (own && String(own.document.uri) === String(uri)) return this.of(own.document);
    const known = this.inFiles.get(citations);
    if (known) return known;
    const more = setting('placeholders', [], uri);
    const options = readingOptions({ languageId: '', uri });
    const ranges = findPlaceholders(text, citations.language, options, more);
    this.inFiles.set(citations, ranges);
    return ranges;
  }

  /** The placeholder at a place, its ends among it. */
  at(document: vscode.TextDocument, position: vscode.Position): vscode.Range | undefined {
    const offset = document.offsetAt(position);
    const range = this.of(document).find(([start, end]) => start <= offset && offset <= end);
    return range && rangeOf(document, ...range);
  }

  /** The next one behind a place, or the first of the document where there is none. */
  after(document: vscode.TextDocument, position: vscode.Position): vscode.Range | undefined {
    const offset = document.offsetAt(position);
    const ranges = this.of(document);
    const range = ranges.find(([start]) => start > offset) ?? ranges[0];
    return range && rangeOf(document, ...range);
  }

  dispose(): void {
    this.onSettings.dispose();
  }
}
