import type { Task } from '../core/util/cooperative';

/** Work goes on when nobody asked anything for so many milliseconds. */
const quietMs = 400;
/** The share of the time that is worked, unless somebody waits for the end. */
const usualDuty = 0.5;
/** The resolution of timers: work is done in at least as long stretches. */
const leastStretchMs = 4;

/** Time in milliseconds, from when on does not matter. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

const realClock: Clock = {
  now: () => performance.now(),
  sleep: milliseconds => new Promise(resolve => void setTimeout(resolve, milliseconds)),
};

/** Does long work half of the time, or the share of it that is given, while nobody asks for anything. */
export class BackgroundWork {
  private lastAsked = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock = realClock,
    private readonly duty = usualDuty,
  ) {}

  /** Somebody asks for something: the work stops at its next step, for a while. */
  giveWay(): void {
    this.lastAsked = this.clock.now();
  }

  /** Does it to the end; false when `goesOn` did not hold any more. `told` hears what the steps tell. */
  readonly run = async <Told>(
    work: Task<void, Told>,
    goesOn: () => boolean,
    told: (value: Told) => void,
  ): Promise<boolean> => {
    for (;;) {
      await this.quiet();
      if (!goesOn()) return false;
      const start = this.clock.now();
      let worked = 0;
      do {
        const step = work.next();
        if (step.done) return true;
        told(step.value);
        worked = this.clock.now() - start;
      } while (worked < leastStretchMs);
      await this.clock.sleep(worked / this.duty - worked);
    }
  };

  private async quiet(): Promise<void> {
    for (;;) {
      const rest = this.lastAsked + quietMs - this.clock.now();
      if (rest <= 0) return;
      await this.clock.sleep(rest);
    }
  }
}
