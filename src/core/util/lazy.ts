/** What is made when it is first asked for: tables and `Intl` objects that would make loading a program longer. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
