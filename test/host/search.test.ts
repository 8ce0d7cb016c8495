import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, closeAll, emptyWorkspace, marked, setting, write, writeUntitled } from './writing';

const title = 'Identifiability and Generalizability in Constrained Inverse Reinforcement Learning';
const key = 'schlaginhaufen2023identifiability';

describe('search', () => {
  beforeEach(async () => {
    emptyWorkspace();
    await setting('addToBibliography', 'never');
  });
  afterEach(closeAll);

  it('cites the best match in Markdown', async () => {
    const editor = await write('paper.md', 'As is known |.\n');
    await accepting('literature.search', title);
    assert.equal(marked(editor), `As is known [@${key}]|.\n`);
  });

  it('cites in LaTeX with the command the document uses', async () => {
    const text = '\\documentclass{article}\n\\begin{document}\nA \\citep{a}. B |.\n\\end{document}\n';
    const editor = await write('paper.tex', text);
    await accepting('literature.search', title);
    assert.match(marked(editor), new RegExp(`B \\\\citep\\{${key}\\}\\|\\.`));
  });

  it('forgives typing errors and the order of words', async () => {
    const editor = await write('paper.md', '|\n');
    await accepting('literature.search', 'reinforcment inverse constrianed identifiability');
    assert.equal(marked(editor), `[@${key}]|\n`);
  });

  it('finds for the sentence that is being written', async () => {
    const editor = await write(
      'paper.md',
      'First. The reward can be identified in constrained inverse reinforcement learning|\n',
    );
    await accepting('literature.citeSentence');
    assert.match(marked(editor), /learning ?\[@\w+\]\|\n/);
  });

  it('adds to the citation the cursor is in', async () => {
    const editor = await write('paper.md', 'Known [@one|] things.\n');
    await accepting('literature.search', title);
    assert.match(editor.document.getText(), new RegExp(`Known \\[@one; ?@${key}\\] things`));
  });

  it('cites at every cursor', async () => {
    const editor = await write('paper.md', 'One |.\n\nTwo |.\n');
    await accepting('literature.search', title);
    assert.equal(marked(editor), `One [@${key}]|.\n\nTwo [@${key}]|.\n`);
  });

  it('cites in a document that was never saved', async () => {
    const editor = await writeUntitled('markdown', 'Known |.\n');
    await accepting('literature.search', title);
    assert.equal(marked(editor), `Known [@${key}]|.\n`);
  });

  it('copies the key where there is no document to cite in', async () => {
    await vscode.env.clipboard.writeText('');
    await writeUntitled('javascript', '|');
    await accepting('literature.search', title);
    assert.equal(await vscode.env.clipboard.readText(), key);
  });
});
