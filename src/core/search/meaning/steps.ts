/** Work that takes long, done a few milliseconds at a time. */
export type Steps<T> = Generator<void, T, void>;

/** Does it all at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
