/**
 * A table to look up what files and servers say: it has what is written here and nothing else. A plain object has `constructor`, `toString`
 * and `__proto__` too, which an entry's type, a field or a command may be called.
 */
export function tableOf<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries) as Readonly<Record<string, T>>;
}
