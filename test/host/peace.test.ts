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
} from './writing';

const key = 'schlaginhaufen2023identifiability';
const other = 'zeng2025order';
const cite = (id: unknown) => vscode.commands.executeCommand('literature.insertCitation', id);
let count = 0;

describe('peace', () => {
  beforeEach(async () => {
    emptyWorkspace();
    await setting('addToBibliography', 'ask');
  });
  afterEach(closeAll);

  const suggested = async (editor: vscode.TextEditor, trigger?: string) =>
    (
      await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        editor.selection.active,
        trigger,
      )
    ).items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference).length;

  it('lets a README name people', async () => {
    const readme = await write('README.md', 'Thanks to @|\n');
    assert.equal(await suggested(readme, '@'), 0);
    const draft = await write('draft.md', 'As is known [@|\n');
    assert.ok((await suggested(draft, '@')) > 0);
    fs.writeFileSync(inWorkspace(`own${++count}.bib`).fsPath, '@misc{roe2020, title = {Own}}\n');
    const paper = await write('paper.md', `---\nbibliography: own${count}.bib\n---\n\nAs @|\n`);
    assert.ok((await suggested(paper, '@')) > 0);
  });

  it('calls no key undefined while it is being typed', async () => {
    fs.writeFileSync(inWorkspace(`own${++count}.bib`).fsPath, '@misc{roe2020, title = {Own}}\n');
    const text = `---\nbibliography: own${count}.bib\n---\n\nAs [@gone] and [@|] say.\n`;
    const { document } = await write(`typing${count}.md`, text);
    const undefinedKeys = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => code === 'undefined-key')
        .map(({ range }) => document.getText(range))
        .join();
    await until(() => undefinedKeys() === 'gone');
    for (const text of ['n', 'o', 'b', 'o']) await vscode.commands.executeCommand('type', { text });
    const typed = Date.now();
    // Elsewhere it counts at once.
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(4, 0), '[@lost] ');
    await vscode.workspace.applyEdit(change);
    await until(() => /lost/.test(undefinedKeys()));
    // On a slow machine the writer rests meanwhile.
    if (Date.now() - typed < 2500) assert.equal(undefinedKeys(), 'lost,gone');
    await until(() => undefinedKeys() === 'lost,gone,nobo');
  });

  it('asks once for a document where entries go', async () => {
    const [first, second] = [`one${++count}.bib`, `two${count}.bib`];
    for (const file of [first, second]) fs.writeFileSync(inWorkspace(file).fsPath, '');
    await write(`thesis${count}.md`, `---\nbibliography: [${first}, ${second}]\n---\n\nKnown |.\n`);
    await accepting('literature.insertCitation', key);
    // Nobody answers a question here.
    await cite(other);
    for (const cited of [key, other]) assert.match(textOf(first), new RegExp(`\\{${cited},`));
    assert.equal(vscode.workspace.getConfiguration('literature').get('addToBibliography'), 'ask');
  });

  it('offers the bibliography that has the paper first', async () => {
    const file = `zotero${++count}.bib`;
    fs.writeFileSync(
      inWorkspace(file).fsPath,
      '@misc{only2020, title = {Of One Place Only}, year = {2020}}\n',
    );
    fs.writeFileSync(inWorkspace('a-first.bib').fsPath, '@misc{first, title = {First}}\n');
    const source = inWorkspace(file).toString();
    // Files of the workspace are read when they are seen.
    await until(async () => {
      await vscode.commands.executeCommand('literature.copyBibtex', { key: 'only2020', source });
      return (await vscode.env.clipboard.readText()).includes('Of One Place Only');
    });
    const editor = await write('note.md', 'Known |.\n');
    await accepting('literature.insertCitation', { key: 'only2020', source });
    assert.equal(marked(editor), `---\nbibliography: ${file}\n---\n\nKnown [@only2020]|.\n`);
    assert.equal(textOf(file).split('only2020').length, 2);
    assert.doesNotMatch(textOf('a-first.bib'), /only2020/);
  });

  it('cites in the text where that is the default of the language', async () => {
    await setting('addToBibliography', 'never');
    await setting('citationForm', 'inText');
    try {
      const editor = await write('paper.md', 'As | says.\n');
      await cite(key);
      assert.equal(marked(editor), `As @${key}| says.\n`);
    } finally {
      await setting('citationForm', undefined);
    }
  });
});
