import * as vscode from 'vscode';

/** Opens an address as it stands: a `Uri` would encode the `@` of `zotero://select/items/@key` and the `#` of a page (microsoft/vscode#85930). */
export async function openExternal(url: string): Promise<void> {
  await vscode.env.openExternal(url as unknown as vscode.Uri);
}
