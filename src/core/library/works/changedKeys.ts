import type { WorkChanges } from './works';

/** Keys of more works than this are not named when they change. */
const maxNamed = 1000;

/** The keys of what changed, unless they are many. */
export class ChangedKeys {
  private keys: Set<string> | undefined = new Set();
  private works = 0;

  add({ added, changed, removed }: WorkChanges): this {
    this.works += added.size + changed.size + removed.size;
    if (this.works > maxNamed) this.keys = undefined;
    for (const works of this.keys ? [added, changed, removed] : [])
      for (const work of works) for (const { key } of work.references) this.keys?.add(key);
    return this;
  }

  /** `undefined` when there are too many to name. */
  get named(): readonly string[] | undefined {
    return this.keys && [...this.keys];
  }
}
