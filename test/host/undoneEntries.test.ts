import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, marked, setting, textOf, until, write } from './writing';

const key = 'schlaginhaufen2023identifiability';
const entry = '@book{mine,\n  title = {Mine}\n}\n';
/** Each test has a bibliography of its own: VS Code keeps documents, and what can be undone in them. */
let count = 0;
let bib = '';

describe('an entry that was added and saved', () => {
  beforeEach(async () => {
    emptyWorkspace();
    bib = `undone${++count}.bib`;
    fs.writeFileSync(inWorkspace(bib).fsPath, entry);
    await setting('addToBibliography', 'always');
  });
  afterEach(closeAll);

  const bibliography = () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === inWorkspace(bib).fsPath)!;
  const cite = async () => {
    const editor = await write(`undone${count}.md`, `---\nbibliography: ${bib}\n---\n\nKnown |.\n`);
    await vscode.commands.executeCommand('literature.insertCitation', key);
    assert.match(textOf(bib), new RegExp(key));
    return editor;
  };

  it('is gone from the file, too, when the citation is undone, and there when it is done again', async () => {
    const editor = await cite();
    const added = textOf(bib);
    for (let time = 0; time < 2; time++) {
      await vscode.commands.executeCommand('undo');
      assert.match(marked(editor), /Known \|\./);
      await until(() => textOf(bib) === entry && !bibliography().isDirty);
      await vscode.commands.executeCommand('redo');
      await until(() => textOf(bib) === added && !bibliography().isDirty);
      assert.match(editor.document.getText(), new RegExp(`Known \\[@${key}\\]`));
    }
  });

  for (const wait of [0, 2, 5, 10, 15, 20, 30, 50])
    it(`is gone from the file when the citation is undone while it is being saved, after ${wait} ms`, async () => {
      const editor = await write(`undone${count}.md`, `---\nbibliography: ${bib}\n---\n\nKnown |.\n`);
      const made = new Promise<void>(resolve => {
        const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
          if (document !== editor.document) return;
          listening.dispose();
          setTimeout(resolve, wait);
        });
      });
      const citing = vscode.commands.executeCommand('literature.insertCitation', key);
      await made;
      await vscode.commands.executeCommand('undo');
      await citing;
      await until(() => textOf(bib) === entry && !bibliography().isDirty);
      assert.equal(bibliography().getText(), entry);
      assert.match(editor.document.getText(), /Known \./);
    });

  it('and edited since stays unsaved when more than the entry is taken back', async () => {
    await cite();
    const document = bibliography();
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(0, 0), '% by hand\n');
    await vscode.workspace.applyEdit(typed);
    await document.save();
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until(() => document.isDirty);
    assert.match(textOf(bib), /^% by hand/);
  });
});
