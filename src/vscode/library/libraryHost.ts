import * as vscode from 'vscode';
import { spawnWorker } from '#spawnWorker';
import type { LibraryChange, LibraryService } from '../../core/library/libraryService';
import { LibraryConnection } from '../../worker/connectLibrary';
import { makeLibrary } from '../../worker/makeLibrary';
import type { LibraryAssets, Method } from '../../worker/messages';

/** A worker that ended by itself is started again, but not for ever. */
const restarts = 2;

/**
 * The library in a thread of its own, started when first asked something. Should no thread be had (or it keeps ending), the library works
 * in the extension host, in slices.
 */
export class LibraryHost implements vscode.Disposable {
  readonly service: LibraryService;
  private readonly listeners = new Set<(change: LibraryChange) => void>();
  private readonly restarted = new vscode.EventEmitter<void>();
  private running: Promise<LibraryService> | undefined;
  private end: (() => void) | undefined;
  private failures = 0;

  /** The library was started anew and holds the bundled collection only: sources are to be loaded again. */
  readonly onDidRestart = this.restarted.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const call = (method: Method) =>
      (async (...args: unknown[]) => {
        const library = await this.library();
        return (library[method] as (...args: unknown[]) => unknown)(...args);
      }) as never;
    this.service = {
      load: call('load'),
      announce: call('announce'),
      drop: call('drop'),
      sources: call('sources'),
      search: call('search'),
      completeFilter: call('completeFilter'),
      find: call('find'),
      keys: call('keys'),
      duplicateKeys: call('duplicateKeys'),
      contents: call('contents'),
      groups: call('groups'),
      members: call('members'),
      related: call('related'),
      bibtex: call('bibtex'),
      onDidChange: listener => {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
      },
    };
  }

  dispose(): void {
    this.end?.();
    this.restarted.dispose();
    this.listeners.clear();
  }

  private library(): Promise<LibraryService> {
    this.running ??= this.start();
    return this.running;
  }

  private async start(): Promise<LibraryService> {
    const assets = await readAssets(this.extensionUri);
    const service = (await this.startThread(assets)) ?? makeLibrary(assets);
    service.onDidChange(change => {
      for (const listener of this.listeners) listener(change);
    });
    return service;
  }

  private async startThread(assets: LibraryAssets): Promise<LibraryService | undefined> {
    if (this.failures > restarts) return undefined;
    try {
      const thread = await spawnWorker(this.extensionUri);
      const connection = new LibraryConnection(thread.port, assets);
      this.end = () => thread.end();
      thread.onFailure(reason => {
        this.log.error(`The library's thread ended: ${reason}. Starting it again.`);
        this.failures++;
        this.running = undefined;
        connection.fail(`The library had to be started again (${reason}).`);
        this.restarted.fire();
      });
      return connection.service;
    } catch (error) {
      this.log.warn(`No thread for the library, it works in the extension host: ${String(error)}`);
      return undefined;
    }
  }
}

async function readAssets(extensionUri: vscode.Uri): Promise<LibraryAssets> {
  const read = (path: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)) as Promise<Uint8Array>;
  const optional = (path: string) => read(path).catch(() => undefined);
  const [references, topics, index, meaning] = await Promise.all([
    read('data/references.json'),
    read('data/topics.json'),
    optional('dist/collection.index'),
    optional('data/meaning/table.bin'),
  ]);
  return { references, topics, ...(index ? { index } : {}), ...(meaning ? { meaning } : {}) };
}
