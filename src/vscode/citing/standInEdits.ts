import * as vscode from 'vscode';
import type { InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import { type Offer, StandIns } from './standIns';

/** A kind of edit for pastes and drops in documents that cite. */
export interface OfferedEdits {
  readonly kind: vscode.DocumentDropOrPasteEditKind;
  readonly pasteMimeTypes: readonly string[];
  readonly dropMimeTypes: readonly string[];
  /** `undefined` where it has nothing to offer. @param mimeTypes to look at, in this order */
  offer(
    document: vscode.TextDocument,
    transfer: vscode.DataTransfer,
    mimeTypes: readonly string[],
    token: vscode.CancellationToken,
  ): Promise<Offer | undefined>;
}

/** Registers edits that a stand-in is pasted or dropped for: see `StandIns`. */
export function registerStandInEdits(edits: OfferedEdits, targets: InsertionTargets): vscode.Disposable {
  const { kind, pasteMimeTypes, dropMimeTypes } = edits;
  const standIns = new StandIns(targets);
  const offered = async (
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    mimeTypes: readonly string[],
    token: vscode.CancellationToken,
  ) => {
    const offer = await edits.offer(document, transfer, mimeTypes, token);
    if (offer) standIns.whenChosen({ ...offer, document, ranges });
    return offer;
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(
      citingDocuments,
      {
        async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
          const offer = await offered(document, ranges, transfer, pasteMimeTypes, token);
          if (!offer) return undefined;
          const edit = new vscode.DocumentPasteEdit(offer.standIn, offer.title, kind);
          if (offer.yieldTo) edit.yieldTo = offer.yieldTo;
          return [edit];
        },
      },
      { pasteMimeTypes, providedPasteEditKinds: [kind] },
    ),
    vscode.languages.registerDocumentDropEditProvider(
      citingDocuments,
      {
        async provideDocumentDropEdits(document, position, transfer, token) {
          const here = new vscode.Range(position, position);
          const offer = await offered(document, [here], transfer, dropMimeTypes, token);
          if (!offer) return undefined;
          const edit = new vscode.DocumentDropEdit(offer.standIn, offer.title, kind);
          if (offer.yieldTo) edit.yieldTo = offer.yieldTo;
          return edit;
        },
      },
      { dropMimeTypes, providedDropEditKinds: [kind] },
    ),
  );
}
