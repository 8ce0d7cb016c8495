import * as vscode from 'vscode';
import { detectFormat } from '../../core/bibliography/detectFormat';
import { couldBeRead } from '../../core/library/documents/appliedBibliographies';
import type { LibraryService } from '../../core/library/libraryService';
import type { Source } from '../../core/model/source';
import { errorMessage } from '../../core/util/errorMessage';
import { Debouncer } from '../debouncer';
import type { BibliographyReader } from '../documents/documents';
import { readFile, statFile } from '../files/fileAccess';
import { openDocument } from '../files/fileDocument';
import { fileStamp, stampOf } from '../files/fileStamp';
import { tidyBeside } from '../files/replaceFile';

/** Changes are taken when a file was quiet this long: exporters write in bursts. */
const quiet = 300;
/** A file that looks half-written is taken as it is when nothing more comes for this long, in milliseconds. */
const settled = 1500;
/** A deleted file may be about to return: many programs replace a file by deleting it first. */
const returning = 1000;

/** A file that is written all the time is read nevertheless, after so many milliseconds. */
const longestWait = 5000;

/** In bytes: what is larger does not fit into the memory of a thread, with what is made of it. */
const maxSize = 1_000_000_000;

/** Why a file is read; the last reason gone, the file leaves the library. */
export type Reason = 'workspace' | 'settings' | 'document';

interface Wanted {
  readonly source: Source;
  readonly uri: vscode.Uri;
  readonly reasons: Set<Reason>;
  /** The last load, which readers of the source await. */
  loading: Promise<boolean>;
  /** Counts loads, so that a slow one does not bring back what was before. */
  loads: number;
  /** The state of the file that was read last, see `stampOf`. */
  stamp?: string | undefined;
  readonly watcher: vscode.Disposable;
}

/**
 * The bibliography files of the library: found in the workspace, named in settings, or declared by a document. Each follows its file on
 * disk and, while an editor has it open, the editor's text, saved or not.
 */
