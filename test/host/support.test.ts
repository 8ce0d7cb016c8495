import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, closeAll, emptyWorkspace, marked, setting, until, write } from './writing';

describe('finding support', () => {
  beforeEach(async () => {
    emptyWorkspace();
    await setting('addToBibliography', 'always');
  });
  afterEach(closeAll);

  const claim = 'Models follow constraints in instructions worse the later these stand';

  for (const [file, placeholder, cited] of [
    ['paper.md', '[citation needed]', /stand \[@\w+\]\|\./],
    ['paper.tex', '\\cite{?}', /stand \\cite\{\w+\}\|\./],
    ['paper.typ', '#cite(<?>)', /stand @\w+\|\./],
  ] as const)
    it(`cites in the place of ${placeholder}, and one undo brings it back`, async () => {
      const text = `${file.endsWith('tex') ? '\\documentclass{article}\n\\begin{document}\n' : ''}${claim} ${placeholder}.\n`;
      const editor = await write(file, text.replace(placeholder, `|${placeholder}`));
      await accepting('literature.findSupport');
      await until(() => cited.test(marked(editor)));
      await vscode.commands.executeCommand('undo');
      await until(() => editor.document.getText() === text);
    });

  it('walks through the placeholders, and begins again behind the last', async () => {
    const editor = await write('walk.md', '|One [@?], two [REF], `[REF]`, three (ref).\n');
    const visited: string[] = [];
    for (let step = 0; step < 4; step++) {
      await vscode.commands.executeCommand('literature.nextPlaceholder');
      visited.push(editor.document.getText(editor.selection));
    }
    assert.deepEqual(visited, ['[@?]', '[REF]', '(ref)', '[@?]']);
  });

  it('is offered where a citation is missing', async () => {
    const editor = await write('offer.md', 'So it is |[citation needed].\n');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
    );
    assert.ok(actions.some(({ title }) => title === 'Find Support…'));
  });
});
