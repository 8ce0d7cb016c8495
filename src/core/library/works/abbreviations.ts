/** What the bibliographies of a library abbreviate: a document often has its abbreviations in one file and its references in another. */
export class Abbreviations {
  private readonly bySource = new Map<string, ReadonlyMap<string, string>>();

  /** `true` when a source defines others than it did. Names are in lower case. */
  define(sourceId: string, defined: ReadonlyMap<string, string> = new Map()): boolean {
    const before = this.bySource.get(sourceId);
    if (defined.size) this.bySource.set(sourceId, defined);
    else this.bySource.delete(sourceId);
    return [...(before ?? [])].join() !== [...defined].join();
  }

  readonly find = (name: string): string | undefined => {
    for (const defined of this.bySource.values()) {
      const text = defined.get(name);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}
