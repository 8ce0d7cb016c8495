/** Where the run of backticks at `at` ends. */
export function endOfTicks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 96) end++;
  return end;
}

/** Where runs of so many backticks begin, the last one first. */
export function runsOfTicks(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = text.indexOf('`'); at >= 0; ) {
    const end = endOfTicks(text, at);
    const same = runs.get(end - at);
    if (same) same.push(at);
    else runs.set(end - at, [at]);
    at = text.indexOf('`', end);
  }
  for (const same of runs.values()) same.reverse();
  return runs;
}
