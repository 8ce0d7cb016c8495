/** 0 up to `start`, 1 from `end` on, rising evenly between them. */
export function linearStep(value: number, start: number, end: number): number {
  return Math.min(1, Math.max(0, (value - start) / (end - start)));
}
