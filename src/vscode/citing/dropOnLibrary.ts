import type * as vscode from 'vscode';
import { say } from '../../core/util/say';
import type { InsertionTargets } from '../documents/insertionTarget';
import { sayNoDocument } from '../documents/noDocument';
import type { AddToBibliography } from '../entries/addToBibliography';
import { citationsOf } from './citationPaste';
import type { PastedReferences } from './pastedReferences';

/** Adds what is dropped on the library, as text or as a file, to the bibliography of the document that is written in. */
export function dropOnLibrary(
  references: PastedReferences,
  targets: InsertionTargets,
  adder: AddToBibliography,
): (transfer: vscode.DataTransfer) => Promise<void> {
  return async transfer => {
    const pasted = await citationsOf(transfer);
    if (!pasted) return;
    const document = targets.current()?.document;
    if (!document) return sayNoDocument(say('whose bibliography this should be added to'));
    await references.using(pasted, found => adder.add(found, document));
  };
}
