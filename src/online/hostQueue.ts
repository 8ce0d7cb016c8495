import type { Clock } from './transport';

export interface Pace {
  /** Milliseconds from the start of one request to the start of the next. */
  readonly interval: number;
  readonly atOnce: number;
}

/** The requests to one host, one after the other: so many at once, so far apart, none while the host wants a pause. */
export class HostQueue {
  private running = 0;
  private nextStart = 0;
  private readonly waiting: (() => void)[] = [];
  /** No request starts before; in the time of the clock. */
  pausedUntil = 0;

  constructor(
    public pace: Pace,
    private readonly clock: Clock,
  ) {}

  /** Runs a task when its turn has come. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.turn(signal);
    try {
      const wait = Math.max(this.nextStart, this.pausedUntil) - this.clock.now();
      this.nextStart = Math.max(this.clock.now(), this.clock.now() + wait) + this.pace.interval;
      if (wait > 0) await this.clock.sleep(wait, signal);
      signal.throwIfAborted();
      return await task();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  private async turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.running >= this.pace.atOnce)
      await new Promise<void>((resolve, reject) => {
        const go = () => {
          signal.removeEventListener('abort', stop);
          resolve();
        };
        const stop = () => {
          this.waiting.splice(this.waiting.indexOf(go), 1);
          reject(signal.reason);
        };
        this.waiting.push(go);
        signal.addEventListener('abort', stop, { once: true });
      });
    this.running++;
  }
}
