import assert from 'node:assert';
import * as vscode from 'vscode';

describe('the search in a web extension host', () => {
  it('cites the best match of a search', async () => {
    const settings = vscode.workspace.getConfiguration('literature');
    await settings.update('addToBibliography', 'never', vscode.ConfigurationTarget.Global);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Known .\n' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 6, 0, 6);
    let isDone = false;
    const query = 'Identifiability and Generalizability in Constrained Inverse Reinforcement Learning';
    const searching = Promise.resolve(vscode.commands.executeCommand('literature.search', query)).finally(
      () => {
        isDone = true;
      },
    );
    while (!isDone) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise(resolve => setTimeout(resolve, 30));
    }
    await searching;
    assert.equal(document.getText(), 'Known [@schlaginhaufen2023identifiability].\n');
  });
});
