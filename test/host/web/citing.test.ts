import assert from 'node:assert';
import * as vscode from 'vscode';

const key = 'schlaginhaufen2023identifiability';
/** On a slow machine the extension takes its time to start. */
const timesAsked = 60;

/** A document that was never saved, in the browser. */
async function write(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** What is shown over a place: asked again while the library is still being read. */
async function hoverAt({ uri }: vscode.TextDocument, character: number): Promise<string> {
  for (let asked = 0; ; asked++) {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(0, character),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value))
      .join('');
    if (text || asked === timesAsked) return text;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

describe('citing in a web extension host', () => {
  it('shows the reference over its key', async () => {
    const document = await write('markdown', `As [@${key}] say.`);
    assert.match(await hoverAt(document, 8), /Identifiability and Generalizability in Constrained Inverse/);
  });

  it('has an outline of a bibliography, and tells of its entries', async () => {
    const document = await write('bibtex', '@book{roe1999,\n  title = {The Book of Roe}\n}\n');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.equal(symbols.map(({ name, detail }) => `${name}: ${detail}`).join(), 'roe1999: The Book of Roe');
    assert.match(await hoverAt(document, 8), /The Book of Roe/);
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
