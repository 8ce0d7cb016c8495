import * as vscode from 'vscode';
import { hasBibliographyEnding } from '../../core/bibliography/write/filePermission';
import { Debouncer } from '../debouncer';
import type { BibliographySettings } from '../settings';
import type { BibliographySources } from './bibliographySources';
import { settingUris } from './settingUris';

const search = 'search';
const quiet = 300;
/** Copies that package managers and builds make are nobody's bibliography. */
const excluded = '**/{node_modules,.git}/**';

/**
 * The bibliographies that belong to the library whatever document is open: those of the workspace that the setting's glob matches, and
 * those that settings name, wherever they lie.
 */
export class ConfiguredSources implements vscode.Disposable {
  private readonly timers = new Debouncer();
  private readonly disposables: vscode.Disposable[] = [];
  private watcher: vscode.Disposable | undefined;
  private started: Promise<void> | undefined;

  constructor(
    private readonly sources: BibliographySources,
    private readonly settings: () => BibliographySettings,
    /** The home folder, for `~`; unknown on vscode.dev. */
    private readonly home: vscode.Uri | undefined,
  ) {}

  dispose(): void {
    this.timers.dispose();
    this.watcher?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Reads them, and follows the settings, the folders and files that come and go. Further calls wait for the first. */
  start(): Promise<void> {
    this.started ??= this.begin();
    return this.started;
  }

  private async begin(): Promise<void> {
    // Files of a folder that comes, by a checkout or a move, are not told of themselves.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, true);
    this.disposables.push(
      folders,
      folders.onDidCreate(async uri => {
        if (await isFolder(uri)) this.findSoon();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.findSoon()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (!event.affectsConfiguration('literature.bibliographies')) return;
        this.watch();
        this.findSoon();
      }),
    );
    this.watch();
    await this.find();
  }

  private watch(): void {
    this.watcher?.dispose();
    this.watcher = undefined;
    const { workspace } = this.settings();
    if (!workspace) return;
    const watcher = vscode.workspace.createFileSystemWatcher(workspace, false, true, true);
    watcher.onDidCreate(() => this.findSoon());
    this.watcher = watcher;
  }

  private findSoon(): void {
    this.timers.start(search, quiet, () => void this.find());
  }

  private async find(): Promise<void> {
    const { workspace, files } = this.settings();
    const found = workspace ? await vscode.workspace.findFiles(workspace, excluded) : [];
    const bibliographies = found.filter(uri => hasBibliographyEnding(uri.path));
    const named = files.flatMap(path => settingUris(path, this.home));
    await Promise.all([this.sources.keep(bibliographies, 'workspace'), this.sources.keep(named, 'settings')]);
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}
