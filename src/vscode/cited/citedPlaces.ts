import * as vscode from 'vscode';
import { citationAt } from '../../core/citing/citationAt';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { fileOf } from '../documents/notebooks';
import type { PlaceInFile, ProjectDocuments } from '../documents/projectDocuments';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import type { CitedNode } from './citedNode';

/** Milliseconds until fixes are asked for in any case. */
const maxDiagnosing = 5000;

/** Going from place to place of what is cited, and to what can be done about it. */
export function registerCitedPlaces(
  documents: CitingDocuments,
  project: ProjectDocuments,
  targets: InsertionTargets,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.nextCitedPlace, async (node?: CitedNode) => {
      const places = node ? placesOf(node) : await placesAtCursor(documents, project, targets);
      if (places.length) await show(nextOf(places));
      else
        void notify.information(
          vscode.l10n.t('Put the cursor on a citation to go to the next place where that work is cited.'),
        );
    }),
    registerCommand(commands.fixCited, async (node?: CitedNode) => {
      const [place] = node ? placesOf(node) : [];
      if (!place) return;
      await show(place);
      await diagnosed(place);
      await vscode.commands.executeCommand('editor.action.quickFix');
    }),
  );
}

function placesOf(node: CitedNode): readonly PlaceInFile[] {
  switch (node.kind) {
    case 'file':
      return node.references.flatMap(({ places }) => places);
    case 'reference':
    case 'missingCitations':
      return node.places;
    case 'place':
    case 'missing':
      return [node];
  }
}

/** All places of the document where the work at the cursor is cited; of a notebook those of all its cells. */
async function placesAtCursor(
  documents: CitingDocuments,
  project: ProjectDocuments,
  targets: InsertionTargets,
): Promise<readonly PlaceInFile[]> {
  const target = targets.current();
  const parsed = target && (await documents.citationsInProject(target.document));
  if (!target || !parsed) return [];
  const { document } = target;
  const found = citationAt(parsed, target.cursors()[0] ?? 0);
  const key = (found?.key ?? found?.citation.keys[0])?.key;
  const own = String(fileOf(document));
  const file = (await project.of(document)).find(({ uri }) => String(uri) === own);
  return (file?.citations.citations ?? [])
    .flatMap(({ keys }) => keys.filter(cited => cited.key === key))
    .map(({ start, end }) => file!.placeOf(start, end));
}

/** The one behind the place where the cursor is, if it is at one of them; else the first. */
function nextOf(places: readonly PlaceInFile[]): PlaceInFile {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  const at = places.findIndex(
    ({ uri, range }) =>
      String(uri) === String(editor?.document.uri) && editor && range.contains(editor.selection.active),
  );
  return places[(at + 1) % places.length]!;
}

/** A document that was opened just now is looked through a moment later: resolves when the place has its problem, or soon. */
async function diagnosed({ uri, range }: PlaceInFile): Promise<void> {
  const isThere = () => vscode.languages.getDiagnostics(uri).some(one => one.range.intersection(range));
  if (isThere()) return;
  await new Promise<void>(resolve => {
    const end = () => {
      clearTimeout(limit);
      listener.dispose();
      resolve();
    };
    const limit = setTimeout(end, maxDiagnosing);
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(one => String(one) === String(uri)) && isThere()) end();
    });
  });
}

async function show({ uri, range, cell }: PlaceInFile): Promise<void> {
  if (cell !== undefined) {
    await showInNotebook(uri, range, cell);
    return;
  }
  const open = vscode.window.visibleTextEditors.find(editor => String(editor.document.uri) === String(uri));
  await vscode.window.showTextDocument(uri, {
    selection: range,
    ...(open?.viewColumn && { viewColumn: open.viewColumn }),
  });
}

/** A cell is shown in its notebook, which is opened for it. */
async function showInNotebook(uri: vscode.Uri, range: vscode.Range, index: number): Promise<void> {
  const { notebookDocuments } = vscode.workspace;
  const notebook =
    notebookDocuments.find(one =>
      one.getCells().some(({ document }) => String(document.uri) === String(uri)),
    ) ?? (await vscode.workspace.openNotebookDocument(uri));
  const shown = vscode.window.visibleNotebookEditors.find(editor => editor.notebook === notebook);
  const viewColumn = shown?.viewColumn;
  await vscode.window.showNotebookDocument(notebook, {
    selections: [new vscode.NotebookRange(index, index + 1)],
    ...(viewColumn && { viewColumn }),
  });
  const cell = notebook.cellAt(index).document.uri;
  await vscode.commands.executeCommand('vscode.open', cell, {
    selection: range,
    ...(viewColumn && { viewColumn }),
  });
}
