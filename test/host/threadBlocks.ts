/**
 * Measures how long this thread works without giving others their turn, in processor time of its own: what else runs on the machine does
 * not count.
 */
export function measureBlocks(): { end(): number } {
  const thread = process as unknown as { threadCpuUsage?(): NodeJS.CpuUsage };
  const worked = () => {
    const { user, system } = thread.threadCpuUsage?.() ?? process.cpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  let last = worked();
  const beating = setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return {
    /** The longest block, in milliseconds. */
    end: () => {
      clearInterval(beating);
      return longest;
    },
  };
}
