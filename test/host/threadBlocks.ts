/** A stretch of work: when it ended, in milliseconds of `performance.now()`, and how much of the processor it took until then. */
export interface Block {
  readonly end: number;
  readonly milliseconds: number;
}

/** Shorter ones are not listed, in milliseconds. */
const leastListed = 15;

/**
 * Measures how long this thread works without giving others their turn, in processor time of its own: what else runs on the machine does
 * not count.
 */
export function measureBlocks(): { end(): number; readonly listed: readonly Block[] } {
  const thread = process as unknown as { threadCpuUsage?(): NodeJS.CpuUsage };
  const worked = () => {
    const { user, system } = thread.threadCpuUsage?.() ?? process.cpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  let last = worked();
  const listed: Block[] = [];
  const beating = setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - last);
    if (now - last > leastListed) listed.push({ end: performance.now(), milliseconds: now - last });
    last = now;
  }, 1);
  return {
    listed,
    /** The longest block, in milliseconds. */
    end: () => {
      clearInterval(beating);
      return longest;
    },
  };
}
