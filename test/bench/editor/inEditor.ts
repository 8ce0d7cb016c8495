import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/**
 * What the extension host of a fresh window runs: activates the extension, shows `paper.md` and measures, as LITERATURE_MEASURE says, the time
 * until its first `hover` or `completion`, or until the hover of the extension that does `nothing`. Writes milliseconds to LITERATURE_RESULT.
 */
export async function run(): Promise<void> {
  const measured = process.env.LITERATURE_MEASURE;
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const started = performance.now();
  const id = measured === 'nothing' ? 'bench.idle' : 'literature-lookup.literature-lookup';
  await vscode.extensions.getExtension(id)!.activate();
  const activation = performance.now() - started;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'paper.md'));
  await vscode.window.showTextDocument(document);
  const start = performance.now();
  const key = /@([^\s\]]+)/.exec(document.getText())!;
  const at = document.positionAt(key.index + 3);
  for (;;) {
    if (await (measured === 'completion' ? isCompleted(document, at, key[1]!) : isHovered(document, at)))
      break;
    if (performance.now() - start > 120_000) throw new Error(`No ${measured} within two minutes`);
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  const first = performance.now() - start;
  const kept = process.env.LITERATURE_KEPT;
  if (kept) await untilKept(kept);
  writeFileSync(process.env.LITERATURE_RESULT!, JSON.stringify({ first, activation }));
}

async function isHovered({ uri }: vscode.TextDocument, at: vscode.Position): Promise<boolean> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers.length > 0;
}

async function isCompleted({ uri }: vscode.TextDocument, at: vscode.Position, key: string): Promise<boolean> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    at,
  );
  return items.some(({ label, detail, insertText }) =>
    JSON.stringify([label, detail, insertText]).includes(key),
  );
}

/** Waits until the library and the extension's code lie in their caches, which are written after a while. */
async function untilKept(folder: string): Promise<void> {
  const { readdirSync } = await import('node:fs');
  const isKept = () => {
    const names = readdirSync(folder, { recursive: true }).map(String);
    return ['library.cache', '.code'].every(ending => names.some(name => name.endsWith(ending)));
  };
  while (!isKept()) await new Promise(resolve => setTimeout(resolve, 1000));
}
