import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import {
  accepting,
  closeAll,
  emptyWorkspace,
  inWorkspace,
  marked,
  setting,
  textOf,
  until,
  write,
  writeUntitled,
} from './writing';

const key = 'schlaginhaufen2023identifiability';
const cite = () => vscode.commands.executeCommand('literature.insertCitation', key);
const entry = new RegExp(`@inproceedings\\{${key},`, 'i');
/** Each test has a bibliography of its own, so that none meets what another left in the library. */
let count = 0;
let bib = '';
const declaring = () => `---\nbibliography: ${bib}\n---\n\nKnown |.\n`;
const latex = (preamble: string, body: string) =>
  `\\documentclass{article}\n${preamble}\\begin{document}\n${body}\n\\end{document}\n`;

describe('insertion', () => {
  beforeEach(async () => {
    emptyWorkspace();
    bib = `refs${++count}.bib`;
    await setting('addToBibliography', 'always');
  });
  afterEach(closeAll);

  it('makes and declares a bibliography where there is none', async () => {
    const editor = await write('paper.md', 'Known |.\n');
    await cite();
    assert.equal(marked(editor), `---\nbibliography: references.bib\n---\n\nKnown [@${key}]|.\n`);
    assert.match(textOf('references.bib'), entry);
  });

  it('takes the citation and the declaration back by one undo', async () => {
    const editor = await write('paper.md', 'Known |.\n');
    await cite();
    await vscode.commands.executeCommand('undo');
    await until(() => editor.document.getText() === 'Known .\n');
  });

  it('adds to the bibliography that is declared, and changes nothing else in it', async () => {
    const before = '% mine\r\n@Book{own,\r\n\ttitle = "Own",\r\n}\r\n';
    fs.writeFileSync(inWorkspace('my refs.bib').fsPath, before);
    await write('paper.md', '---\nbibliography: my refs.bib\n---\n\nKnown |.\n');
    await cite();
    const after = textOf('my refs.bib');
    assert.ok(after.startsWith(before));
    assert.match(after, entry);
    assert.doesNotMatch(after, /[^\r]\n/);
  });

  it('adds an entry once, and reuses the key the bibliography has', async () => {
    const own = `@inproceedings{mine, title = {Identifiability and Generalizability in Constrained Inverse Reinforcement Learning}, author = {Schlaginhaufen, Andreas and Kamgarpour, Maryam}, year = {2023}}\n`;
    fs.writeFileSync(inWorkspace(bib).fsPath, own);
    const editor = await write('paper.md', declaring());
    await cite();
    assert.match(editor.document.getText(), /Known \[@mine\]/);
    assert.equal(textOf(bib), own);
  });

  it('never takes a key that another work has', async () => {
    fs.writeFileSync(
      inWorkspace(bib).fsPath,
      `@book{${key}, title = {Another Book}, author = {Roe, Ann}, year = {1999}}\n`,
    );
    const editor = await write('paper.md', declaring());
    await vscode.commands.executeCommand('literature.insertCitation', { key, source: 'collection' });
    assert.match(editor.document.getText(), new RegExp(`Known \\[@${key}a\\]`));
    assert.match(textOf(bib), new RegExp(`@inproceedings\\{${key}a,`));
  });

  it('declares for BibTeX and for biblatex', async () => {
    const plain = await write('plain.tex', latex('', 'Known |.'));
    await cite();
    assert.match(
      plain.document.getText(),
      /\\bibliographystyle\{plain\}\n\\bibliography\{references\}\n\\end/,
    );
    const modern = await write('modern.tex', latex('\\usepackage{biblatex}\n', 'Known |.'));
    await cite();
    assert.match(modern.document.getText(), /\{biblatex\}\n\\addbibresource\{references.bib\}/);
    assert.match(modern.document.getText(), /\\printbibliography\n\\end/);
  });

  it('begins an empty bibliography in the dialect of the packages that the project loads', async () => {
    fs.writeFileSync(inWorkspace('preamble.tex').fsPath, '\\usepackage{biblatex}\n');
    fs.writeFileSync(inWorkspace('modern.bib').fsPath, '');
    await write('modern.tex', latex('\\input{preamble}\\addbibresource{modern.bib}\n', 'Known |.'));
    await cite();
    assert.match(textOf('modern.bib'), /\bdate = /);
    fs.writeFileSync(inWorkspace('plain.bib').fsPath, '');
    await write('plain.tex', latex('', 'Known |.\n\\bibliographystyle{plain}\\bibliography{plain}'));
    await cite();
    assert.match(textOf('plain.bib'), /\byear = /);
  });

  it('makes the bibliography that is declared but missing', async () => {
    const editor = await write('paper.md', '---\nbibliography: refs/all.bib\n---\n\nKnown |.\n');
    await cite();
    assert.match(textOf('refs/all.bib'), entry);
    assert.match(editor.document.getText(), /^---\nbibliography: refs\/all.bib\n---\n/);
  });

  it('declares in the file that a part of a document belongs to', async () => {
    fs.writeFileSync(inWorkspace('thesis.tex').fsPath, latex('', '\\input{chapter}'));
    const editor = await write('chapter.tex', '% !TEX root = thesis.tex\nKnown |.\n');
    await cite();
    assert.match(editor.document.getText(), /Known \\cite\{/);
    assert.match(textOf('thesis.tex'), /\\bibliography\{references\}/);
    assert.match(textOf('references.bib'), entry);
  });

  it('keeps CRLF and a BOM', async () => {
    await write('paper.md', '\uFEFF---\r\ntitle: A\r\n---\r\n\r\nKnown |.\r\n');
    await cite();
    await vscode.workspace.saveAll();
    assert.equal(
      textOf('paper.md'),
      `\uFEFF---\r\ntitle: A\r\nbibliography: references.bib\r\n---\r\n\r\nKnown [@${key}].\r\n`,
    );
  });

  it('loses no byte of a bibliography in another encoding', async () => {
    const before = Buffer.from('@book{own, title = {M\xfcller}}\n', 'latin1');
    fs.writeFileSync(inWorkspace(bib).fsPath, before);
    await write('paper.md', declaring());
    await cite();
    const after = fs.readFileSync(inWorkspace(bib).fsPath);
    assert.ok(after.subarray(0, before.length).equals(before));
    assert.match(after.toString('latin1'), entry);
  });

  it('loses no byte of a bibliography with line endings of two kinds', async () => {
    const before = '@book{own,\r\n title = {Own}\n}\n';
    fs.writeFileSync(inWorkspace(bib).fsPath, before);
    await write('paper.md', declaring());
    await cite();
    assert.ok(textOf(bib).startsWith(before));
    assert.match(textOf(bib), entry);
  });

  it('adds an entry once when the same is cited twice in a moment', async () => {
    fs.writeFileSync(inWorkspace(bib).fsPath, '');
    const editor = await write('paper.md', declaring());
    await cite();
    await vscode.commands.executeCommand('cursorBottom');
    await cite();
    assert.equal(editor.document.getText().split(key).length, 3);
    assert.equal(textOf(bib).split(`{${key},`).length, 2);
  });

  it('adds to a bibliography with broken entries', async () => {
    const before = '@book{one, title = {One}\n\n@book{two,\n title = {Two\n\n@book{three, title = {Three}}\n';
    fs.writeFileSync(inWorkspace(bib).fsPath, before);
    await write('paper.md', declaring());
    await cite();
    assert.ok(textOf(bib).startsWith(before));
    assert.match(textOf(bib), entry);
  });

  it('uses the text of an open bibliography that is not saved, and does not save it', async () => {
    fs.writeFileSync(inWorkspace(bib).fsPath, '@book{own, title = {Own}}\n');
    const bibliography = await vscode.workspace.openTextDocument(inWorkspace(bib));
    const change = new vscode.WorkspaceEdit();
    change.insert(bibliography.uri, new vscode.Position(0, 0), '% being edited\n');
    await vscode.workspace.applyEdit(change);
    await write('paper.md', declaring());
    await cite();
    assert.match(bibliography.getText(), /^% being edited\n@book\{own/);
    assert.match(bibliography.getText(), entry);
    assert.ok(bibliography.isDirty);
    await bibliography.save();
  });

  it('makes the bibliography of a document that was never saved in the workspace', async () => {
    const editor = await writeUntitled('markdown', 'Known |.\n');
    await cite();
    assert.match(editor.document.getText(), /^---\nbibliography: references.bib\n---/);
    assert.match(textOf('references.bib'), entry);
  });

  it('asks, and takes the first answer', async () => {
    await setting('addToBibliography', 'ask');
    await write('paper.md', 'Known |.\n');
    await accepting('literature.insertCitation', key);
    assert.match(textOf('references.bib'), entry);
  });

  it('leaves bibliographies alone when told so', async () => {
    await setting('addToBibliography', 'never');
    const editor = await write('paper.md', 'Known |.\n');
    await cite();
    assert.equal(marked(editor), `Known [@${key}]|.\n`);
    assert.ok(!fs.existsSync(inWorkspace('references.bib').fsPath));
  });

  it('adds a reference that is cited already', async () => {
    fs.writeFileSync(inWorkspace(bib).fsPath, '');
    const editor = await write('paper.md', `---\nbibliography: ${bib}\n---\n\nKnown [@${key}].\n`);
    const before = editor.document.getText();
    await vscode.commands.executeCommand('literature.addToBibliography', { key }, editor.document.uri);
    assert.match(textOf(bib), entry);
    assert.equal(editor.document.getText(), before);
  });
});
