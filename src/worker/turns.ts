import type { Task } from '../core/util/cooperative';

/** So long the work goes on before others have their turn, in milliseconds: what somebody types arrives in between. */
const usualSlice = 8;

/** Does work in slices of so many milliseconds; `undefined` when `goesOn` did not hold any more. */
export async function inSlices<T>(
  work: Task<T>,
  goesOn = () => true,
  slice = usualSlice,
): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await othersTurn();
    if (!goesOn()) return undefined;
  }
}

let turns: Promise<void> = Promise.resolve();

/** A turn of one's own: many wait for the same, like a library that is read, and what each does then adds up otherwise. */
export function ownTurn(): Promise<void> {
  turns = turns.then(othersTurn);
  return turns;
}

/** After whatever waits now: what arrived meanwhile is answered in between. */
export function othersTurn(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}
