import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, setting, until, write } from './writing';

const bibliography = `@article{doe2020,
  title = {A Study of Things},
  author = {Doe, Jane},
  year = {2020}
}

@book{roe1999,
  title = {The Book of Roe},
  author = {Roe, Richard},
  year = {1999},
  related = {doe2020}
}
`;
const frontMatter = '---\nbibliography: refs.bib\n---\n\n';

const put = (file: string, text: string) => fs.writeFileSync(inWorkspace(file).fsPath, text);

/** Our diagnostics of a document, as `severity text: message`. */
function problemsOf(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Literature')
    .map(({ range, message }) => `${document.getText(range)}: ${message}`);
}

/** Waits until exactly these texts are reported. */
const reported = (document: vscode.TextDocument, ...texts: string[]) =>
  until(() => {
    const found = problemsOf(document).map(problem => problem.slice(0, problem.indexOf(':')));
    return JSON.stringify(found.sort()) === JSON.stringify([...texts].sort()) && found;
  });

async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value)).join();
}

async function actionsAt({ document, selection }: vscode.TextEditor): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, selection);
}

async function apply(editor: vscode.TextEditor, title: RegExp): Promise<string> {
  const action = (await actionsAt(editor)).find(one => title.test(one.title));
  assert.ok(action?.edit, `an action ${title}`);
  await vscode.workspace.applyEdit(action.edit);
  return editor.document.getText();
}

