/** Milliseconds that this process has kept processors busy, those of its compiler and garbage collector included. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
