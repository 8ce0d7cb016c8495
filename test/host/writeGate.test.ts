import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { accepting, closeAll, emptyWorkspace, inWorkspace, marked, setting, until, write } from './writing';

const key = 'schlaginhaufen2023identifiability';
const cite = () => vscode.commands.executeCommand('literature.insertCitation', key);
const citeAccepting = () => accepting('literature.insertCitation', key);

describe('what may be written', () => {
  let outside = '';
  const untouched = 'export PATH\n';
  const file = (name: string, text?: string) => {
    const whole = path.join(outside, name);
    if (text !== undefined) fs.writeFileSync(whole, text);
    return whole;
  };
  beforeEach(async () => {
    emptyWorkspace();
    outside = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-outside-'));
    await setting('addToBibliography', 'always');
  });
  afterEach(async () => {
    await closeAll();
    fs.rmSync(outside, { recursive: true, force: true });
  });
  after(() => setting('newBibliography', undefined));

  it('is no file that does not end like a bibliography, whatever a document says', async () => {
    const startup = file('.bashrc', untouched);
    const editor = await write('paper.md', `---\nbibliography: ${startup}\n---\n\nKnown |.\n`);
    await cite();
    assert.match(marked(editor), /Known \[@schlag\w+\]\|\./);
    assert.equal(fs.readFileSync(startup, 'utf8'), untouched);
  });

  it('makes no such file either', async () => {
    const startup = file('.login');
    await write(
      'paper.tex',
      `\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{${startup}}\n\\begin{document}\nKnown |.\n\\end{document}\n`,
    );
    await cite();
    assert.deepEqual(fs.readdirSync(outside), []);
  });

  it('is none that the settings name so', async () => {
    await setting('newBibliography', path.relative(inWorkspace('.').fsPath, file('.bash_profile')));
    await write('paper.md', 'Known |.\n');
    await cite();
    assert.deepEqual(fs.readdirSync(outside), []);
    await setting('newBibliography', undefined);
  });

  it('is none that a link in the workspace leads to', async () => {
    const startup = file('.bashrc', untouched);
    fs.symlinkSync(startup, inWorkspace('linked.bib').fsPath);
    fs.symlinkSync(file('.zshrc'), inWorkspace('dangling.bib').fsPath);
    for (const name of ['linked.bib', 'dangling.bib']) {
      await write(`${name}.md`, `---\nbibliography: ${name}\n---\n\nKnown |.\n`);
      await cite();
    }
    assert.equal(fs.readFileSync(startup, 'utf8'), untouched);
    assert.deepEqual(fs.readdirSync(outside), ['.bashrc']);
  });

  it('is a bibliography outside of the workspace only when it was named and chosen', async () => {
    const library = file('library.bib', '');
    await write('paper.md', `---\nbibliography: ${library}\n---\n\nKnown |.\n`);
    await citeAccepting();
    assert.equal(fs.readFileSync(library, 'utf8'), '', 'the first answer adds nothing');

    const isWritten = () => fs.readFileSync(library, 'utf8').includes(key);
    // Where the list comes between the two commands, the first answer is accepted before the second can be chosen: asked again, of another
    // document, with commands that come at other moments.
    for (let tries = 0; tries < 8 && !isWritten(); tries++) {
      await write(`again${tries}.md`, `---\nbibliography: ${library}\n---\n\nKnown |.\n`);
      let isAnswered = false;
      const asked = cite().then(() => {
        isAnswered = true;
      });
      await new Promise(resolve => setTimeout(resolve, 9 * tries));
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isAnswered || isWritten();
      });
      await asked;
    }
    assert.ok(isWritten());
  });

  it('is the key of an entry only in files that may be written', async () => {
    const startup = file('.bashrc', '@misc{own2020, title = {Own}}\n');
    const editor = await write('paper.md', `---\nbibliography: ${startup}\n---\n\nKnown [@own2020].\n`);
    const place = editor.document.positionAt(editor.document.getText().indexOf('own2020'));
    await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, place);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      place,
      'other2020',
    );
    assert.equal(edit.size, 0);
  });
});
