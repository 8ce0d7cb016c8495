import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from './citingDocuments';

/** “Vaswani et al. 2017” beside a key; off unless `literature.inlayHints.enabled` is set. */
export class CitationInlayHintsProvider implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {
    this.disposables = [
      this.changed,
      { dispose: library.onDidChange(() => this.changed.fire()) },
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('literature.inlayHints')) this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[] | undefined> {
    const settings = vscode.workspace.getConfiguration('literature.inlayHints', document);
    const reading = settings.get<boolean>('enabled') ? this.documents.citationsOf(document) : undefined;
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
