import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, setting, writeUntitled } from './writing';

const key = 'schlaginhaufen2023identifiability';

/** Files that can be read and not written, as in the view of an old commit. */
class ReadOnlyFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly files: Readonly<Record<string, string>>) {}

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const text = this.files[path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.stat(uri);
    return new TextEncoder().encode(this.files[uri.path]);
  }

  readDirectory(): [string, vscode.FileType][] {
    return Object.keys(this.files).map(name => [name.slice(1), vscode.FileType.File]);
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  createDirectory = this.writeFile;
  delete = this.writeFile;
  rename = this.writeFile;
}

describe('what cannot be written', () => {
  let provider: vscode.Disposable;
  before(async () => {
    const files = { '/paper.md': 'Known .\n', '/references.bib': '@book{own, title = {Own}}\n' };
    provider = vscode.workspace.registerFileSystemProvider('readonly', new ReadOnlyFiles(files), {
      isReadonly: true,
    });
    await setting('addToBibliography', 'always');
  });
  afterEach(closeAll);
  after(() => provider.dispose());

  it('is left alone: the key is copied, and the reason is said', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('readonly:/paper.md'));
    await vscode.window.showTextDocument(document);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('literature.insertCitation', key);
    assert.equal(document.getText(), 'Known .\n');
    assert.equal(await vscode.env.clipboard.readText(), key);
  });
});

describe('a document outside of any folder', () => {
  afterEach(closeAll);

  it('is cited in where it was never saved', async () => {
    await setting('addToBibliography', 'never');
    const editor = await writeUntitled('latex', '\\begin{document}\nKnown |\n');
    await vscode.commands.executeCommand('literature.insertCitation', key);
    assert.match(editor.document.getText(), new RegExp(`Known ?\\\\cite\\{${key}\\}`));
  });
});
