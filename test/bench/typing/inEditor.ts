import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { measureBlocks } from '../../host/threadBlocks';

/** What the extension host of the window runs: shows the document, waits until all of it is known, and measures blocks while one types. */
export async function run(): Promise<void> {
  const told = (name: string) => path.join(process.env.LITERATURE_TOLD!, name);
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
  fs.writeFileSync(told('typing-ready'), '');
  const blocks = measureBlocks();
  await until(() => fs.existsSync(told('typed')));
  // What typing brought about comes later.
  await new Promise(resolve => setTimeout(resolve, 3000));
  fs.writeFileSync(`${told('result.json')}.part`, JSON.stringify({ blocks: blocks.end(), loading }));
  fs.renameSync(`${told('result.json')}.part`, told('result.json'));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setTimeout(resolve, 100));
}
