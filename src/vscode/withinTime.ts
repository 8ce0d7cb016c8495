/** What a promise resolves to; `undefined` where it fails, or takes longer than so many milliseconds. Never rejects. */
export function withinTime<Value>(promise: Promise<Value>, longest: number): Promise<Value | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(undefined), longest);
    const end = (value?: Value) => {
      clearTimeout(timer);
      resolve(value);
    };
    promise.then(end, () => end());
  });
}
