import * as vscode from 'vscode';
import type { Surroundings } from '../../core/citing/citation';
import {
  type CellText,
  kindOfRaw,
  type PlacedCell,
  type PlacedCells,
  placedCells,
} from '../../core/citing/notebook/notebook';
import { numbersKey } from '../../core/util/hash';
import { notebookCell, rawCell } from './languages';

/** The notebook that a document is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== notebookCell) return undefined;
  const known = notebooksOfCells.get(document);
  if (known && !known.isClosed) return known;
  const notebook = vscode.workspace.notebookDocuments.find(one =>
    one.getCells().some(cell => cell.document === document),
  );
  if (notebook) notebooksOfCells.set(document, notebook);
  return notebook;
}

const notebooksOfCells = new WeakMap<vscode.TextDocument, vscode.NotebookDocument>();

/** The file that a document is, or is a part of: the address of a cell is that of no file, elsewhere than on this machine not even in its path's place. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

/** What is one document to its program, and to whoever keeps what was found out about it. */
export function wholeOf(document: vscode.TextDocument): vscode.TextDocument | vscode.NotebookDocument {
  return notebookOf(document) ?? document;
}

/** The documents that make up what a document is a part of: of a notebook its cells. */
export function partsOf(document: vscode.TextDocument): readonly vscode.TextDocument[] {
  return (
    notebookOf(document)
      ?.getCells()
      .map(cell => cell.document) ?? [document]
  );
}

/** Another one whenever the document, or another cell of its notebook, has another text. */
export function stateOf(document: vscode.TextDocument): number {
  const notebook = notebookOf(document);
  return notebook ? stateOfNotebook(notebook) : document.version;
}

/** Told by which cells it has in which versions: it is asked at every look at a cell. */
function stateOfNotebook(notebook: vscode.NotebookDocument): number {
  return numbersKey(
    notebook
      .getCells()
      .flatMap(cell => [
        numberOf(cell.document),
        cell.document.version,
        cell.document.languageId === rawCell ? kindOf(cell).length : 0,
      ]),
  );
}

const numbers = new WeakMap<vscode.TextDocument, number>();
let lastNumber = 0;

function numberOf(document: vscode.TextDocument): number {
  const known = numbers.get(document) ?? ++lastNumber;
  numbers.set(document, known);
  return known;
}

/** A notebook that is open as the one text that it is to its program. */
export interface OpenNotebook extends PlacedCells {
  readonly state: number;
  readonly notebook: vscode.NotebookDocument;
}

const texts = new WeakMap<vscode.NotebookDocument, OpenNotebook>();

export function textOfNotebook(notebook: vscode.NotebookDocument): OpenNotebook {
  const state = stateOfNotebook(notebook);
  const known = texts.get(notebook);
  if (known?.state === state) return known;
  const read = { ...placedCells(cellTexts(notebook)), state, notebook };
  texts.set(notebook, read);
  return read;
}

export function cellTexts(notebook: vscode.NotebookDocument): CellText[] {
  return notebook.getCells().map(cell => ({ kind: kindOf(cell), text: cell.document.getText() }));
}

/** The text that declares: for a cell that of its whole notebook, whose metadata stand in another cell, with the cell's own place in it. */
export function wholeText(document: vscode.TextDocument): { text: string; place?: PlacedCell | undefined } {
  const notebook = notebookOf(document);
  if (!notebook) return { text: document.getText() };
  const { text, places } = textOfNotebook(notebook);
  const own = cellOf(notebook, document)?.index;
  return { text, place: places.find(({ index }) => index === own) };
}

/** What stands around a cell of text in its notebook; around one that is handed on as it is, what says so. */
export function surroundingsOf(document: vscode.TextDocument, isMyst: boolean): Surroundings | undefined {
  const notebook = notebookOf(document);
  const cell = notebook && cellOf(notebook, document);
  if (!cell) return undefined;
  const kind = kindOf(cell);
  if (kind === 'code') return undefined;
  // Sphinx and mystmd read each cell by itself, and no raw ones.
  if (isMyst) return kind === 'markdown' ? undefined : unread;
  const { text, places } = textOfNotebook(notebook);
  const place = places.find(({ index }) => index === cell.index);
  return place ? { before: text.slice(0, place.start), after: text.slice(place.end) } : unread;
}

const unread: Surroundings = { before: '```\n', after: '\n```' };

function cellOf(
  notebook: vscode.NotebookDocument,
  document: vscode.TextDocument,
): vscode.NotebookCell | undefined {
  return notebook.getCells().find(cell => cell.document === document);
}

function kindOf({ kind, document, metadata }: vscode.NotebookCell): CellText['kind'] {
  if (kind === vscode.NotebookCellKind.Markup) return 'markdown';
  if (document.languageId !== rawCell) return 'code';
  // What the file says of the cell, as VS Code keeps it; older ones apart from what they know themselves.
  return kindOfRaw(metadata.metadata ?? metadata.custom?.metadata);
}
