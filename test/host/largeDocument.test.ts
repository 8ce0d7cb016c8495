import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, closeAll, emptyWorkspace, write } from './writing';

const key = 'schlaginhaufen2023identifiability';
const paragraph = `${'Words that say nothing in particular, one after another. '.repeat(20)}\n\n`;

describe('a document of 10 MB', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  it('is hovered over and cited in like any other', async () => {
    const { document } = await write('large.md', `As @${key} say.\n\n${paragraph.repeat(9000)}The end|.\n`);
    assert.ok(document.getText().length > 10_000_000);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 8),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value));
    assert.match(text.join(''), /Identifiability and Generalizability in Constrained Inverse/);
    await accepting('literature.insertCitation', { key });
    assert.match(document.getText().slice(-80), new RegExp(`The end \\[@${key}\\]\\.`));
  }).timeout(120_000);
});
