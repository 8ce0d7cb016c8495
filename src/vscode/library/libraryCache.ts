import * as vscode from 'vscode';

const fileName = 'library.cache';

/**
 * What the library knew at the end of an earlier session. Nothing is lost with it: it says itself whether it is whole and of what files,
 * and is made anew otherwise.
 */
export class LibraryCache {
  constructor(
    /** The extension's storage for this workspace. */
    private readonly folder: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async read(): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.file(fileName));
    } catch {
      return undefined; // None was written yet.
    }
  }

  /** Whoever reads meanwhile, or after this was interrupted, finds a whole file or none. */
  async write(bytes: Uint8Array): Promise<void> {
    const unfinished = this.file(`${fileName}.${Date.now().toString(36)}.unfinished`);
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      await vscode.workspace.fs.writeFile(unfinished, bytes);
      await vscode.workspace.fs.rename(unfinished, this.file(fileName), { overwrite: true });
      await this.removeUnfinished();
    } catch (error) {
      this.log.warn(`The library's cache could not be written: ${String(error)}`);
    }
  }

  /** What interrupted sessions left. */
  private async removeUnfinished(): Promise<void> {
    for (const [name] of await vscode.workspace.fs.readDirectory(this.folder))
      if (name.endsWith('.unfinished')) await vscode.workspace.fs.delete(this.file(name));
  }

  private file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}
