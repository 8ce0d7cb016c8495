import * as vscode from 'vscode';

/** Calls `then` when such a change is made in a document within so many milliseconds, once; never any more when it is disposed of. */
export function onceChanged(
  document: vscode.TextDocument,
  isSuch: (change: vscode.TextDocumentContentChangeEvent) => boolean,
  within: number,
  then: (change: vscode.TextDocumentContentChangeEvent) => void,
): vscode.Disposable {
  const listening = vscode.workspace.onDidChangeTextDocument(event => {
    const made = event.document === document ? event.contentChanges.find(isSuch) : undefined;
    if (!made) return;
    end();
    then(made);
  });
  const timer = setTimeout(() => end(), within);
  const end = () => {
    clearTimeout(timer);
    listening.dispose();
  };
  return new vscode.Disposable(end);
}
