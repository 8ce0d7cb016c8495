import * as vscode from 'vscode';
import { entriesOf } from '../../core/bibliography/entryKeys';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import type { CitationInserter } from './citationInserter';
import { addAndCiteKind, addAndCiteTitle, citationsOf } from './citationPaste';
import { DropStandIns } from './dropStandIns';
import type { PastedReferences } from './pastedReferences';

/** Keys that are named while their citation is made ready. */
const namedKeys = 3;

/** Citations that come as text, or in a file, dropped on a document: added to its bibliography, and cited where they were dropped. */
export class CitationTextDropProvider implements vscode.DocumentDropEditProvider {
  private readonly standIns: DropStandIns;

  static register(...parts: ConstructorParameters<typeof CitationTextDropProvider>): vscode.Disposable {
    return vscode.languages.registerDocumentDropEditProvider(
      citingDocuments,
      new CitationTextDropProvider(...parts),
      { dropMimeTypes: ['text/plain', 'text/uri-list'], providedDropEditKinds: [addAndCiteKind] },
    );
  }

  constructor(
    private readonly documents: CitingDocuments,
    private readonly references: PastedReferences,
    private readonly inserter: CitationInserter,
    targets: InsertionTargets,
  ) {
    this.standIns = new DropStandIns(targets);
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    _position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const dropped = this.documents.citationsOf(document) && (await citationsOf(transfer));
    const keys = dropped ? entriesOf(dropped.text, dropped.format).map(({ key }) => key) : [];
    if (!dropped || !keys.length || token.isCancellationRequested) return undefined;
    const standIn = `⟨${keys.slice(0, namedKeys).join(', ')}${keys.length > namedKeys ? ', …' : ''}⟩`;
    const edit = new vscode.DocumentDropEdit(standIn, addAndCiteTitle, addAndCiteKind);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    this.standIns.whenChosen(
      { document, standIn, text: dropped.text },
      async () => dropped,
      (found, target) =>
        this.references.using(found, references => this.inserter.insert(references, target, {}, 'given')),
    );
    return edit;
  }
}
