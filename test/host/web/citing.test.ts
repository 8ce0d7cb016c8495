import assert from 'node:assert';
import * as vscode from 'vscode';

const key = 'schlaginhaufen2023identifiability';

/** A document that was never saved, in the browser. */
async function write(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

describe('citing in a web extension host', () => {
  it('shows the reference over its key', async () => {
    const document = await write('markdown', `As @${key} say.`);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 8),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value))
      .join('');
    assert.match(text, /Identifiability and Generalizability in Constrained Inverse/);
  });

  it('has an outline of a bibliography, and tells of its entries', async () => {
    const document = await write('bibtex', '@book{roe1999,\n  title = {The Book of Roe}\n}\n');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name, detail }) => `${name}: ${detail}`),
      ['roe1999: The Book of Roe'],
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 8),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value));
    assert.match(text.join(''), /The Book of Roe/);
  });

  it('completes a key by words of the title', async () => {
    const document = await write('latex', '\\cite{grokking');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 14),
    );
    const keys = items.map(({ label }) => (typeof label === 'string' ? label : label.description));
    assert.ok(keys.includes('li2026find'));
  });

  it('copies a reference formatted by a citation style', async () => {
    await vscode.commands.executeCommand('literature.copyReference', key);
    assert.match(await vscode.env.clipboard.readText(), /^Schlaginhaufen, A\., & Kamgarpour, M\. \(2023\)\./);
  });
});
