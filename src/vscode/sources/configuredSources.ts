import * as vscode from 'vscode';
import type { BibliographySources } from './bibliographySources';
import { QuietTimers } from './quietTimers';

const filesFound = 'files';
const quiet = 300;

/**
 * The bibliographies that belong to the library whatever document is open: those of the workspace that `literature.bibliographies.workspace`
 * matches, and those that `literature.bibliographies.files` names, wherever they lie.
 */
export class ConfiguredSources implements vscode.Disposable {
  private readonly timers = new QuietTimers();
  private readonly disposables: vscode.Disposable[] = [this.timers];
  private started = false;

  constructor(
    private readonly sources: BibliographySources,
    /** The home folder, for `~`; unknown on vscode.dev. */
    private readonly home: vscode.Uri | undefined,
  ) {}

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Reads them, and follows the settings, the folders and files that come and go. Further calls do nothing. */
  async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    const again = () => this.timers.start(filesFound, quiet, () => void this.find());
    const watcher = vscode.workspace.createFileSystemWatcher(workspaceGlob(), false, true, true);
    this.disposables.push(
      watcher,
      watcher.onDidCreate(again),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('literature.bibliographies')) again();
      }),
    );
    await this.find();
  }

  private async find(): Promise<void> {
    const glob = workspaceGlob();
    const found = glob ? await vscode.workspace.findFiles(glob) : [];
    const named = settings()
      .get<readonly string[]>('files', [])
      .flatMap(path => this.resolve(path));
    await Promise.all([this.sources.keep(found, 'workspace'), this.sources.keep(named, 'settings')]);
  }

  /** `~/refs.bib`, `${workspaceFolder}/refs.bib`, `/abs/refs.bib`, a URI, or a path in any of the workspace's folders. */
  private resolve(path: string): vscode.Uri[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (/^~[\\/]/.test(path)) return this.home ? [vscode.Uri.joinPath(this.home, path.slice(2))] : [];
    const inFolder = /^\$\{workspaceFolder\}[\\/]?(.*)$/.exec(path)?.[1];
    if (inFolder !== undefined) return folders.map(({ uri }) => vscode.Uri.joinPath(uri, inFolder));
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return [vscode.Uri.parse(path)];
    if (/^(?:[\\/]|[a-z]:[\\/])/i.test(path)) {
      const uri = vscode.Uri.file(path);
      // On a remote or virtual workspace an absolute path is one of that place.
      const [folder] = folders;
      return [folder && folder.uri.scheme !== 'file' ? folder.uri.with({ path: uri.path }) : uri];
    }
    return folders.map(({ uri }) => vscode.Uri.joinPath(uri, path));
  }
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('literature.bibliographies');
}

function workspaceGlob(): string {
  return settings().get<string>('workspace', '**/*.bib');
}
