import * as vscode from 'vscode';
import { type PlacedCell, placedCells } from '../../core/citing/notebook/notebook';
import { notebookCell } from './languages';

/** The notebook that a document is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== notebookCell) return undefined;
  return vscode.workspace.notebookDocuments.find(notebook =>
    notebook.getCells().some(cell => cell.document === document),
  );
}

/** The file that a document is, or is a part of: the address of a cell is that of no file, elsewhere than on this machine not even in its path's place. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

/** The text that declares: for a cell that of its whole notebook, whose metadata stand in another cell, with the cell's own place in it. */
export function wholeText(document: vscode.TextDocument): { text: string; place?: PlacedCell | undefined } {
  const notebook = notebookOf(document);
  if (!notebook) return { text: document.getText() };
  const cells = notebook.getCells();
  const { text, places } = placedCells(
    cells.map(cell => ({
      kind:
        cell.kind === vscode.NotebookCellKind.Markup
          ? 'markdown'
          : cell.document.languageId === 'raw'
            ? 'raw'
            : 'code',
      text: cell.document.getText(),
    })),
  );
  const own = cells.findIndex(cell => cell.document === document);
  return { text, place: places.find(({ index }) => index === own) };
}
