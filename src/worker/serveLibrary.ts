import type { LibraryService } from '../core/library/libraryService';
import { makeLibrary } from './makeLibrary';
import { type FromLibrary, type Port, type ToLibrary, transferable } from './messages';

/** Answers the calls that arrive at a port with a library of its own. */
export function serveLibrary(port: Port): void {
  let library: LibraryService | undefined;
  const send = (message: FromLibrary, transfer: readonly ArrayBuffer[] = []) => port.post(message, transfer);
  port.onMessage(async received => {
    const message = received as ToLibrary;
    if (message.kind === 'start') {
      library = makeLibrary(message.assets);
      library.onDidChange(change => send({ kind: 'change', change }));
      return;
    }
    const { id, method, args } = message;
    try {
      if (!library) throw new Error('The library was asked before it was started.');
      const call = library[method] as (...args: readonly unknown[]) => Promise<unknown>;
      const value = await call.apply(library, args as unknown[]);
      send({ kind: 'answer', id, value }, transferable([value]));
    } catch (error) {
      const { message, stack } = error as Error;
      send({ kind: 'failure', id, message, ...(stack ? { stack } : {}) });
    }
  });
}
