import * as vscode from 'vscode';
import type { LibraryChange, LibraryService, Understanding } from '../../core/library/libraryService';
import { LibraryConnection, WorkerExitedError } from '../../worker/connectLibrary';
import { libraryProxy } from '../../worker/libraryProxy';
import { Listeners } from '../../worker/listeners';
import type { LibraryAssets, Method } from '../../worker/messages';
import { Debouncer } from '../debouncer';
import { readFile } from '../files/fileAccess';
import { notify } from '../notify';
import { settings } from '../settings';
import { spawnThread } from '../threads/spawnThread';
import type { LibraryCaches } from './libraryCache';

/**
 * A thread that ended by itself is started again with all sources, unless that happened so often within this time, in milliseconds: then
 * with the bundled collection alone, until somebody asks for more.
 */
const maxRestarts = 2;
const countedTime = 10 * 60_000;
/** The cache is written when nothing changed for this long: it takes a moment, and most changes are followed by others. */
const quiet = 10_000;
/** What was understood is written so often, and when all is: it is up to 16 MB. */
const understandingWrittenMs = 120_000;

/** The library in a thread of its own, started when first asked something. */
export class LibraryWorkerHost implements vscode.Disposable {
  readonly service: LibraryService;
  private readonly changed = new Listeners<LibraryChange>();
  private readonly understood = new Listeners<Understanding>();
  private readonly restarted = new vscode.EventEmitter<void>();
  private running: Promise<LibraryService> | undefined;
  private end: (() => void) | undefined;
  /** When threads ended by themselves, of late. */
  private failures: number[] = [];
  private readonly gaveUp = new vscode.EventEmitter<void>();
  private isDisposed = false;
  private readonly writing = new Debouncer();
  private readonly writingUnderstood = new Debouncer(understandingWrittenMs);

  /** The library was started anew and holds the bundled collection only: sources are to be loaded again. */
  readonly onDidRestart = this.restarted.event;

  /** The library holds the bundled collection only, and is not loaded again before `retry`: nothing can be said of what it lacks. */
  readonly onDidGiveUp = this.gaveUp.event;

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    private readonly log: vscode.LogOutputChannel,
    private readonly caches?: LibraryCaches,
    private readonly understands: () => boolean = () => false,
  ) {
    this.service = libraryProxy((method, args) => this.call(method, args), {
      onDidChange: this.changed.add,
      onDidUnderstand: this.understood.add,
    });
  }

  dispose(): void {
    this.isDisposed = true;
    this.writing.dispose();
    this.writingUnderstood.dispose();
    this.end?.();
    this.restarted.dispose();
    this.gaveUp.dispose();
    this.changed.clear();
    this.understood.clear();
  }

  private async call(method: Method, args: readonly unknown[], again = false): Promise<unknown> {
    this.running ??= this.start();
    const library = await this.running;
    try {
      return await (library[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    } catch (error) {
      // What is loaded is loaded again by whoever hears of the restart.
      if (!(error instanceof WorkerExitedError) || again || method === 'load') throw error;
      return this.call(method, args, true);
    }
  }

  private async start(): Promise<LibraryService> {
    try {
      const [assets, connection] = await Promise.all([this.readAssets(), this.connect()]);
      connection.start(assets);
      void connection.service.understand(this.understands()).catch(() => undefined);
      return connection.service;
    } catch (error) {
      // Whoever asks next tries again.
      this.running = undefined;
      this.end?.();
      this.log.error(`The library could not be started: ${String(error)}`);
      throw error;
    }
  }

  /** To a thread that does not know its files yet: it gets ready while they are read. */
  private async connect(): Promise<LibraryConnection> {
    const thread = await spawnThread(this.extension.extensionUri, 'libraryWorker');
    const connection = new LibraryConnection(thread.port);
    this.end = () => thread.end();
    thread.onFailure(reason => this.restart(connection, reason));
    connection.service.onDidChange(change => this.tell(change));
    connection.service.onDidUnderstand(understanding => this.tellUnderstanding(understanding));
    return connection;
  }

  private restart(ended: LibraryConnection, reason: string): void {
    if (this.isDisposed) return;
    const now = Date.now();
    this.failures = [...this.failures.filter(time => now - time < countedTime), now];
    this.running = undefined;
    ended.fail(`The library ended: ${reason}`);
    if (this.failures.length <= maxRestarts) {
      this.log.error(`The library ended (${reason}) and is started again.`);
      this.restarted.fire();
      return;
    }
    this.log.error(`The library ended again (${reason}) and is started without your bibliographies.`);
    this.gaveUp.fire();
    void notify.error(
      vscode.l10n.t(
        'Your bibliographies cannot be searched: reading them failed {0} times ({1}). The log says more; run “Literature: Refresh Library” to try again.',
        this.failures.length,
        reason,
      ),
    );
  }

  /** Whoever asks by hand wants another try. */
  retry(): void {
    this.failures = [];
  }

  private tell(change: LibraryChange): void {
    this.changed.tell(change);
    const isSettled = change.sources.every(({ status }) => status !== 'loading');
    const hasOwn = change.sources.some(({ source }) => source.kind !== 'collection');
    this.writing.cancel('snapshot');
    if (this.caches && isSettled && hasOwn)
      this.writing.start('snapshot', quiet, () => void this.writeCache());
  }

  private async writeCache(): Promise<void> {
    const bytes = await this.service.snapshot();
    if (bytes) await this.caches?.library.write(bytes);
  }

  private tellUnderstanding(understanding: Understanding): void {
    this.understood.tell(understanding);
    const isAll = understanding.done === understanding.total;
    const wait = isAll ? quiet : understandingWrittenMs;
    this.writingUnderstood.start('understood', wait, () => void this.writeUnderstood());
  }

  private async writeUnderstood(): Promise<void> {
    const bytes = await this.service.understood();
    if (bytes) await this.caches?.understood.write(bytes);
  }

  private async readAssets(): Promise<LibraryAssets> {
    const { extensionUri, packageJSON } = this.extension;
    const read = (path: string) => readFile(vscode.Uri.joinPath(extensionUri, path));
    const optional = (path: string) => read(path).catch(() => undefined);
    const [references, topics, index, han, encoder, vectors, cache, understood] = await Promise.all([
      read('data/references.json'),
      read('data/topics.json'),
      optional('dist/collection.index'),
      optional('dist/han.txt'),
      optional('data/meaning/encoder.bin'),
      optional('data/meaning/collection.bin'),
      this.caches?.library.read(),
      this.caches?.understood.read(),
    ]);
    return {
      references,
      topics,
      withCollection: settings.withCollection(),
      ...(index ? { index } : {}),
      ...(han ? { han } : {}),
      ...(encoder && vectors
        ? { meaning: { encoder, vectors, ...(understood ? { cache: understood } : {}) } }
        : {}),
      ...(cache ? { cache } : {}),
      ...(vscode.l10n.bundle && { texts: vscode.l10n.bundle }),
      writer: `${packageJSON.name} ${packageJSON.version}`,
    };
  }
}
