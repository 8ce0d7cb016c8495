import * as vscode from 'vscode';
import type { LibraryReference } from '../../core/library/libraryService';
import { idOf } from '../references/referenceId';
import type { LibraryNode } from './libraryNode';

/** What a drag from the library carries for our own drop provider: a JSON array of `ReferenceId`. */
export const referencesMimeType = 'application/vnd.literature.references+json';

/**
 * Dragging papers out of the library: where nobody knows about citations, their keys are dropped as text. What is dragged into it, text or
 * a file, is handed to `drop`.
 */
export function libraryDrag(
  drop: (transfer: vscode.DataTransfer) => Promise<void>,
): vscode.TreeDragAndDropController<LibraryNode> {
  return {
    dragMimeTypes: [referencesMimeType, 'text/plain'],
    dropMimeTypes: ['text/plain', 'text/uri-list'],
    handleDrag(nodes, transfer) {
      const references = nodes.flatMap(node => (node.kind === 'reference' ? [node.reference] : []));
      carry(references, transfer);
    },
    handleDrop: (_target, transfer) => drop(transfer),
  };
}

/** Puts references into what is dragged. */
export function carry(references: readonly LibraryReference[], transfer: vscode.DataTransfer): void {
  if (!references.length) return;
  transfer.set(referencesMimeType, new vscode.DataTransferItem(JSON.stringify(references.map(idOf))));
  transfer.set('text/plain', new vscode.DataTransferItem(references.map(({ key }) => key).join(', ')));
}
