import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, setting, until, write } from './writing';

/** Writes a file that no editor has open. */
function put(file: string, text: string): void {
  const { fsPath } = inWorkspace(file);
  fs.mkdirSync(path.dirname(fsPath), { recursive: true });
  fs.writeFileSync(fsPath, text);
}

/** Renames the key at the cursor once that reaches these files: what was just written is seen when the system tells of it. */
async function rename(editor: vscode.TextEditor, newKey: string, ...files: string[]): Promise<void> {
  const edit = await until(async () => {
    const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      editor.selection.active,
      newKey,
    );
    const reached = found.entries().map(([uri]) => path.basename(uri.path));
    return JSON.stringify(reached.sort()) === JSON.stringify(files.sort()) && found;
  });
  await vscode.workspace.applyEdit(edit);
}

/** What a file holds now; it is saved. */
async function textNow(file: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  const text = document.getText();
  await document.save();
  return text;
}

/** In how many places of each file the key at the cursor stands. */
async function placesOf(editor: vscode.TextEditor): Promise<Readonly<Record<string, number>>> {
  const { document, selection } = editor;
  const places = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    selection.active,
  );
  const counts: Record<string, number> = {};
  for (const { uri } of places) {
    const name = path.basename(uri.path);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const entry = '@article{smith2020,\n  title = {On Things},\n  author = {Smith, Ann},\n  year = {2020}\n}\n';

describe('the commands of a project', () => {
  beforeEach(() => emptyWorkspace());
  afterEach(async () => {
    await closeAll();
    await setting('diagnostics.unusedReferences', undefined);
  });

  it('are reached by a rename, by references and counts, in chapters that do not define them', async () => {
    put('refs.bib', entry);
    put('chap.tex', '\\see{smith2020} and \\citep{smith2020}, \\ac{x}.\n');
    const editor = await write(
      'main.tex',
      '\\documentclass{book}\n\\usepackage{natbib}\n\\newcommand{\\see}[1]{(see \\citealp{#1})}\n' +
        '\\DeclareAcronym{x}{short = X, cite = {smith2020}}\n\\begin{document}\n\\include{chap}\n\\citet{smi|th2020}\n' +
        '\\bibliography{refs}\n\\end{document}\n',
    );
    await until(async () => {
      const places = await placesOf(editor);
      return places['chap.tex'] === 2 && places['main.tex'] === 2;
    });
    await rename(editor, 'smith2020things', 'chap.tex', 'main.tex', 'refs.bib');
    assert.equal(
      await textNow('chap.tex'),
      '\\see{smith2020things} and \\citep{smith2020things}, \\ac{x}.\n',
    );
    assert.match(await textNow('main.tex'), /cite = \{smith2020things\}/);
    assert.match(await textNow('refs.bib'), /^@article\{smith2020things,/);
  });

  it('count what they cite, so that nothing cited is faded', async () => {
    put(
      'main.tex',
      '\\documentclass{book}\\input{macros}\\begin{document}\\input{chap}\\bibliography{refs}\\end{document}',
    );
    put('macros.tex', '\\newcommand{\\see}[1]{(see \\cite{#1})}');
    put('chap.tex', '\\see{smith2020}');
    await setting('diagnostics.unusedReferences', true);
    const { document } = await write('refs.bib', `${entry}\n@misc{nobody,\n  title = {Uncited},\n}\n`);
    // Before the project was read, an entry may be faded that a command of it cites.
    await until(() => {
      const hints = vscode.languages.getDiagnostics(document.uri).filter(({ tags }) => tags?.length);
      return hints.map(({ range }) => document.getText(range)).join() === 'nobody';
    });
  });

  it('are followed when a definition changes elsewhere', async () => {
    put(
      'main.tex',
      '\\documentclass{book}\\input{macros}\\begin{document}\\input{chap}\\bibliography{refs}\\end{document}',
    );
    put('chap.tex', '\\see{smith2020}');
    const { document: macros } = await write('macros.tex', '% nothing yet\n');
    const bibliography = await write('refs.bib', entry.replace('smith', 'smi|th'));
    const citing = async () => (await placesOf(bibliography))['chap.tex'] ?? 0;
    await until(async () => (await citing()) === 0);
    const change = new vscode.WorkspaceEdit();
    change.insert(macros.uri, new vscode.Position(0, 0), '\\newcommand{\\see}[1]{\\cite{#1}}\n');
    await vscode.workspace.applyEdit(change);
    await until(async () => (await citing()) === 1);
  });

  it('are reached in raw TeX and in the captions of cells', async () => {
    put('refs.bib', entry);
    put('b.md', 'Raw \\citep{smith2020} here.\n');
    put(
      'a.qmd',
      '---\nbibliography: refs.bib\n---\n\n@smith2020\n\n```{r}\n#| fig-cap: "After @smith2020."\nplot(1)\n```\n',
    );
    const editor = await vscode.window.showTextDocument(inWorkspace('a.qmd'));
    editor.selection = new vscode.Selection(4, 3, 4, 3);
    await rename(editor, 'new2020', 'a.qmd', 'b.md', 'refs.bib');
    assert.match(await textNow('a.qmd'), /fig-cap: "After @new2020\."/);
    assert.equal(await textNow('b.md'), 'Raw \\citep{new2020} here.\n');
  });
});
