import type { LibraryService } from '../core/library/libraryService';
import { speakBy, translateBy } from '../core/util/say';
import { BackgroundWork } from './backgroundWork';
import { makeLibrary } from './makeLibrary';
import { type FromLibrary, type Port, type ToLibrary, transferable } from './messages';

/** While a window opens others need the processor: so long, in milliseconds, papers are not read for their meaning. */
const opening = 5000;

/** Answers the calls that arrive at a port with a library of its own. */
export function serveLibrary(port: Port): void {
  let library: LibraryService | undefined;
  const background = new BackgroundWork();
  const send = (message: FromLibrary, transfer: readonly ArrayBuffer[] = []) => port.post(message, transfer);
  port.onMessage(async received => {
    const message = received as ToLibrary;
    if (message.kind === 'start') {
      if (message.assets.texts) speakBy(translateBy(message.assets.texts));
      const opened = new Promise<void>(resolve => void setTimeout(resolve, opening));
      library = makeLibrary(message.assets, background, undefined, opened);
      library.onDidChange(change => send({ kind: 'change', change }));
      library.onDidUnderstand(understanding => send({ kind: 'understanding', understanding }));
      return;
    }
    const { id, method, args } = message;
    background.giveWay();
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
