import assert from 'node:assert';
import * as vscode from 'vscode';

const key = 'schlaginhaufen2023identifiability';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const inWorkspace = (file: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, file);

async function put(file: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(file);
  await vscode.workspace.fs.writeFile(uri, encoder.encode(text));
  return uri;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return decoder.decode(await vscode.workspace.fs.readFile(uri));
}

/** Opens a file with this text, the cursor at `|`. */
async function write(file: string, marked: string): Promise<vscode.TextDocument> {
  const [before = '', after = ''] = marked.split('|');
  const document = await vscode.workspace.openTextDocument(await put(file, before + after));
  const editor = await vscode.window.showTextDocument(document);
  const cursor = document.positionAt(before.length);
  editor.selection = new vscode.Selection(cursor, cursor);
  return document;
}

async function until<T>(condition: () => Promise<T | undefined | false>): Promise<T> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > limit) throw new Error(`Not so within a minute: ${condition}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}

describe('the files of the workspace in a web extension host', () => {
  const entry = (name: string) =>
    `@book{${name}, title = {Deer in Woods}, author = {Roe, Ann}, year = {1999}}\n`;

  it('are read: what a bibliography has is hovered over, and followed when it changes', async () => {
    const bibliography = await put('read.bib', entry('deer'));
    const document = await write(
      'read.md',
      '---\nbibliography: read.bib\n---\n\nAs @deer says, and @hare.\n',
    );
    const hover = async (text: string) => {
      const position = document.positionAt(document.getText().indexOf(text) + 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers
        .flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value))
        .join('');
    };
    await until(async () => (await hover('@deer')).includes('Deer in Woods'));
    await vscode.workspace.fs.writeFile(bibliography, encoder.encode(entry('hare')));
    await until(async () => (await hover('@hare')).includes('Deer in Woods'));
  });

  it('are checked: a key that no bibliography defines is reported', async () => {
    await put('checked.bib', entry('deer'));
    const { uri } = await write('checked.md', '---\nbibliography: checked.bib\n---\n\nAs @der says.\n');
    const [problem] = await until(async () => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 && found;
    });
    assert.match(problem!.message, /der/);
  });

  it('are written: what is cited is added to the bibliography, and nothing else changes in it', async () => {
    const bibliography = await put('written.bib', entry('deer'));
    const document = await write('written.md', '---\nbibliography: written.bib\n---\n\nKnown |.\n');
    const settings = vscode.workspace.getConfiguration('literature');
    await settings.update('addToBibliography', 'always', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('literature.insertCitation', key);
    assert.ok(document.getText().includes(`Known [@${key}].`), document.getText());
    const text = await until(async () => {
      const now = await textOf(bibliography);
      return now.includes(key) && now;
    });
    assert.ok(text.startsWith(entry('deer')), text);
  });

  it('are renamed in: a key in the document and in the bibliography at once', async () => {
    const bibliography = await put('renamed.bib', entry('elk'));
    const document = await write('renamed.md', '---\nbibliography: renamed.bib\n---\n\nAs @elk says.\n');
    const edit = await until(async () => {
      const position = document.positionAt(document.getText().indexOf('@elk') + 2);
      const found = await vscode.commands
        .executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          position,
          'roe',
        )
        .then(undefined, () => undefined);
      return (found?.entries().length ?? 0) > 1 && found;
    });
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.ok(document.getText().includes('As @roe says.'), document.getText());
    const opened = await vscode.workspace.openTextDocument(bibliography);
    const edited = edit.entries().map(([uri, edits]) => `${uri.path}: ${edits.length}`);
    assert.ok(opened.getText().startsWith('@book{roe,'), `${edited}`);
  });
});
