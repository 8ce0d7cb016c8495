/**
 * A cache that forgets what was not asked for of late. There are two generations: once the young one is half of what may be held, it becomes
 * the old one, and what is in that only is forgotten. So between half and all of the limit is held, and asking costs no more than of a `Map`.
 */
export class BoundedCache<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();
  private youngSize = 0;

  /** @param limit the sum of the sizes of what is held at most; without `sizeOf`, how many */
  constructor(
    private readonly limit: number,
    private readonly sizeOf: (key: Key, value: Value) => number = () => 1,
  ) {}

  get(key: Key): Value | undefined {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const aged = this.old.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  /** Gives the value back. One that alone is more than half of the limit is not kept. */
  set(key: Key, value: Value): Value {
    this.delete(key);
    const size = this.sizeOf(key, value);
    const half = this.limit / 2;
    if (size > half) return value;
    if (this.youngSize + size > half) this.age();
    this.young.set(key, value);
    this.youngSize += size;
    return value;
  }

  /** What is kept under this key, or else what `make` makes, which is kept then. */
  getOrMake(key: Key, make: () => Value): Value {
    return this.get(key) ?? this.set(key, make());
  }

  delete(key: Key): void {
    const known = this.young.get(key);
    if (known !== undefined) this.youngSize -= this.sizeOf(key, known);
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
    this.youngSize = 0;
  }

  /** Those that will be forgotten first, first. */
  entries(): [Key, Value][] {
    return [...this.old, ...this.young];
  }

  private age(): void {
    this.old = this.young;
    this.young = new Map();
    this.youngSize = 0;
  }
}
