import type { LibraryChange, LibraryService } from '../core/library/libraryService';
import type { FromLibrary, LibraryAssets, Method, Port, ToLibrary } from './messages';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The library on the other side of a port. Bytes given to `load` are transferred, not copied. */
export class LibraryConnection {
  readonly service: LibraryService;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(change: LibraryChange) => void>();
  private calls = 0;

  constructor(
    private readonly port: Port,
    assets: LibraryAssets,
  ) {
    port.onMessage(message => this.receive(message as FromLibrary));
    this.send({ kind: 'start', assets }, transferable(Object.values(assets)));
    const call =
      (method: Method) =>
      (...args: unknown[]) =>
        this.call(method, args);
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
    } as LibraryService;
  }

  /** The other side is gone: whoever waits is told so. */
  fail(reason: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  private call(method: Method, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
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
      for (const listener of this.listeners) listener(message.change);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  }
}

/** Buffers that nobody else looks into; small files share a pool of Node's, which must not be given away. */
function transferable(values: readonly unknown[]): ArrayBuffer[] {
  return values.flatMap(value =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );
}
