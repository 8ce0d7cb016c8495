import * as vscode from 'vscode';

/**
 * The rows that a key in a tree is about: the one with the focus, or all that are selected where it is one of them. VS Code tells extensions
 * of the selection only, and arrow keys move the focus alone: so the focused row is taken into the selection, or out of it, and back.
 */
export async function focusedRows(views: readonly vscode.TreeView<unknown>[]): Promise<readonly unknown[]> {
  const before = new Map(views.map(view => [view, view.selection]));
  let changed: vscode.TreeView<unknown> | undefined;
  const listeners = views.map(view =>
    view.onDidChangeSelection(() => {
      changed = view;
    }),
  );
  try {
    await vscode.commands.executeCommand('list.toggleSelection');
    if (!changed) return [];
    const was = before.get(changed)!;
    const now = changed.selection;
    const added = now.filter(row => !was.includes(row));
    await vscode.commands.executeCommand('list.toggleSelection');
    return added.length ? added : was;
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}
