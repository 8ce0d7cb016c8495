import * as vscode from 'vscode';
import { nodeParts } from '../node/nodeParts';
import { encodingOf } from './fileDocument';
import { areEqual } from './replaceFile';

/** A disk with less room than this beside what is added counts as full, in bytes: VS Code empties a file before it writes it anew. */
const spare = 64_000;

/** Whether the disk of a file has no room for so many bytes more, as far as that can be told. */
export async function isDiskFull({ scheme, fsPath }: vscode.Uri, added: number): Promise<boolean> {
  const room = scheme === 'file' ? await nodeParts().roomFor?.(fsPath) : undefined;
  return room !== undefined && room < added + spare;
}

/**
 * Saves a document that we edited, and looks whether all of it is on disk: VS Code takes a file for saved of which a full disk took a part. What
 * was there before is put back then, and the document stays unsaved, so that neither is lost. Gives whether it was saved.
 */
export async function saveDocument(document: vscode.TextDocument): Promise<boolean> {
  const before = await readFile(document.uri);
  const isSaved = await document.save();
  const written = contentsOf(document);
  const { version } = document;
  const current = await readFile(document.uri);
  const isChanged = document.isDirty || document.version !== version;
  if (isSaved && (!written || isChanged || !current || current.length >= written.length)) return true;
  if (!before || !current || !isCut(current, before, written)) return false;
  // Else VS Code would take what is put back for the newer one.
  if (!document.isDirty) await markUnsaved(document);
  await vscode.workspace.fs.writeFile(document.uri, before).then(undefined, () => {});
  return false;
}

/**
 * Saves a document also where VS Code takes it for saved: a text that is undone while the next one is being written is what was saved last, so
 * that no save is due, and the file holds the other.
 * @param isOurs whether a text is one that we saved: what another program wrote stays
 */
export async function saveEvenIfUndone(
  document: vscode.TextDocument,
  isOurs: (text: string) => boolean,
): Promise<void> {
  await saveDocument(document);
  const contents = encodingOf(document) === 'utf8' ? contentsOf(document) : undefined;
  const current = await readFile(document.uri);
  if (!contents || !current || document.isDirty || areEqual(contents, current)) return;
  if (isOurs(new TextDecoder().decode(current))) await vscode.workspace.fs.writeFile(document.uri, contents);
}

/** The bytes that a document is saved as; `undefined` where only VS Code knows. */
function contentsOf(document: vscode.TextDocument): Uint8Array | undefined {
  // A byte order mark would be three more.
  return encodingOf(document).startsWith('utf8') ? new TextEncoder().encode(document.getText()) : undefined;
}

/** Whether a file holds the beginning of what it should and nothing else, rather than what another program wrote. */
function isCut(current: Uint8Array, before: Uint8Array, written: Uint8Array | undefined): boolean {
  const begins = (whole: Uint8Array | undefined) =>
    whole !== undefined &&
    current.length < whole.length &&
    areEqual(current, whole.subarray(0, current.length));
  return begins(before) || begins(written);
}

/** Replaces a letter by itself: the text stays, and VS Code asks before it is closed. */
async function markUnsaved(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const first = new vscode.Range(0, 0, 0, 1);
  edit.replace(document.uri, first, document.getText(first));
  await vscode.workspace.applyEdit(edit);
}

/** Why it was not, for people, and what to do. */
export function notSaved(name: string): string {
  return vscode.l10n.t(
    '{0} could not be saved; what was added is in its editor, unsaved. Is the disk full? Make room, then save it',
    name,
  );
}

/** Why nothing is added to a file whose disk is full, for people. */
export function noRoomFor(name: string): string {
  return vscode.l10n.t('{0} is on a disk that is full; make room, then add what is missing', name);
}

async function readFile(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}
