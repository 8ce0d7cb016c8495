// In the window of `npm start`: where nothing is open yet, the sample manuscript, and the library beside it.
const vscode = require('vscode');

exports.activate = async () => {
  const isOpen = vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (isOpen || !folder) return;
  await vscode.commands.executeCommand('literature.library.focus');
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'generalization.md'), {
    preview: false,
  });
};
