import type { Port } from '../../worker/messages';

/** A running thread that serves the library. */
export interface LibraryThread {
  readonly port: Port;
  /** It ended by itself, with the reason. */
  onFailure(listener: (reason: string) => void): void;
  end(): void;
}
