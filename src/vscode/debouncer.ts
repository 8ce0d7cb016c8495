/** One timer a name: starting it again puts it off, so that a burst of events is one, but not for ever. */
export class Debouncer {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly actions = new Map<string, () => void>();
  /** When what is waited for was asked for first. */
  private readonly since = new Map<string, number>();

  /** @param maxMilliseconds how long an action is put off at most */
  constructor(private readonly maxMilliseconds = Number.POSITIVE_INFINITY) {}

  start(name: string, milliseconds: number, action: () => void): void {
    const now = Date.now();
    const since = this.since.get(name) ?? now;
    this.cancel(name);
    this.since.set(name, since);
    this.actions.set(name, action);
    const wait = Math.max(0, Math.min(milliseconds, since + this.maxMilliseconds - now));
    this.timers.set(
      name,
      setTimeout(() => this.runNow(name), wait),
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
    this.since.delete(name);
  }

  dispose(): void {
    for (const name of [...this.timers.keys()]) this.cancel(name);
  }
}
