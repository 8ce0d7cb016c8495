import assert from 'node:assert/strict';

/** Four times the length may take that much longer: in proportion it is 4, where all is looked at again and again 16. */
const mostGrowth = 10;
/** Less than so many milliseconds is too little to be compared. */
const leastTime = 10;
const attempts = 6;

/**
 * Asserts that what is done with something of a length takes about four times as long for four times the length, at `longest`. One after the
 * other is compared, on the processor, and again if it seems too much: no limit in milliseconds, which a slow or busy machine would exceed.
 */
export async function assertLinear(
  longest: number,
  act: (length: number) => unknown,
  what?: string,
): Promise<void> {
  await act(longest / 4);
  let growth = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const long = await processorTime(() => act(longest));
    const short = await processorTime(() => act(longest / 4));
    growth = long / Math.max(short, leastTime);
    if (growth <= mostGrowth) return;
  }
  assert.fail(`${growth.toFixed(1)} times as long for four times the length${what ? `: ${what}` : ''}`);
}

async function processorTime(act: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
