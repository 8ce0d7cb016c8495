import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryService } from '../../core/library/libraryService';
import { ResolutionChanges } from '../documents/changes/resolutionChanges';
import type { CitingDocuments } from '../documents/citingDocuments';
import { setting } from '../settings';

/** “Vaswani et al. 2017” beside a key; off unless `literature.inlayHints.enabled` is set. */
export class CitationInlayHintsProvider implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changes: ResolutionChanges;
  private readonly settings: vscode.Disposable;
  readonly onDidChangeInlayHints: vscode.Event<void>;

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {
    this.changes = new ResolutionChanges(documents, library);
    this.onDidChangeInlayHints = this.changes.event;
    this.settings = vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('literature.inlayHints')) this.changes.fire();
    });
  }

  dispose(): void {
    this.settings.dispose();
    this.changes.dispose();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[] | undefined> {
    const reading = setting('inlayHints.enabled', false, document)
      ? await this.documents.citationsInProject(document)
      : undefined;
    if (!reading) return undefined;
    const { sources } = await this.documents.bibliographiesOf(document);
    const shown = keysBetween(reading, document.offsetAt(range.start), document.offsetAt(range.end));
    const references = await this.library.find(
      shown.map(({ key }) => key),
      sources,
    );
    if (token.isCancellationRequested) return undefined;
    return shown.flatMap(({ end }, index) => {
      const reference = references[index];
      if (!reference) return [];
      const hint = new vscode.InlayHint(document.positionAt(end), shortReference(reference.item));
      hint.paddingLeft = true;
      hint.tooltip = reference.item.title ?? reference.key;
      return [hint];
    });
  }
}

function keysBetween(reading: DocumentCitations, start: number, end: number) {
  return reading.citations
    .filter(citation => citation.end >= start && citation.start <= end)
    .flatMap(({ keys }) => keys)
    .filter(({ crossReference }) => !crossReference);
}
