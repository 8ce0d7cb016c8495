import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { measureBlocks } from '../../host/threadBlocks';
import { profileBlocks } from './profile';

/** What the extension host of the window runs: shows the document, waits until all of it is known, and measures blocks while one types. */
export async function run(): Promise<void> {
  const told = (name: string) => path.join(process.env.LITERATURE_TOLD!, name);
  const loadingProfile = await profileBlocks();
  const reading = measureBlocks();
  await vscode.extensions.getExtension('literature-lookup.literature-lookup')!.activate();
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'paper.md'));
  await vscode.window.showTextDocument(document);
  fs.writeFileSync(told('library-ready'), '');
  const at = document.positionAt(document.getText().lastIndexOf('@') + 3);
  await until(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    return hovers.length > 0;
  });
  const loading = reading.end();
  const loadingBlocks = await loadingProfile.end(reading.listed);
  fs.writeFileSync(told('typing-ready'), '');
  const typingProfile = await profileBlocks();
  const blocks = measureBlocks();
  await until(() => fs.existsSync(told('typed')));
  // What typing brought about comes later.
  await new Promise(resolve => setTimeout(resolve, 3000));
  const typing = blocks.end();
  const typingBlocks = await typingProfile.end(blocks.listed);
  const result = { blocks: typing, loading, loadingBlocks, typingBlocks };
  fs.writeFileSync(`${told('result.json')}.part`, JSON.stringify(result));
  fs.renameSync(`${told('result.json')}.part`, told('result.json'));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setTimeout(resolve, 100));
}
