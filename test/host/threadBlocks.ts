/** A stretch of work: from when to when, in milliseconds of `performance.now()`, and how much of the processor it took. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly milliseconds: number;
}

/** Shorter ones are not listed, in milliseconds. */
const leastListed = 15;

/**
 * Measures how long this thread works without giving others their turn, in processor time of its own: what else runs on the machine does
 * not count.
 */
export function measureBlocks(): { end(): number; worked(): number; readonly listed: readonly Block[] } {
  const thread = process as unknown as { threadCpuUsage?(): NodeJS.CpuUsage };
  const worked = () => {
    const { user, system } = thread.threadCpuUsage?.() ?? process.cpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  const first = worked();
  let last = first;
  let before = performance.now();
  const listed: Block[] = [];
  const beating = setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - last);
    const end = performance.now();
    if (now - last > leastListed) listed.push({ start: before, end, milliseconds: now - last });
    [last, before] = [now, end];
  }, 1);
  return {
    listed,
    /** Milliseconds of the processor since the beginning. */
    worked: () => worked() - first,
    /** The longest block, in milliseconds. */
    end: () => {
      clearInterval(beating);
      return longest;
    },
  };
}
