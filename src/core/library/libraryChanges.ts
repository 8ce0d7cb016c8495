import type { SourceState } from '../model/source';
import type { LibraryChange } from './libraryService';

/** Tells listeners what changed. Changes that follow one another at once are told together. */
export class LibraryChanges {
  private readonly listeners = new Set<(change: LibraryChange) => void>();
  private pending: Set<string> | 'all' | undefined;

  constructor(
    private readonly states: () => readonly SourceState[],
    private readonly pause: () => Promise<void>,
  ) {}

  /** Returns a function that ends it. */
  listen(listener: (change: LibraryChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Keys of what changed; `undefined` for too many to name. */
  announce(keys: readonly string[] | undefined): void {
    const first = this.pending === undefined;
    if (keys === undefined || this.pending === 'all') this.pending = 'all';
    else this.pending = new Set([...(this.pending ?? []), ...keys]);
    if (first) void this.pause().then(() => this.tell());
  }

  private tell(): void {
    const changed = this.pending;
    this.pending = undefined;
    const change: LibraryChange = {
      sources: this.states(),
      ...(changed && changed !== 'all' ? { keys: [...changed] } : {}),
    };
    for (const listener of this.listeners) listener(change);
  }
}