describe('language features', () => {
  beforeEach(() => {
    emptyWorkspace();
    put('refs.bib', bibliography);
  });
  afterEach(async () => {
    await closeAll();
    await setting('inlayHints.enabled', undefined);
    await setting('addToBibliography', undefined);
  });

  it('reports keys that no bibliography defines, and what is declared but missing', async () => {
    const { document } = await write(
      'paper.md',
      `${frontMatter}[@doe2020; @nobody] me@nobody \`@nobody\` @fig:one`,
    );
    await reported(document, 'nobody');
    const missing = await write('lost.md', '---\nbibliography: lost.bib\n---\n\n@doe2020');
    await reported(missing.document, 'lost.bib');
  });

  it('asks TeX for a bibliography that the project does not have', async function () {
    if (spawnSync('kpsewhich', ['xampl.bib']).status !== 0) this.skip();
    const { document } = await write(
      'paper.tex',
      '\\documentclass{article}\n\\begin{document}\n\\cite{doe2020,book-full,nobody} |\n\\bibliography{xampl,refs}\n\\end{document}',
    );
    await reported(document, 'nobody');
    // It is TeX's own: what is added goes to the author's.
    await setting('addToBibliography', 'always');
    await vscode.commands.executeCommand('literature.insertCitation', 'schlaginhaufen2023identifiability');
    await until(() => fs.readFileSync(inWorkspace('refs.bib').fsPath, 'utf8').includes('schlaginhaufen'));
  });

  it('raises no alarm where there is no bibliography, or the document lists its references itself', async () => {
    const readme = await write('README.md', 'Thanks to @someone.');
    const own = await write(
      'own.tex',
      '\\documentclass{article}\\cite{a}\\nocite{*}\n\\begin{thebibliography}{9}\\bibitem{a} A\\end{thebibliography}',
    );
    const marker = await write('paper.md', `${frontMatter}@nobody`);
    await reported(marker.document, 'nobody');
    assert.deepEqual([...problemsOf(readme.document), ...problemsOf(own.document)], []);
  });

  it('offers keys that are near, and the entry that the library has', async () => {
    const editor = await write('paper.md', `${frontMatter}@doe|2020study`);
    await reported(editor.document, 'doe2020study');
    assert.match(await apply(editor, /^Change to doe2020 /), /@doe2020$/);
    const known = await write('other.md', `${frontMatter}@zeng2025|order`);
    await reported(known.document, 'zeng2025order');
    const titles = (await actionsAt(known)).map(({ title }) => title);
    assert.ok(
      titles.some(title => /^Add .*Zeng et al\. 2025/.test(title)),
      titles.join('\n'),
    );
  });

  it('goes to the entry, and finds every citation of it', async () => {
    await write(
      'thesis.tex',
      '\\documentclass{article}\\bibliography{refs}\n\\begin{document}\\cite{roe1999,doe2020}\\end{document}',
    );
    const { document, selection } = await write('paper.md', `${frontMatter}See @roe|1999.`);
    const definitions = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        selection.active,
      );
      return found.length > 0 && found;
    });
    assert.equal(definitions[0]!.targetUri.path, inWorkspace('refs.bib').path);
    assert.equal(definitions[0]!.targetRange.start.line, 6);
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      selection.active,
    );
    const files = references.map(({ uri }) => uri.path.split('/').at(-1)).sort();
    assert.deepEqual(files, ['paper.md', 'refs.bib', 'thesis.tex']);
  });

  it('serves captions in the options of code in notebooks, and renames in notebooks', async () => {
    const cells = (caption: string) => [
      { cell_type: 'raw', metadata: {}, source: '---\nbibliography: refs.bib\n---' },
      { cell_type: 'markdown', metadata: {}, source: 'As @doe2020 says.' },
      {
        cell_type: 'code',
        metadata: {},
        execution_count: null,
        outputs: [],
        source: `#| fig-cap: "${caption}"\n@jit\ndef f(): pass`,
      },
    ];
    const notebookOf = (caption: string) =>
      JSON.stringify({
        nbformat: 4,
        nbformat_minor: 4,
        metadata: { language_info: { name: 'python' } },
        cells: cells(caption),
      });
    put('one.ipynb', notebookOf('After @doe2020 and [@gone].'));
    put('two.ipynb', notebookOf('After [@doe2020]'));
    const notebook = await vscode.workspace.openNotebookDocument(inWorkspace('one.ipynb'));
    await vscode.window.showNotebookDocument(notebook);
    const code = notebook.cellAt(2).document;
    await reported(code, 'gone');
    const at = code.positionAt(code.getText().indexOf('doe2020') + 1);
    assert.match(await hoverAt(code, at), /A Study of Things/);
    const completed = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      code.uri,
      at,
    );
    assert.ok(completed.items.some(({ insertText }) => insertText === 'doe2020'));
    await until(async () => (await rename(code, at, 'doe2020b')).entries().length === 5);
    await vscode.workspace.applyEdit(await rename(code, at, 'doe2020b'));
    const other = await vscode.workspace.openNotebookDocument(inWorkspace('two.ipynb'));
    for (const { cellAt } of [notebook, other].map(one => ({ cellAt: one.cellAt.bind(one) }))) {
      assert.equal(cellAt(1).document.getText(), 'As @doe2020b says.');
      assert.match(cellAt(2).document.getText(), /^#\| fig-cap: "After \[?@doe2020b\b.*\n@jit\n/);
    }
    for (const changed of [notebook, other]) await changed.save();
    await (await vscode.workspace.openTextDocument(inWorkspace('refs.bib'))).save();
  });

  it('takes the cells of a notebook for one document', async () => {
    const cell = (cell_type: string, source: string, metadata: object = {}) => ({
      cell_type,
      metadata,
      source,
      ...(cell_type === 'code' && { execution_count: null, outputs: [] }),
    });
    const cells = [
      cell(
        'raw',
        '---\nbibliography: refs.bib\nnocite: "@gone1"\nreferences:\n- id: own\n  title: Own Work\n---',
      ),
      cell('markdown', 'As it is.[^1] See @doe2020.'),
      cell('code', '#| fig-cap: After [@doe2020; @own]\nplot()'),
      cell('raw', '\\cite{doe2020} [@no]', { raw_mimetype: 'text/latex' }),
      cell('raw', 'Raw [@doe2020; @gone2]'),
      cell('markdown', '[^1]: Note @doe2020 and @gone3'),
    ];
    put('one.ipynb', JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells }));
    const notebook = await vscode.workspace.openNotebookDocument(inWorkspace('one.ipynb'));
    await vscode.window.showNotebookDocument(notebook);
    const [front, text, code, tex, raw, note] = notebook.getCells().map(({ document }) => document);
    await reported(front!, 'gone1');
    await reported(raw!, 'gone2');
    await reported(note!, 'gone3');
    for (const one of [text!, code!, tex!]) assert.deepEqual(problemsOf(one), []);
    for (const one of [raw!, note!])
      assert.match(
        await hoverAt(one, one.positionAt(one.getText().indexOf('doe2020') + 1)),
        /A Study of Things/,
      );
    // What a cell lists is listed for all.
    const own = code!.positionAt(code!.getText().indexOf('own') + 1);
    assert.match(await hoverAt(code!, own), /Own Work/);
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      code!.uri,
      own,
    );
    assert.equal(String(definition?.targetUri), String(front!.uri));
    // What the note says is no longer in the document.
    const unnoted = new vscode.WorkspaceEdit();
    unnoted.replace(text!.uri, new vscode.Range(0, 9, 0, 13), '');
    await vscode.workspace.applyEdit(unnoted);
    await reported(note!);
    const noted = new vscode.WorkspaceEdit();
    noted.insert(text!.uri, new vscode.Position(0, 9), '[^1]');
    await vscode.workspace.applyEdit(noted);
    await reported(note!, 'gone3');
    // VS Code's command to rename does not hand the name on where a cell has no editor.
    const at = code!.positionAt(code!.getText().indexOf('doe2020') + 1);
    await vscode.workspace.applyEdit(await rename(code!, at, 'doe2020b'));
    assert.match(code!.getText(), /\[@doe2020b; @own\]/);
    assert.equal(tex!.getText(), '\\cite{doe2020b} [@no]');
    assert.equal(raw!.getText(), 'Raw [@doe2020b; @gone2]');
    assert.equal(note!.getText(), '[^1]: Note @doe2020b and @gone3');
    // From place to place, over all cells and to the first again.
    const shown = async (document: vscode.TextDocument) =>
      until(
        () =>
          vscode.window.activeTextEditor?.document === document &&
          document.getText(
            document.getWordRangeAtPosition(vscode.window.activeTextEditor.selection.active),
          ) === 'doe2020b',
      );
    await vscode.commands.executeCommand('vscode.open', note!.uri, {
      selection: new vscode.Range(0, 13, 0, 13),
    });
    await shown(note!);
    for (const next of [text!, code!, raw!, note!, text!]) {
      await vscode.commands.executeCommand('literature.nextCitedPlace');
      await shown(next);
    }
    await notebook.save();
    await (await vscode.workspace.openTextDocument(inWorkspace('refs.bib'))).save();
  });

  it('renames a key everywhere at once, and refuses what would break', async () => {
    put(
      'thesis.tex',
      '\\documentclass{article}\\bibliography{refs}\n\\begin{document}\\cite{roe1999, doe2020}\\end{document}',
    );
    const { document, selection } = await write('paper.md', `${frontMatter}See [@doe|2020, p. 3].`);
    await until(
      async () =>
        changedFiles(await rename(document, selection.active, 'doe2020b')) ===
        'paper.md, refs.bib, thesis.tex',
    );
    await vscode.workspace.applyEdit(await rename(document, selection.active, 'doe2020b'));
    assert.match(document.getText(), /\[@doe2020b, p\. 3\]/);
    const bib = await vscode.workspace.openTextDocument(inWorkspace('refs.bib'));
    assert.equal(bib.getText(), bibliography.replaceAll('doe2020', 'doe2020b'));
    const thesis = await vscode.workspace.openTextDocument(inWorkspace('thesis.tex'));
    assert.match(thesis.getText(), /\\cite\{roe1999, doe2020b\}/);
    // A key of another work, and what can be no key: the provider refuses, and nothing is changed.
    for (const refused of ['roe1999', 'two words'])
      assert.equal(changedFiles(await rename(document, selection.active, refused)), '');
    for (const changed of [document, bib, thesis]) await changed.save();
  });

  it('renames nothing where VS Code opens the bibliography no more', async () => {
    put(
      'vast.bib',
      `@book{vast1990, title = {Plains}, abstract = {${'Words and more words. '.repeat(2_400_000)}}}\n`,
    );
    const { document, selection } = await write(
      'plain.md',
      '---\nbibliography: vast.bib\n---\n\n@va|st1990\n',
    );
    await until(async () => (await hoverAt(document, selection.active)).includes('Plains'));
    assert.equal(changedFiles(await rename(document, selection.active, 'vast1991')), '');
  });

  it('converts citations, and moves and removes keys', async () => {
    assert.match(
      await apply(await write('a.md', `${frontMatter}x [@doe|2020, p. 3].`), /In-Text/),
      /x @doe2020 \[p\. 3\]\./,
    );
    assert.match(
      await apply(await write('b.md', `${frontMatter}x [@doe|2020; @roe1999].`), /^Remove doe2020/),
      /x \[@roe1999\]\./,
    );
    assert.match(
      await apply(
        await write('e.md', `${frontMatter}x [see @doe|2020, p. 3; @roe1999].`),
        /^Move doe2020 Later/,
      ),
      /x \[@roe1999; see @doe2020, p\. 3\]\./,
    );
    const latex =
      '\\documentclass{article}\\usepackage{natbib}\\begin{document}\\citep{doe|2020}\\end{document}';
    assert.match(await apply(await write('c.tex', latex), /In-Text/), /\\citet\{doe2020\}/);
  });

  it('says in the bibliography how often an entry is cited', async () => {
    put('paper.md', '@doe2020 and @doe2020');
    const { document } = await write('refs.bib', bibliography);
    await until(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      const said = lenses.map(({ command, range }) => `${range.start.line}: ${command?.title}`);
      return said.join() === '0: cited 2 times';
    });
  });

  it('marks other places of a key, and shows who wrote it when asked to', async () => {
    const { document, selection } = await write('paper.md', `${frontMatter}@doe|2020, @roe1999, [-@doe2020]`);
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      selection.active,
    );
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      ['doe2020', 'doe2020'],
    );
    await setting('inlayHints.enabled', true);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.length === 3 && found;
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['Doe 2020', 'Roe 1999', 'Doe 2020'],
    );
  });

  it('reads a chapter by the preamble of its root', async () => {
    put(
      'main.tex',
      '\\documentclass{article}\n\\newcommand{\\see}[1]{\\cite{#1}}\n\\bibliography{refs}\n\\begin{document}\\include{chapter}\\end{document}',
    );
    const { document } = await write('chapter.tex', 'As \\see{nobody} and \\see{doe2020} say.');
    await reported(document, 'nobody');
  });
});

/** The names of the files an edit changes. */
function changedFiles(edit: vscode.WorkspaceEdit | undefined): string {
  return (edit?.entries() ?? [])
    .map(([uri]) => uri.path.split('/').at(-1))
    .sort()
    .join(', ');
}

function rename(document: vscode.TextDocument, position: vscode.Position, name: string) {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    name,
  );
}
