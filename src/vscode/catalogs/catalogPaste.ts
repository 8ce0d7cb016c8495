import * as vscode from 'vscode';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import { registerStandInEdits } from '../citing/standInEdits';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { settings } from '../settings';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { identifierIn } from './droppedIdentifier';

/** What goes before ours where the writer has not chosen otherwise. */
const plainKinds = [
  vscode.DocumentDropOrPasteEditKind.Text,
  vscode.DocumentDropOrPasteEditKind.Empty.append('uri'),
  vscode.DocumentDropOrPasteEditKind.Empty.append('markdown'),
];

/** “Cite 10.1145/…” for an identifier, or an address that carries one, that is pasted into a document or dropped on it. Asked for is only what is chosen. */
export function registerCatalogPaste(
  desk: CatalogDesk,
  citer: CatalogCiter,
  documents: CitingDocuments,
  targets: InsertionTargets,
): vscode.Disposable {
  return registerStandInEdits(
    {
      kind: vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'lookUp'),
      pasteMimeTypes: ['text/plain'],
      dropMimeTypes: ['text/uri-list', 'text/plain'],
      async offer(document, transfer, mimeTypes) {
        if (!desk.isOn || !documents.citationsOf(document)) return undefined;
        const text = await identifierIn(transfer, mimeTypes);
        const identifier = text && parseIdentifier(text);
        if (!identifier || !desk.canLookUp(identifier)) return undefined;
        const label = identifierLabel(identifier);
        return {
          title: vscode.l10n.t('Cite {0}', label),
          standIn: `⟨${label}⟩`,
          text,
          ...(settings.catalogs().paste !== 'citation' && { yieldTo: plainKinds }),
          async find() {
            const reference = await citer.lookedUp(text, document);
            return reference && (target => citer.cite([reference], target));
          },
        };
      },
    },
    targets,
  );
}
