/** Work that takes long, done a few milliseconds at a time; what is `Told` between them says how far it is. */
export type Steps<T, Told = void> = Generator<Told, T, void>;

/** Does it all at once. */
export function finish<T>(steps: Steps<T, unknown>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
