import type { LibraryChange } from '../core/library/libraryService';

/** Whoever wants to hear of changes. */
export class ChangeListeners {
  private readonly listeners = new Set<(change: LibraryChange) => void>();

  /** Gives what ends it. */
  readonly add = (listener: (change: LibraryChange) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  tell(change: LibraryChange): void {
    for (const listener of this.listeners) listener(change);
  }

  clear(): void {
    this.listeners.clear();
  }
}
