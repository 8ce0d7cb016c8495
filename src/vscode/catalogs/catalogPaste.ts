import * as vscode from 'vscode';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import { StandIns } from '../citing/standIns';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import { settings } from '../settings';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { identifierIn } from './droppedIdentifier';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'lookUp');
/** What goes before ours where the writer has not chosen otherwise. */
const plainKinds = [
  vscode.DocumentDropOrPasteEditKind.Text,
  vscode.DocumentDropOrPasteEditKind.Empty.append('uri'),
  vscode.DocumentDropOrPasteEditKind.Empty.append('markdown'),
];

/** What is offered, and what stands in the document until its catalog has answered. */
interface Offer {
  readonly title: string;
  readonly standIn: string;
  readonly yieldTo?: vscode.DocumentDropOrPasteEditKind[];
}

/** “Cite 10.1145/…” for an identifier, or an address that carries one, that is pasted into a document or dropped on it. Asked for is only what is chosen. */
export class CatalogPaste implements vscode.DocumentPasteEditProvider, vscode.DocumentDropEditProvider {
  private readonly standIns: StandIns;

  static register(...parts: ConstructorParameters<typeof CatalogPaste>): vscode.Disposable {
    const provider = new CatalogPaste(...parts);
    return vscode.Disposable.from(
      vscode.languages.registerDocumentPasteEditProvider(citingDocuments, provider, {
        pasteMimeTypes: ['text/plain'],
        providedPasteEditKinds: [kind],
      }),
      vscode.languages.registerDocumentDropEditProvider(citingDocuments, provider, {
        dropMimeTypes: ['text/uri-list', 'text/plain'],
        providedDropEditKinds: [kind],
      }),
    );
  }

  constructor(
    private readonly desk: CatalogDesk,
    private readonly citer: CatalogCiter,
    private readonly documents: CitingDocuments,
    targets: InsertionTargets,
  ) {
    this.standIns = new StandIns(targets);
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const offer = await this.offerFor(document, ranges, transfer, ['text/plain']);
    if (!offer) return undefined;
    const edit = new vscode.DocumentPasteEdit(offer.standIn, offer.title, kind);
    if (offer.yieldTo) edit.yieldTo = offer.yieldTo;
    return [edit];
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const here = new vscode.Range(position, position);
    const offer = await this.offerFor(document, [here], transfer, ['text/uri-list', 'text/plain']);
    if (!offer) return undefined;
    const edit = new vscode.DocumentDropEdit(offer.standIn, offer.title, kind);
    if (offer.yieldTo) edit.yieldTo = offer.yieldTo;
    return edit;
  }

  private async offerFor(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    types: readonly string[],
  ): Promise<Offer | undefined> {
    if (!this.desk.isOn || !this.documents.citationsOf(document)) return undefined;
    const text = await identifierIn(transfer, types);
    if (!text) return undefined;
    const label = identifierLabel(parseIdentifier(text)!);
    const standIn = `⟨${label}⟩`;
    this.standIns.whenChosen(
      { document, ranges, text, standIn },
      () => this.citer.lookedUp(text, document),
      (reference, target) => this.citer.cite([reference], target),
    );
    return {
      title: vscode.l10n.t('Cite {0}', label),
      standIn,
      ...(settings.catalogs().paste !== 'citation' && { yieldTo: plainKinds }),
    };
  }
}
