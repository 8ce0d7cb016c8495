import * as vscode from 'vscode';

/** How long a document may take to hold what its file does, in milliseconds. */
const timeoutMs = 2000;

/**
 * The document of a file, once it holds what the file does. `undefined` when none can: the file is not in UTF-8, is larger than what VS Code
 * gives to extensions, or has line endings of two kinds, which an editor would make one.
 */
export async function documentWith(
  uri: vscode.Uri,
  bytes: Uint8Array,
): Promise<vscode.TextDocument | undefined> {
  const text = decodeUtf8(bytes);
  if (text === undefined) return undefined;
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

/** The document of a file, where there is one already. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const name = uri.toString();
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === name);
}

/** The encoding a document is saved in, as VS Code names it: `utf8`, `windows1252`. */
export function encodingOf(document: vscode.TextDocument & { readonly encoding?: string }): string {
  // VS Code tells it since 1.100; before, the setting is what holds for files that say nothing themselves.
  return (
    document.encoding ?? vscode.workspace.getConfiguration('files', document).get<string>('encoding', 'utf8')
  );
}

/** VS Code sees a moment later than we do that another program changed a file. */
function changeOf(document: vscode.TextDocument, isCurrent: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(end, timeoutMs);
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
