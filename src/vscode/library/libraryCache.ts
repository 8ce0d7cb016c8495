import * as vscode from 'vscode';
import { readFile } from '../files/fileAccess';

/** What is kept from one session to the next: the index, and what papers mean. */
export class LibraryCaches {
  readonly library: LibraryCache;
  readonly understood: LibraryCache;

  /** `folder` is the extension's storage for this workspace. */
  constructor(folder: vscode.Uri, log: vscode.LogOutputChannel) {
    // What is said of bibliographies is in it, in the reader's language.
    const language = vscode.l10n.bundle ? `.${vscode.env.language}` : '';
    this.library = new LibraryCache(folder, `library${language}.cache`, log);
    this.understood = new LibraryCache(folder, 'meaning.cache', log);
  }

  /** Removes what is kept. Nothing is written any more in this session, which still knows it all. */
  async clear(): Promise<void> {
    await Promise.all([this.library.clear(), this.understood.clear()]);
  }
}

/**
 * A file of what was known at the end of an earlier session. Nothing is lost with it: it says itself whether it is whole and of what files,
 * and is made anew otherwise.
 */
export class LibraryCache {
  private isCleared = false;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly name: string,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async read(): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.file(this.name));
    } catch {
      return undefined; // None was written yet.
    }
  }

  /** Whoever reads meanwhile, or after this was interrupted, finds a whole file or none. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.isCleared) return;
    const unfinished = this.file(`${this.name}.${Date.now().toString(36)}.unfinished`);
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      await vscode.workspace.fs.writeFile(unfinished, bytes);
      await vscode.workspace.fs.rename(unfinished, this.file(this.name), { overwrite: true });
      await this.removeUnfinished();
    } catch (error) {
      this.log.warn(`The library's cache could not be written: ${String(error)}`);
    }
  }

  async clear(): Promise<void> {
    this.isCleared = true;
    try {
      await vscode.workspace.fs.delete(this.file(this.name));
    } catch (error) {
      // There may be none.
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
  }

  /** What interrupted sessions left. */
  private async removeUnfinished(): Promise<void> {
    for (const [name] of await vscode.workspace.fs.readDirectory(this.folder))
      if (name.startsWith(this.name) && name.endsWith('.unfinished'))
        await vscode.workspace.fs.delete(this.file(name));
  }

  private file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}
