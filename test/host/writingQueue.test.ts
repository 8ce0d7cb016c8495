import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, marked, setting, textOf, until, write } from './writing';

const key = 'schlaginhaufen2023identifiability';
const cite = (argument: unknown = key) =>
  vscode.commands.executeCommand('literature.insertCitation', argument);
/** Each test has a bibliography of its own, so that none meets what another left in the library. */
let count = 0;
let bib = '';
const declaring = (body: string) => `---\nbibliography: ${bib}\n---\n\n${body}`;

describe('insertions', () => {
  beforeEach(async () => {
    emptyWorkspace();
    bib = `queue${++count}.bib`;
    await setting('addToBibliography', 'always');
  });
  afterEach(closeAll);

  it('that come at once are made one after the other: each entry once, and every key defined', async () => {
    fs.mkdirSync(inWorkspace('pool').fsPath);
    const names = ['first', 'second', 'third', 'fourth'];
    fs.writeFileSync(
      inWorkspace('pool/pool.bibtex').fsPath,
      names
        .map(
          name => `@book{roe2020${name}, title = {The ${name} book}, author = {Roe, ${name}}, year = 2020}\n`,
        )
        .join(''),
    );
    const pool = inWorkspace('pool/pool.bibtex').toString();
    await until(async () => {
      const found = await vscode.commands.executeCommand<unknown>('literature.copyBibtex', {
        key: 'roe2020fourth',
        source: pool,
      });
      return found === undefined && (await vscode.env.clipboard.readText()).includes('roe2020fourth');
    });
    const editor = await write(`at-once${count}.md`, 'Known |.\n');
    await Promise.all([...names, ...names].map(name => cite({ key: `roe2020${name}`, source: pool })));
    const text = editor.document.getText();
    const cited = [.../Known \[(.*)\]\./.exec(text)![1]!.matchAll(/@(\w+)/g)].map(match => match[1]!);
    assert.deepEqual(cited.sort(), names.map(name => `roe2020${name}`).sort());
    assert.equal(text.split('bibliography:').length, 2);
    await until(() => names.every(name => textOf('references.bib').split(`{roe2020${name},`).length === 2));
  });

  it('stay where the cursor was when text comes before it while the search is open', async () => {
    fs.writeFileSync(inWorkspace(bib).fsPath, '');
    const editor = await write(`moved${count}.md`, declaring('First.\n\nSecond |.\n'));
    const searching = vscode.commands.executeCommand('literature.search', key);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      editor.document.uri,
      editor.document.positionAt(editor.document.getText().indexOf('First')),
      'A new paragraph.\n\n',
    );
    await vscode.workspace.applyEdit(edit);
    let done = false;
    void Promise.resolve(searching).finally(() => {
      done = true;
    });
    await until(async () => {
      if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    assert.equal(marked(editor), declaring(`A new paragraph.\n\nFirst.\n\nSecond [@${key}]|.\n`));
  });

  it('write nothing that the encoding of the file cannot hold', async () => {
    const settings = vscode.workspace.getConfiguration('files', inWorkspace(bib));
    await settings.update('encoding', 'windows1252', vscode.ConfigurationTarget.Workspace);
    try {
      fs.writeFileSync(inWorkspace(bib).fsPath, '@book{own, title = {Own}}\n');
      fs.writeFileSync(
        inWorkspace('pool.bib').fsPath,
        '@book{rajic2020, title = {Letters}, author = {Rajič, Šime}, year = 2020}\n',
      );
      const pool = inWorkspace('pool.bib').toString();
      await write(`letters${count}.md`, declaring('Known |.\n'));
      await until(async () => {
        await vscode.commands.executeCommand('literature.copyBibtex', { key: 'rajic2020', source: pool });
        return (await vscode.env.clipboard.readText()).includes('rajic2020');
      });
      await cite({ key: 'rajic2020', source: pool });
      const written = fs.readFileSync(inWorkspace(bib).fsPath, 'latin1');
      assert.match(written, /rajic2020/);
      assert.doesNotMatch(written, /\?/);
      assert.match(written, /Raji\{?\\v/);
    } finally {
      await settings.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('add nothing to a file in UTF-16, also without its mark', async () => {
    const before = Buffer.from('@book{own, title = {Own}}\n', 'utf16le');
    fs.writeFileSync(inWorkspace(bib).fsPath, before);
    await write(`wide${count}.md`, declaring('Known |.\n'));
    await cite();
    assert.ok(fs.readFileSync(inWorkspace(bib).fsPath).equals(before));
  });

  it('survive a folder and a dangling link where a bibliography should be', async () => {
    fs.mkdirSync(inWorkspace(bib).fsPath);
    fs.symlinkSync('nowhere.bib', inWorkspace('dangling.bib').fsPath);
    for (const name of [bib, 'dangling.bib']) {
      const editor = await write(`${name}.md`, `---\nbibliography: ${name}\n---\n\nKnown |.\n`);
      await cite();
      assert.match(marked(editor), /Known \[@schlag\w+\]\|/);
    }
  });

  for (const [how, command, argument] of [
    ['cited', 'literature.insertCitation', key],
    ['added', 'literature.addToBibliography', { key }],
  ] as const)
    it(`of what the document cites already add what a bibliography too large for an editor lacks, when it is ${how}`, async () => {
      const before = `@book{roe, title = {A River}, abstract = {${'words and words '.repeat(400_000)}}}\n`;
      fs.writeFileSync(inWorkspace(bib).fsPath, before);
      const { document } = await write(`cited${count}.md`, declaring(`Known [@${key}|].\n`));
      await vscode.commands.executeCommand(command, argument, document.uri);
      assert.match(textOf(bib).slice(before.length), new RegExp(`\\{${key},`));
      assert.equal(document.getText(), declaring(`Known [@${key}].\n`));
    });

  it('into a bibliography of 30 MB keep every byte of it, and leave the host to others', async () => {
    const entry = (index: number) =>
      `@article{k${index},\n  title = {Title number ${index} about things},\n  author = {Roe, Ann},\n  abstract = {${'words and words '.repeat(60)}},\n  year = 2020\n}\n\n`;
    const parts: string[] = [];
    for (let index = 0, size = 0; size < 30e6; index++) {
      parts.push(entry(index));
      size += parts.at(-1)!.length;
    }
    const before = parts.join('');
    fs.writeFileSync(inWorkspace(bib).fsPath, before);
    await write(`large${count}.md`, declaring('Known |.\n'));
    await cite();
    const after = textOf(bib);
    assert.ok(after.startsWith(before.trimEnd()));
    assert.ok(after.includes(`{${key},`));
  });
});