export class BibliographySources implements BibliographyReader, vscode.Disposable {
  loads = 0;
  private readonly wanted = new Map<string, Wanted>();
  private readonly timers = new Debouncer(longestWait);
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly library: LibraryService,
    private readonly log: vscode.LogOutputChannel,
    private readonly settledAfter = settled,
  ) {
    // When a folder goes or comes, VS Code tells of it alone, and not of the files in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    this.disposables = [
      this.timers,
      folders,
      folders.onDidDelete(uri => this.refreshBelow(uri, returning)),
      folders.onDidCreate(uri => this.refreshBelow(uri, quiet)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length) this.refresh(document.uri, quiet);
      }),
      // An editor closed without saving: the file's own text is back.
      vscode.workspace.onDidCloseTextDocument(document => this.refresh(document.uri, quiet)),
    ];
  }

  dispose(): void {
    for (const { watcher } of this.wanted.values()) watcher.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  async read(files: readonly vscode.Uri[], moment: 'now' | 'lately' = 'lately'): Promise<readonly string[]> {
    const wanted = files.map(uri => this.want(uri, 'document'));
    if (moment === 'now') await Promise.all(wanted.map(one => this.catchUp(one)));
    const isRead = await Promise.all(wanted.map(({ loading }) => loading));
    return wanted.filter((_, index) => isRead[index]).map(({ source }) => source.id);
  }

  stampOf(file: vscode.Uri): string | undefined {
    return this.wanted.get(file.toString())?.stamp;
  }

  /** Reads what has changed without waiting for the end of a burst. */
  private async catchUp(wanted: Wanted): Promise<void> {
    this.timers.runNow(wanted.source.id);
    await wanted.loading;
    const stamp = await stampOf(wanted.uri);
    if (wanted.stamp !== undefined && wanted.stamp !== stamp) wanted.loading = this.load(wanted);
  }

  /** These, and no others, are read for this reason. Resolves when all were read. */
  async keep(files: readonly vscode.Uri[], reason: Reason): Promise<void> {
    const kept = new Set(files.map(String));
    for (const [id, { reasons }] of this.wanted) {
      if (kept.has(id) || !reasons.delete(reason)) continue;
      if (reasons.size === 0) await this.forget(id);
    }
    await Promise.all(files.map(uri => this.want(uri, reason).loading));
  }

  /** Reads every file again, into a library that was started anew. */
  async reload(): Promise<void> {
    for (const wanted of this.wanted.values()) wanted.loading = this.load(wanted);
    await Promise.all([...this.wanted.values()].map(({ loading }) => loading));
  }

  /** The library lost them: until they are read again, nobody may conclude anything from what it does not have. */
  forgetRead(): void {
    for (const wanted of this.wanted.values()) {
      this.timers.cancel(wanted.source.id);
      wanted.loading = Promise.resolve(false);
    }
  }

  private want(uri: vscode.Uri, reason: Reason): Wanted {
    const id = uri.toString();
    const known = this.wanted.get(id);
    if (known) {
      known.reasons.add(reason);
      return known;
    }
    const source: Source = {
      id,
      kind: 'bibliography',
      label: vscode.workspace.asRelativePath(uri),
      format: detectFormat(uri.path) ?? 'bibtex',
    };
    const wanted: Wanted = {
      source,
      uri,
      reasons: new Set([reason]),
      loading: Promise.resolve(false),
      loads: 0,
      watcher: this.watch(uri),
    };
    this.wanted.set(id, wanted);
    wanted.loading = this.announceAndLoad(wanted);
    void tidyBeside(uri);
    return wanted;
  }

  /** The file is read while the library gets ready to hear of it. */
  private async announceAndLoad(wanted: Wanted): Promise<boolean> {
    const [isRead] = await Promise.all([this.load(wanted), this.library.announce(wanted.source)]);
    return isRead;
  }

  private refreshBelow(folder: vscode.Uri, after: number): void {
    const inFolder = `${folder.toString()}/`;
    for (const { source, uri } of this.wanted.values())
      if (source.id.startsWith(inFolder)) this.refresh(uri, after);
  }

  private watch(uri: vscode.Uri): vscode.Disposable {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const folder = vscode.Uri.joinPath(uri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, escapeGlob(name)),
    );
    watcher.onDidCreate(() => this.refresh(uri, quiet));
    watcher.onDidChange(() => this.refresh(uri, quiet));
    watcher.onDidDelete(() => this.refresh(uri, returning));
    return watcher;
  }

  private refresh(uri: vscode.Uri, after: number): void {
    const wanted = this.wanted.get(uri.toString());
    if (!wanted) return;
    this.timers.start(wanted.source.id, after, () => {
      wanted.loading = this.load(wanted);
    });
  }

  /** Whether the source can be searched now. */
  private async load(wanted: Wanted, isSettled = false): Promise<boolean> {
    const { source, uri } = wanted;
    const load = ++wanted.loads;
    this.loads++;
    try {
      wanted.stamp = undefined;
      const { content, stamp } = await contentOf(uri);
      if (this.wanted.get(source.id) !== wanted) return false;
      if (load !== wanted.loads) return wanted.loading;
      wanted.stamp = stamp;
      const state = await this.library.load(source, content, { settled: isSettled });
      // The library gave this one up for the next.
      if (load !== wanted.loads) return wanted.loading;
      if (state.status === 'loading')
        this.timers.start(source.id, this.settledAfter, () => {
          wanted.loading = this.load(wanted, true);
        });
      this.log.debug(`${source.label}: ${state.count} references, ${state.problems.length} problems.`);
      return couldBeRead(state);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        await this.library.drop(source.id);
        this.log.info(`${source.label} is gone.`);
        return false;
      }
      const failure = vscode.l10n.t('{0} could not be read: {1}', source.label, errorMessage(error));
      this.log.warn(failure);
      const { count } = await this.library.load(source, undefined, { failure });
      return count > 0;
    }
  }

  private async forget(id: string): Promise<void> {
    this.wanted.get(id)?.watcher.dispose();
    this.wanted.delete(id);
    this.timers.cancel(id);
    await this.library.drop(id);
  }
}

/** The text of the editor that has the file open and changed, else the file's bytes; and the state of the file, looked at before it was read. */
async function contentOf(
  uri: vscode.Uri,
): Promise<{ content: Uint8Array | string; stamp?: string | undefined }> {
  const open = openDocument(uri);
  if (open?.isDirty) return { content: open.getText(), stamp: await stampOf(uri) };
  const stat = await statFile(uri);
  const { type, size } = stat;
  // Reading a device would not end.
  if (!(type & vscode.FileType.File)) throw new Error(vscode.l10n.t('it is no file'));
  if (size > maxSize)
    throw new Error(vscode.l10n.t('it is larger than 1 GB, which is more than can be read'));
  return { content: await readFile(uri), stamp: fileStamp(stat) };
}

/** A file name as a glob that matches nothing else. */
function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
