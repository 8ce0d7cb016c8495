import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

export const workspace = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

export const inWorkspace = (file: string): vscode.Uri => vscode.Uri.file(path.join(workspace(), file));

export const textOf = (file: string): string => fs.readFileSync(path.join(workspace(), file), 'utf8');

/** Waits until a condition holds: for what happens in other processes and tells nobody. */
export async function until<T>(
  condition: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > limit) throw new Error(`Not so within a minute: ${condition}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}

/** Opens a file with this text; each `|` is a cursor, and is not part of it. */
export async function write(file: string, marked: string): Promise<vscode.TextEditor> {
  const parts = marked.split('|');
  const text = parts.join('');
  const uri = inWorkspace(file);
  fs.mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  fs.writeFileSync(uri.fsPath, text);
  // Whoever asks while VS Code still looks for the file of this name that was removed is told that there is none.
  const document = await until<vscode.TextDocument>(async () =>
    vscode.workspace.openTextDocument(uri).then(undefined, () => undefined),
  );
  await until(() => document.getText() === text.replace(/^\uFEFF/, ''));
  const editor = await vscode.window.showTextDocument(document);
  placeCursors(editor, marked.replace(/^\uFEFF/, '').split('|'));
  return editor;
}

/** A document that was never saved, with cursors at each `|`. */
export async function writeUntitled(language: string, marked: string): Promise<vscode.TextEditor> {
  const parts = marked.split('|');
  const document = await vscode.workspace.openTextDocument({ language, content: parts.join('') });
  const editor = await vscode.window.showTextDocument(document);
  placeCursors(editor, parts);
  return editor;
}

/** The text of an editor with `|` at its cursors. */
export function marked({ document, selections }: vscode.TextEditor): string {
  let text = document.getText();
  for (const offset of selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => b - a))
    text = `${text.slice(0, offset)}|${text.slice(offset)}`;
  return text;
}

/** Runs a command that asks in lists, and takes the first answer each time. */
export async function accepting(command: string, ...args: unknown[]): Promise<void> {
  let done = false;
  const running = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => {
    done = true;
  });
  await until(async () => {
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done;
  });
  await running;
}

export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('literature')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  while (vscode.window.tabGroups.all.some(group => group.tabs.length)) {
    const before = vscode.window.activeTextEditor?.document;
    if (before?.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    else await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  }
}

/** Removes every file of the workspace. */
export function emptyWorkspace(): void {
  for (const name of fs.readdirSync(workspace()))
    if (name !== '.vscode') fs.rmSync(path.join(workspace(), name), { recursive: true, force: true });
}

function placeCursors(editor: vscode.TextEditor, parts: readonly string[]): void {
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  if (offsets.length)
    editor.selections = offsets.map(offset => {
      const position = editor.document.positionAt(offset);
      return new vscode.Selection(position, position);
    });
}
