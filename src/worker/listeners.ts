/** Whoever wants to hear of something. */
export class Listeners<Told> {
  private readonly listeners = new Set<(told: Told) => void>();

  /** Gives what ends it. */
  readonly add = (listener: (told: Told) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  tell(told: Told): void {
    for (const listener of this.listeners) listener(told);
  }

  clear(): void {
    this.listeners.clear();
  }
}
