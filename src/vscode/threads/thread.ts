import type { Port } from '../../worker/messages';

/** A running thread of the extension. */
export interface Thread {
  readonly port: Port;
  /** It ended by itself, with the reason. */
  onFailure(listener: (reason: string) => void): void;
  end(): void;
}

/** The scripts that run in threads, by their names in `dist`. */
export type ThreadName = 'libraryWorker' | 'formatterWorker' | 'writerWorker';
