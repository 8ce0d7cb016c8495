import * as vscode from 'vscode';
import { commands, internalCommands } from '../commands';
import type { InsertionTargets } from '../documents/insertionTarget';
import { holdsText } from '../documents/languages';
import { sayNoDocument } from '../documents/noDocument';
import type { AddToBibliography } from '../entries/addToBibliography';
import type { ReferenceChooser } from '../references/referenceChooser';
import { referenceIds } from '../references/referenceId';
import { registerCommand } from '../registerCommand';
import type { AfterInsert } from './afterInsert';

/** The commands that change bibliographies: adding a reference to one, and adding one to a document. */
export function registerCitingCommands(
  chooser: ReferenceChooser,
  targets: InsertionTargets,
  adder: AddToBibliography,
  followUp: AfterInsert,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.addToBibliography, async (argument?: unknown, where?: unknown) => {
      const document = (await documentAt(where)) ?? targets.current()?.document;
      if (!document) return sayNoDocument(vscode.l10n.t('whose bibliography it should be added to'));
      // The menu of a tree gives the selected rows instead of a document.
      const references = await chooser.choose(argument, where, vscode.l10n.t('Add to Bibliography'));
      if (references.length) await adder.add(references, document);
    }),
    registerCommand(internalCommands.citationAccepted, async (id: unknown, where: unknown) => {
      const document = await documentAt(where);
      if (document) await followUp.after(document, await chooser.find(referenceIds(id)));
    }),
    registerCommand(commands.addBibliography, async () => {
      const target = targets.current();
      if (!target) return sayNoDocument(vscode.l10n.t('to add a bibliography to'));
      await adder.declare(target.document);
    }),
  );
}

/** The document a command was given by its address. */
async function documentAt(where: unknown): Promise<vscode.TextDocument | undefined> {
  const uri =
    typeof where === 'string' ? vscode.Uri.parse(where) : where instanceof vscode.Uri ? where : undefined;
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  return document && holdsText(document) ? document : undefined;
}
