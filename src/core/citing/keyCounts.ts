import { wildcardKey } from './citedKeys';

/** How one document cites: how often each key, and whether its bibliography program minds the case of keys. */
export interface DocumentKeys {
  readonly counts: ReadonlyMap<string, number>;
  readonly ignoresCase: boolean;
}

/** How often the documents of a workspace cite each key. */
export class KeyCounts {
  private readonly exact = new Map<string, number>();
  private readonly inAnyCase = new Map<string, number>();

  constructor(documents: Iterable<DocumentKeys>) {
    for (const { counts, ignoresCase } of documents)
      for (const [key, count] of counts) {
        const into = ignoresCase ? this.inAnyCase : this.exact;
        const name = ignoresCase ? key.toLowerCase() : key;
        into.set(name, (into.get(name) ?? 0) + count);
      }
  }

  of(key: string): number {
    return (this.exact.get(key) ?? 0) + (this.inAnyCase.get(key.toLowerCase()) ?? 0);
  }

  /** Some document cites everything there is: `\\nocite{*}`. */
  get includeAll(): boolean {
    return this.exact.has(wildcardKey) || this.inAnyCase.has(wildcardKey);
  }
}
