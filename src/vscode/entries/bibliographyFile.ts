import * as vscode from 'vscode';
import type { AddEntriesOptions, AddedEntries } from '../../core/bibliography/write/addEntries';
import { errorMessage } from '../../core/util/errorMessage';
import { nameOf } from '../documents/nameOf';
import { toVscodeEdit } from '../documents/textEdits';
import { encodingOf, openDocument } from '../files/fileDocument';
import { areEqual, changeFile } from '../files/replaceFile';
import { isDiskFull, noRoomFor, notSaved } from '../files/saveDocument';
import { savedEdit } from '../files/savedEdits';
import { held, knownBibliography, type ReadBibliography, readBibliography } from './bibliographyContent';
import type { HeldContent } from './entryWriter';
import type { Refusal, WritableFile } from './writeGate';

/** Works out what a bibliography lacks, given what it holds: see `WriteRequest`. `undefined` when nothing can be added to it. */
export type Change = (content: HeldContent, options: AddEntriesOptions) => Promise<AddedEntries | undefined>;

/** What is about to happen to a bibliography. */
export interface PlannedChange {
  /** The keys that what is added has there. */
  readonly keys: readonly string[];
  /** Adds its part to an edit that is applied, and undone, as one; what is replaced on disk has none. */
  readonly addTo?: (edit: vscode.WorkspaceEdit) => void;
  /** To be called once the edit is applied: saves what was saved before, and looks whether it is there. Gives the reason when it is not. */
  readonly finish: () => Promise<string | undefined>;
  /** To be called when the edit was refused: takes back what was done of it. */
  readonly takeBack: () => Promise<void>;
}

/**
 * Plans a change of a bibliography: in the open editor's text where there is one, else in the file's.
 * @param stamp the file's state, where it was looked at just now
 */
export async function planChange(
  file: WritableFile,
  change: Change,
  stamp?: string,
): Promise<PlannedChange | Refusal> {
  const { uri } = file;
  const name = nameOf(uri);
  try {
    const read = (stamp && knownBibliography(uri, stamp)) || (await readFile(uri, name));
    if (!read) return await newFile(uri, name, await change(held(''), {}));
    if ('refusal' in read) return read;
    const { document, content, version } = read;
    if (!document) return await changeBytes(uri, content, name, change);
    const planned = await changeDocument(document, content, name, change);
    // It was edited meanwhile: what is added would come where something else stands now.
    return document.version === version ? planned : await planChange(file, change);
  } catch (error) {
    return { refusal: vscode.l10n.t('{0} cannot be read ({1})', name, errorMessage(error)) };
  }
}

/** What a file holds, where it can be written; `undefined` where there is none. */
async function readFile(uri: vscode.Uri, name: string): Promise<ReadBibliography | Refusal | undefined> {
  const stat = await statOf(uri);
  if (!stat) return undefined;
  if (!(stat.type & vscode.FileType.File)) return { refusal: vscode.l10n.t('{0} is no file', name) };
  if (stat.permissions) return { refusal: vscode.l10n.t('{0} is read-only', name) };
  const read = await readBibliography(uri, stat);
  return read ?? { refusal: vscode.l10n.t('{0} is in UTF-16; save it as UTF-8', name) };
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return (await statOf(uri)) !== undefined;
}

async function newFile(
  uri: vscode.Uri,
  name: string,
  added: AddedEntries | undefined,
): Promise<PlannedChange | Refusal> {
  if (!added) return { refusal: vscode.l10n.t('{0} cannot be made', name) };
  const contents = new TextEncoder().encode(added.edit?.text ?? '');
  if (await isDiskFull(uri, contents.length)) return { refusal: noRoomFor(name) };
  const holds = async () => areEqual(await vscode.workspace.fs.readFile(uri), contents);
  return {
    keys: added.keys,
    addTo: edit => edit.createFile(uri, { contents, ignoreIfExists: false, overwrite: false }),
    finish: async () =>
      (await holds().catch(() => false))
        ? undefined
        : await removeCut(uri, contents).then(() => noRoomFor(name)),
    takeBack: () => removeCut(uri, contents),
  };
}

/** Removes a new file, also one of which a full disk took a part only: half an entry is of no use. What others wrote stays. */
async function removeCut(uri: vscode.Uri, contents: Uint8Array): Promise<void> {
  try {
    const taken = await vscode.workspace.fs.readFile(uri);
    if (areEqual(taken, contents.subarray(0, taken.length))) await vscode.workspace.fs.delete(uri);
  } catch {
    // There is none.
  }
}

async function changeDocument(
  document: vscode.TextDocument,
  content: HeldContent,
  name: string,
  change: Change,
): Promise<PlannedChange | Refusal> {
  const ascii = !/^utf-?(?:8|16)/i.test(encodingOf(document));
  const added = await change(content, { ascii });
  if (!added) return { refusal: vscode.l10n.t('{0} is not in the form its name promises', name) };
  const { keys, edit: insertion } = added;
  if (ascii && insertion && /[^\0-\x7f]/.test(insertion.text))
    return { refusal: vscode.l10n.t('{0} cannot hold every letter in its encoding; save it as UTF-8', name) };
  const save = insertion && !document.isDirty ? savedEdit(document) : undefined;
  if (save && (await isDiskFull(document.uri, 4 * insertion!.text.length)))
    return { refusal: noRoomFor(name) };
  return {
    keys,
    ...(insertion && { addTo: edit => edit.set(document.uri, [toVscodeEdit(document, insertion)]) }),
    finish: async () => (!save || (await save()) ? undefined : notSaved(name)),
    takeBack: async () => {},
  };
}

/** For files that no editor can hold without loss, see `documentWith`, or that are not in UTF-8. Undo does not reach these. */
async function changeBytes(
  uri: vscode.Uri,
  content: HeldContent,
  name: string,
  change: Change,
): Promise<PlannedChange | Refusal> {
  if (openDocument(uri)?.isDirty)
    return { refusal: vscode.l10n.t('{0} has unsaved changes; save it first', name) };
  const planned = await change(content, {});
  if (!planned) return { refusal: vscode.l10n.t('{0} cannot be added to as it is; save it in UTF-8', name) };
  return {
    keys: planned.keys,
    finish: async () => {
      if (!planned.edit) return undefined;
      try {
        const changed = await changeFile(uri, async contents => {
          // It may have changed since it was planned.
          const added = await change(held(contents), { keysAreFixed: true });
          return added && withEdit(contents, added);
        });
        return changed
          ? undefined
          : vscode.l10n.t('Nothing was added to {0}, which other programs are writing', name);
      } catch (error) {
        return vscode.l10n.t(
          'Nothing was added to {0}, which could not be written ({1})',
          name,
          errorMessage(error),
        );
      }
    },
    takeBack: async () => {},
  };
}

function withEdit(bytes: Uint8Array, { edit }: AddedEntries): Uint8Array {
  if (!edit) return bytes;
  const text = new TextEncoder().encode(edit.text);
  const result = new Uint8Array(bytes.length - (edit.end - edit.start) + text.length);
  result.set(bytes.subarray(0, edit.start));
  result.set(text, edit.start);
  result.set(bytes.subarray(edit.end), edit.start + text.length);
  return result;
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}
