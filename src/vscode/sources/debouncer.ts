/** One timer a name: starting it again puts it off, so that a burst of events is one. */
export class Debouncer {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly actions = new Map<string, () => void>();

  start(name: string, milliseconds: number, action: () => void): void {
    this.cancel(name);
    this.actions.set(name, action);
    this.timers.set(
      name,
      setTimeout(() => this.runNow(name), milliseconds),
    );
  }

  /** Does what is waited for, if anything is. */
  runNow(name: string): void {
    const action = this.actions.get(name);
    this.cancel(name);
    action?.();
  }

  cancel(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
    this.actions.delete(name);
  }

  dispose(): void {
    for (const name of [...this.timers.keys()]) this.cancel(name);
  }
}
