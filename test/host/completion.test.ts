import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, setting, until, write } from './writing';

const key = 'schlaginhaufen2023identifiability';

/** What we suggest at the cursor. */
async function suggestionsAt({ document, selection }: vscode.TextEditor): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
    undefined,
    20,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
}

const latex = (body: string) => `\\documentclass{article}\n\\begin{document}\n${body}\n\\end{document}\n`;

describe('completion', () => {
  before(() => setting('addToBibliography', 'never'));
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  for (const [file, text] of [
    ['paper.md', 'As @schlagin| say.'],
    ['paper.md', 'As [@one; @identifiability| say.'],
    ['paper.md', 'As [see @kamgarpour|].'],
    ['paper.tex', latex('As \\cite{schlagin|} say.')],
    ['paper.tex', latex('As \\citep[see][3]{one,\n  identifiab|} say.')],
    ['paper.tex', latex('As \\textcite{|}')],
    ['paper.typ', 'As @schlagin| say.'],
  ] as const)
    it(`suggests by any word in ${JSON.stringify(text)}`, async () => {
      const items = await suggestionsAt(await write(file, text));
      const inserted = items.map(({ insertText }) =>
        typeof insertText === 'string' ? insertText : insertText!.value,
      );
      if (/\{\|/.test(text)) assert.ok(items.length > 10);
      else assert.match(inserted[0] ?? '', new RegExp(key));
    });

  for (const [file, text] of [
    ['paper.md', 'Mail me@schlagin|'],
    ['paper.md', 'Code `@schlagin|` here.'],
    ['paper.md', '```\n@schlagin|\n```\n'],
    ['paper.md', 'A \\@schlagin|'],
    ['paper.tex', latex('% \\cite{schlagin|}')],
    ['paper.tex', latex('\\label{schlagin|}')],
    ['paper.tex', latex('\\begin{verbatim}\n\\cite{schlagin|}\n\\end{verbatim}')],
  ] as const)
    it(`is silent in ${JSON.stringify(text)}`, async () => {
      assert.deepEqual(await suggestionsAt(await write(file, text)), []);
    });

  it('shows key, authors, year and title, and the abstract beside them', async () => {
    const [item] = await suggestionsAt(await write('paper.md', 'As @schlagin|'));
    const label = item!.label as vscode.CompletionItemLabel;
    assert.equal(label.label, key);
    assert.match(label.detail!, /Schlaginhaufen.*2023.*Identifiability and Generalizability/);
    assert.match((item!.documentation as vscode.MarkdownString).value, /Two main challenges/);
  });

  it('suggests what the document lists itself first, but for keys that begin so, and adds nothing for it', async () => {
    const listing =
      '\\begin{thebibliography}{9}\n\\bibitem{mine} J. Doe, \\emph{A Study of Schlagin}, 2020.\n\\end{thebibliography}';
    const [first] = await suggestionsAt(
      await write('paper.tex', latex(`As \\cite{study|} say.\n${listing}`)),
    );
    assert.equal(first?.insertText, 'mine');
    assert.equal(first?.detail, 'listed in this document');
    assert.equal(first?.command, undefined);
    const begun = await suggestionsAt(
      await write('other.tex', latex(`As \\cite{schlagin|} say.\n${listing}`)),
    );
    assert.deepEqual(
      begun.slice(0, 2).map(({ insertText }) => insertText),
      [key, 'mine'],
    );
    const metadata = '---\nreferences:\n- id: mine\n  title: The Migration of Geese\n---\n\n';
    const [own] = await suggestionsAt(await write('paper.md', `${metadata}As @geese|`));
    assert.equal(own?.insertText, 'mine');
  });

  it('puts the key in place of what was typed', async () => {
    const editor = await write('paper.md', 'As [@schlagin|] say.');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() !== 'As [@schlagin] say.';
    });
    assert.equal(editor.document.getText(), `As [@${key}] say.`);
  });

  it('leaves the collection out where that is set, and takes it in again', async () => {
    const editor = await write('paper.md', 'As @schlagin|');
    assert.ok((await suggestionsAt(editor)).length > 0);
    await vscode.commands.executeCommand('literature.hideCollection');
    await until(async () => (await suggestionsAt(editor)).length === 0);
    await vscode.commands.executeCommand('literature.showCollection');
    await until(async () => (await suggestionsAt(editor)).length > 0);
  });

  it('is silent where it is turned off', async () => {
    await setting('completion.enabled', false);
    assert.deepEqual(await suggestionsAt(await write('paper.md', 'As @schlagin|')), []);
    await setting('completion.enabled', undefined);
  });
});
