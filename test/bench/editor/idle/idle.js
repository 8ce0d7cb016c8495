// An extension that looks for nothing: one hover and fifty rows, which are there at once, whatever is pointed at or typed. What it takes is what
// VS Code takes.
const vscode = require('vscode');

const rows = Array.from({ length: 50 }, (_, rank) => `roe${2000 + rank}`);

exports.activate = ({ subscriptions }) => {
  const provideCompletionItems = (document, { line, character }) => {
    const before = document.lineAt(line).text.slice(0, character);
    const typed = before.slice(before.lastIndexOf('@') + 1);
    // As ours: what is typed fits every row, and the list is made anew with every key.
    const items = rows.map((label, rank) => ({
      label,
      filterText: `${typed} ${label}`,
      sortText: String(rank).padStart(2, '0'),
    }));
    return new vscode.CompletionList(items, true);
  };
  subscriptions.push(
    vscode.languages.registerHoverProvider('markdown', { provideHover: () => new vscode.Hover('nothing') }),
    vscode.languages.registerCompletionItemProvider('markdown', { provideCompletionItems }, '@'),
    vscode.commands.registerCommand('idle.search', search),
  );
};

/** A list whose rows are made anew with every key. */
function search() {
  const list = vscode.window.createQuickPick();
  list.onDidChangeValue(value => {
    list.items = rows.map(label => ({ label: `${label} ${value}`, alwaysShow: true }));
  });
  list.items = rows.map(label => ({ label }));
  list.show();
}
