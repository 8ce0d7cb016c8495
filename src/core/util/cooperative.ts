/** Work that takes long, done a few milliseconds at a time; what is `Told` between them says how far it is. */
export type Task<T, Told = void> = Generator<Told, T, void>;

/** Does it all at once. */
export function runToEnd<T>(steps: Task<T, unknown>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work that is done already. */
export function* noWork(): Task<void, never> {}

/** Does work that takes minutes while nothing else is to do; false when it gave up since `goesOn` did not hold any more. */
export type InBackground = <Told>(
  work: Task<void, Told>,
  goesOn: () => boolean,
  told: (value: Told) => void,
) => Promise<boolean>;
