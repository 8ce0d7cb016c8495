import * as vscode from 'vscode';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import { DropStandIns } from '../citing/dropStandIns';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import { settings } from '../settings';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { lookUpKind, plainKinds, titleFor } from './catalogPaste';
import { identifierIn } from './droppedIdentifier';

/** “Cite 10.1145/…” for a link or an identifier that is dropped on a document. Asked for is only what is chosen. */
export class CatalogDrop implements vscode.DocumentDropEditProvider {
  private readonly standIns: DropStandIns;

  static register(...parts: ConstructorParameters<typeof CatalogDrop>): vscode.Disposable {
    return vscode.languages.registerDocumentDropEditProvider(citingDocuments, new CatalogDrop(...parts), {
      dropMimeTypes: ['text/uri-list', 'text/plain'],
      providedDropEditKinds: [lookUpKind],
    });
  }

  constructor(
    private readonly desk: CatalogDesk,
    private readonly citer: CatalogCiter,
    private readonly documents: CitingDocuments,
    targets: InsertionTargets,
  ) {
    this.standIns = new DropStandIns(targets);
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    _position: vscode.Position,
    transfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    if (!this.desk.isOn || !this.documents.citationsOf(document)) return undefined;
    const text = await identifierIn(transfer, ['text/uri-list', 'text/plain']);
    if (!text) return undefined;
    const standIn = `⟨${identifierLabel(parseIdentifier(text)!)}⟩`;
    const edit = new vscode.DocumentDropEdit(standIn, titleFor(text), lookUpKind);
    if (settings.catalogs().paste !== 'citation') edit.yieldTo = plainKinds;
    this.standIns.whenChosen(
      { document, text, standIn },
      () => this.citer.lookedUp(text, document),
      (reference, target) => this.citer.cite([reference], target),
    );
    return edit;
  }
}
