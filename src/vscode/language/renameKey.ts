import * as vscode from 'vscode';
import { renameInBibliography } from '../../core/bibliography/entryKeys';
import { invalidKeyReason } from '../../core/citing/citationKeySyntax';
import { commandsThatCannotCite, renameKey } from '../../core/citing/edit/changeCitation';
import { lostByRename } from '../../core/citing/edit/readAsWritten';
import type { LibraryService } from '../../core/library/libraryService';
import { errorMessage } from '../../core/util/errorMessage';
import type { CitingDocuments } from '../documents/citingDocuments';
import { isNotebook } from '../documents/languages';
import { nameOf } from '../documents/nameOf';
import { fileOf } from '../documents/notebooks';
import { rangeOf } from '../documents/textEdits';
import type { WorkspaceCitations } from '../documents/workspaceCitations';
import type { WriteGate } from '../entries/writeGate';
import { notify } from '../notify';
import { keyUnderCursor } from './citationNavigation';

/**
 * Renames a citation key everywhere at once: in the bibliographies that define it and in every document of the workspace that cites it.
 * One edit, one undo. Refused with the reason when the new key is taken, cannot be written in a language that cites it, or when the
 * old one is a bundled paper's that no bibliography holds.
 */
export class KeyRenameProvider implements vscode.RenameProvider {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly workspace: WorkspaceCitations,
    private readonly gate: WriteGate,
  ) {}

  async prepareRename(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range> {
    const under = await keyUnderCursor(this.documents, document, position);
    if (!under) throw new Error(vscode.l10n.t('There is no citation key here.'));
    return under.range;
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newKey: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const under = await keyUnderCursor(this.documents, document, position);
    if (!under || under.key === newKey) return undefined;
    const edit = new vscode.WorkspaceEdit();
    const refusal = await this.refusalOf(newKey);
    if (refusal) {
      // An error would hand the rename on to VS Code's own provider, which takes `[@key]` for the label of a link.
      void notify.error(refusal);
      return edit;
    }
    const obstacle = await this.renameEntries(fileOf(document), edit, under.key, newKey);
    if (obstacle) {
      void notify.error(vscode.l10n.t('{0}. “{1}” was not renamed.', obstacle, under.key));
      return new vscode.WorkspaceEdit();
    }
    const unreached: string[] = [];
    for (const { uri, keys, citing } of await this.openDocumentsCiting(under.key)) {
      const citations = await this.documents.citationsInProject(citing);
      if (!citations) continue;
      for (const key of keys) {
        const lost = lostByRename(citing.getText(), citations, key, newKey);
        if (lost !== undefined) {
          void notify.error(
            vscode.l10n.t(
              '“{0}” cannot be a key in line {1} of {2}: what stands there would not be read as a citation of it. “{3}” was not renamed.',
              newKey,
              citing.positionAt(lost).line + 1,
              nameOf(uri),
              under.key,
            ),
          );
          return new vscode.WorkspaceEdit();
        }
        for (const change of renameKey(citing.getText(), citations, key, newKey))
          edit.replace(uri, rangeOf(citing, change.start, change.end), change.text);
        for (const command of commandsThatCannotCite(citations, key, newKey)) unreached.push(`\\${command}`);
      }
    }
    if (unreached.length) {
      const commands = [...new Set(unreached)].join(', ');
      void notify.error(
        vscode.l10n.t(
          '“{0}” is cited by {1}, which puts a text of its own around the key and cannot cite “{2}”. Choose a key with that text. “{3}” was not renamed.',
          under.key,
          commands,
          newKey,
          under.key,
        ),
      );
      return new vscode.WorkspaceEdit();
    }
    return edit;
  }

  /** The documents that cite a key: of a notebook its cells, for which it is opened where one sees what is changed in it. */
  private async openDocumentsCiting(key: string) {
    const documents = [];
    for (const { uri, keys } of await this.workspace.documentsCiting(key))
      for (const citing of isNotebook(uri) ? await cellsIfThere(uri) : await openIfThere(uri))
        documents.push({ uri: citing.uri, keys, citing });
    return documents;
  }

  private async refusalOf(newKey: string): Promise<string | undefined> {
    const reason = invalidKeyReason(newKey);
    if (reason) return vscode.l10n.t('“{0}” cannot be a citation key: {1}', newKey, reason);
    const [taken] = await this.library.find([newKey]);
    const isTaken = taken?.origins.some(({ key, source }) => key === newKey && source.includes(':'));
    return isTaken
      ? vscode.l10n.t(
          '“{0}” is already the key of another entry: {1}.',
          newKey,
          taken?.item.title ?? vscode.l10n.t('untitled'),
        )
      : undefined;
  }

  /** Gives the reason where a bibliography that has the key may not be written. */
  private async renameEntries(
    document: vscode.Uri,
    edit: vscode.WorkspaceEdit,
    oldKey: string,
    newKey: string,
  ): Promise<string | undefined> {
    const [reference] = await this.library.find([oldKey]);
    const states = new Map((await this.library.sources()).map(({ source }) => [source.id, source]));
    const holding = (reference?.origins ?? []).filter(
      origin => origin.key === oldKey && origin.line !== undefined,
    );
    for (const sourceId of new Set(holding.map(({ source }) => source))) {
      const source = states.get(sourceId);
      if (source?.kind !== 'bibliography') continue;
      const file = await this.gate.passAsking(
        vscode.Uri.parse(sourceId),
        'bibliography',
        document,
        vscode.l10n.t('Rename “{0}”', oldKey),
      );
      if ('refusal' in file) return file.refusal;
      let bibliography: vscode.TextDocument;
      try {
        bibliography = await vscode.workspace.openTextDocument(file.uri);
      } catch (error) {
        // VS Code opens none beyond 50 MB.
        return vscode.l10n.t('{0} cannot be read ({1})', nameOf(file.uri), errorMessage(error));
      }
      for (const change of renameInBibliography(bibliography.getText(), source.format, oldKey, newKey))
        edit.replace(bibliography.uri, rangeOf(bibliography, change.start, change.end), change.text);
    }
    return undefined;
  }
}

/** A document that was deleted a moment ago cites nothing any more. */
async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument[]> {
  try {
    return [await vscode.workspace.openTextDocument(uri)];
  } catch {
    return [];
  }
}

async function cellsIfThere(uri: vscode.Uri): Promise<vscode.TextDocument[]> {
  try {
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook, { preserveFocus: true, preview: false });
    return notebook.getCells().map(({ document }) => document);
  } catch {
    return [];
  }
}
