import * as vscode from 'vscode';
import { editBetween } from '../../core/model/textEdit';
import { toVscodeEdit } from '../documents/textEdits';
import { changeFile } from '../files/replaceFile';
import type { WritableFile } from './writeGate';

/** How long a document may take to hold what its file does. */
const patience = 2000;

/** Turns the text of a bibliography into the text it should have; `undefined` when it cannot. `ascii`: nothing else may be written. */
export type Change = (text: string, ascii: boolean) => string | undefined;

/** What is about to happen to a bibliography. */
export interface PlannedChange {
  /** Adds its part to an edit that is applied, and undone, as one. */
  readonly addTo: (edit: vscode.WorkspaceEdit) => void;
  /** To be called once the edit is applied: saves what was saved before. Gives the reason when that fails. */
  readonly finish: () => Promise<string | undefined>;
}

/** Why nothing can be written, for people: `references.bib is read-only`. */
export interface Refusal {
  readonly refusal: string;
}

/** Plans a change of a bibliography: in the open editor's text where there is one, else in the file's. */
export async function planChange({ uri }: WritableFile, change: Change): Promise<PlannedChange | Refusal> {
  const name = nameOf(uri);
  const stat = await statOf(uri);
  if (!stat) return newFile(uri, name, change);
  if (!(stat.type & vscode.FileType.File)) return { refusal: `${name} is no file` };
  if (stat.permissions) return { refusal: `${name} is read-only` };
  const bytes = await vscode.workspace.fs.readFile(uri);
  const text = decodeUtf8(bytes);
  const document = text === undefined ? undefined : await documentWith(uri, text);
  return document ? changeDocument(document, name, change) : changeBytes(uri, name, bytes, change);
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return (await statOf(uri)) !== undefined;
}

function newFile(uri: vscode.Uri, name: string, change: Change): PlannedChange | Refusal {
  const text = change('', false);
  if (text === undefined) return { refusal: `${name} cannot be made` };
  const contents = new TextEncoder().encode(text);
  return {
    addTo: edit => edit.createFile(uri, { contents, ignoreIfExists: false, overwrite: false }),
    finish: async () => undefined,
  };
}

function changeDocument(
  document: vscode.TextDocument,
  name: string,
  change: Change,
): PlannedChange | Refusal {
  const before = document.getText();
  const after = change(before, false);
  if (after === undefined) return { refusal: `${name} is not in the form its name promises` };
  const saveAfterwards = !document.isDirty;
  const edits = before === after ? [] : [toVscodeEdit(document, editBetween(before, after))];
  return {
    addTo: edit => edit.set(document.uri, edits),
    finish: async () => {
      if (!saveAfterwards || (await document.save())) return undefined;
      return `${name} could not be saved; what was added is in its editor`;
    },
  };
}

/** For files that no editor can hold without loss, see `documentWith`, or that are not in UTF-8. Undo does not reach these. */
async function changeBytes(
  uri: vscode.Uri,
  name: string,
  bytes: Uint8Array,
  change: Change,
): Promise<PlannedChange | Refusal> {
  const isOpen = vscode.workspace.textDocuments.some(
    document => document.uri.toString() === uri.toString() && document.isDirty,
  );
  if (isOpen) return { refusal: `${name} has unsaved changes; save it first` };
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return { refusal: `${name} is in UTF-16; save it as UTF-8` };
  if (!changedBytes(bytes, change))
    return { refusal: `${name} cannot be added to as it is; save it in UTF-8` };
  return {
    addTo: () => {},
    finish: async () => {
      try {
        const changed = await changeFile(uri, contents => changedBytes(contents, change));
        return changed ? undefined : `Nothing was added to ${name}, which other programs are writing`;
      } catch (error) {
        return `Nothing was added to ${name}, which could not be written (${(error as Error).message})`;
      }
    },
  };
}

/** One character a byte, there and back: whatever the encoding, what is there stays as it is. */
function changedBytes(bytes: Uint8Array, change: Change): Uint8Array | undefined {
  const after = change(fromBytes(bytes), true);
  return after === undefined || /[^\0-\xff]/.test(after) ? undefined : toBytes(after);
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

/**
 * The document of a file, once it holds what the file does. `undefined` when none can: the file is larger than what VS Code gives to
 * extensions, or has line endings of two kinds, which an editor would make one.
 */
async function documentWith(uri: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
  const isCurrent = () => document.isDirty || document.getText() === text;
  if (!isCurrent() && inOneLineEnding(document.getText()) !== inOneLineEnding(text))
    await changeOf(document, isCurrent);
  return isCurrent() ? document : undefined;
}

/** VS Code sees a moment later than we do that another program changed a file. */
function changeOf(document: vscode.TextDocument, isCurrent: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(end, patience);
    const waiting = vscode.workspace.onDidChangeTextDocument(change => {
      if (change.document === document && isCurrent()) end();
    });
    function end() {
      clearTimeout(timer);
      waiting.dispose();
      resolve();
    }
  });
}

function inOneLineEnding(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Without a byte order mark, as documents have it; `undefined` for any other encoding. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fromBytes(bytes: Uint8Array): string {
  let text = '';
  const chunk = 8192;
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return text;
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}
