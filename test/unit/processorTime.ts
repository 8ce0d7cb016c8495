/**
 * Milliseconds of the processor that something takes, the better of two runs: unlike the time that passes, it hardly grows when other
 * programs want the processor too.
 */
export function processorTime(act: () => void): number {
  const once = () => {
    const began = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}
