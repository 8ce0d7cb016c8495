import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, marked, setting, textOf, until, write } from './writing';

const key = 'schlaginhaufen2023identifiability';
const cite = (argument: unknown = key) =>
  vscode.commands.executeCommand('literature.insertCitation', argument);
const before = 'Known |.\n';

describe('an edit that VS Code refuses', () => {
  let watching: vscode.Disposable | undefined;
  beforeEach(async () => {
    emptyWorkspace();
    await setting('addToBibliography', 'always');
    await vscode.env.clipboard.writeText('');
  });
  afterEach(async () => {
    watching?.dispose();
    await closeAll();
  });

  it('since the document changes while its bibliography is made: no bibliography stays behind, and the key is copied', async () => {
    const editor = await write('paper.md', before);
    const { document } = editor;
    let attempts = 0;
    watching = vscode.workspace.onWillCreateFiles(({ files, waitUntil }) => {
      if (!files.some(({ path }) => path.endsWith('.bib'))) return;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), `${++attempts}. `);
      waitUntil(vscode.workspace.applyEdit(edit));
    });
    await cite();
    assert.ok(attempts > 0);
    assert.match(document.getText(), /^[\d. ]+Known \.\n$/);
    await until(() => !fs.existsSync(inWorkspace('references.bib').fsPath));
    assert.equal(await vscode.env.clipboard.readText(), key);
  });

  it('since another program made the bibliography meanwhile: what that wrote stays, and nothing is cited that is nowhere', async () => {
    const theirs = '@book{theirs2020, title = {Theirs}}\n';
    const editor = await write('paper.md', before);
    let isMade = false;
    watching = vscode.workspace.onWillCreateFiles(() => {
      if (!isMade) fs.writeFileSync(inWorkspace('references.bib').fsPath, theirs);
      isMade = true;
    });
    await cite();
    assert.ok(isMade);
    // The second attempt finds it.
    await until(() => textOf('references.bib').includes(`{${key},`));
    assert.ok(textOf('references.bib').startsWith(theirs));
    assert.match(
      marked(editor),
      new RegExp(`bibliography: references\\.bib\\n---\\n\\nKnown \\[@${key}\\]\\|\\.`),
    );
  });

  it('or may refuse, since somebody types at the same moment: a key is in the document and in the bibliography, or in neither', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `of2020n${at}`);
    fs.mkdirSync(inWorkspace('pool').fsPath);
    fs.writeFileSync(
      inWorkspace('pool/pool.bibtex').fsPath,
      names
        .map(name => `@book{${name}, title = {The book ${name}}, author = {Roe, ${name}}, year = 2020}\n`)
        .join(''),
    );
    fs.writeFileSync(inWorkspace('typed.bib').fsPath, '@book{own2020, title = {Own}}\n');
    const pool = inWorkspace('pool/pool.bibtex').toString();
    await until(async () => {
      await vscode.commands.executeCommand('literature.copyBibtex', { key: names[0], source: pool });
      return (await vscode.env.clipboard.readText()).includes(names[0]!);
    });
    const editor = await write('typed.md', '---\nbibliography: typed.bib\n---\n\nKnown |.\n');
    for (const name of names) {
      let isDone = false;
      const citing = Promise.resolve(cite({ key: name, source: pool })).finally(() => {
        isDone = true;
      });
      while (!isDone) await vscode.commands.executeCommand('type', { text: 'x' });
      await citing;
    }
    const text = editor.document.getText();
    await until(() => {
      const written = textOf('typed.bib');
      return names.every(name => text.includes(`@${name}`) === written.includes(`{${name},`));
    });
  });
});
