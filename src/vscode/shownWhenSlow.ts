import { withinTime } from './withinTime';

/** The same work, during which `show` is called, and waited for, only where it takes longer than so many milliseconds. */
export async function shownWhenSlow<Value>(
  work: Promise<Value>,
  unseenMilliseconds: number,
  show: (settled: Promise<void>) => PromiseLike<void>,
): Promise<Value> {
  let running = true;
  const end = () => {
    running = false;
  };
  const settled = work.then(end, end);
  await withinTime(settled, unseenMilliseconds);
  if (running) await show(settled);
  return work;
}
