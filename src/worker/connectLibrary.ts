import type { LibraryChange, LibraryService, Understanding } from '../core/library/libraryService';
import { libraryProxy } from './libraryProxy';
import { Listeners } from './listeners';
import {
  type FromLibrary,
  type LibraryAssets,
  type Method,
  type Port,
  type ToLibrary,
  transferable,
} from './messages';

/** The thread of the library ended before it answered. */
export class WorkerExitedError extends Error {
  override readonly name = 'LibraryGoneError';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The library on the other side of a port. Bytes given to it are transferred, not copied. */
export class LibraryConnection {
  readonly service: LibraryService;
  private readonly waiting = new Map<number, Waiting>();
  private readonly changed = new Listeners<LibraryChange>();
  private readonly understood = new Listeners<Understanding>();
  private calls = 0;
  private failure: string | undefined;

  constructor(private readonly port: Port) {
    this.service = libraryProxy((method, args) => this.call(method, args), {
      onDidChange: this.changed.add,
      onDidUnderstand: this.understood.add,
    });
    port.onMessage(message => this.receive(message as FromLibrary));
  }

  /** Gives the library its files; to be done before anything is asked. */
  start(assets: LibraryAssets): void {
    this.send({ kind: 'start', assets }, transferable(Object.values(assets)));
  }

  /** The other side is gone: whoever waits, or asks from now on, is told so. */
  fail(reason: string): void {
    this.failure = reason;
    for (const { reject } of this.waiting.values()) reject(new WorkerExitedError(reason));
    this.waiting.clear();
  }

  private call(method: Method, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) throw new WorkerExitedError(this.failure);
      const id = ++this.calls;
      this.waiting.set(id, { resolve, reject });
      this.send({ kind: 'call', id, method, args }, transferable(args));
    });
  }

  private send(message: ToLibrary, transfer: readonly ArrayBuffer[]): void {
    this.port.post(message, transfer);
  }

  private receive(message: FromLibrary): void {
    if (message.kind === 'change') {
      this.changed.tell(message.change);
      return;
    }
    if (message.kind === 'understanding') {
      this.understood.tell(message.understanding);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  }
}
