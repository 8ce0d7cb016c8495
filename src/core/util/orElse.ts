/**
 * What is made of one item, or what stands for it where that fails: one bad item of a file must cost that item, and never the list, the
 * index or the page it is in.
 */
export function orElse<T>(make: () => T, otherwise: (error: unknown) => T): T {
  try {
    return make();
  } catch (error) {
    return otherwise(error);
  }
}
