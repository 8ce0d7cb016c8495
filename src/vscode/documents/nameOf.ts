import type * as vscode from 'vscode';

/** The name of a file: `references.bib`. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
