// The entry point on the desktop and over SSH: the same script as in a browser, and what only Node can do.
import path from 'node:path';
import type * as vscode from 'vscode';
import type * as Extension from './extension';
import { allNodeParts } from './vscode/node/allNodeParts';
import { loadKeptScript } from './vscode/node/keptCode';

/** What is used often has run by then. */
const keptAfter = 20_000;

export function activate(context: vscode.ExtensionContext): ReturnType<typeof Extension.activate> {
  const folder = path.join(context.globalStorageUri.fsPath, 'code');
  const script = loadKeptScript(path.join(__dirname, 'extension.js'), folder, require);
  const timer = setTimeout(() => void script.keep(), keptAfter);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
  const extension = script.exports as typeof Extension;
  extension.runInNode(allNodeParts);
  return extension.activate(context);
}
