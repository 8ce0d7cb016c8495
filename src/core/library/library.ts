import type { Reference } from '../reference';
import { noChanges, type Work, type WorkChanges, Works } from './works';

/** References of all sources: by key, by source, by work. Changes are told, so that an index follows without being rebuilt. */
export class Library {
  readonly works = new Works();
  private readonly bySource = new Map<string, readonly Reference[]>();
  private readonly byKey = new Map<string, Reference[]>();

  /** A source's references in file order. */
  contents(sourceId: string): readonly Reference[] {
    return this.bySource.get(sourceId) ?? [];
  }

  /** Every reference with this key, in whatever source. */
  withKey(key: string): readonly Reference[] {
    return this.byKey.get(key) ?? [];
  }

  /**
   * Gives a source other contents. References whose `content` is what it was keep their work and their place in the index; only
   * their line may differ.
   */
  replace(sourceId: string, references: readonly Reference[]): WorkChanges {
    const changes = noChanges();
    const before = new Map<unknown, Reference[]>();
    for (const reference of this.contents(sourceId)) {
      const known = before.get(contentOf(reference));
      if (known) known.push(reference);
      else before.set(contentOf(reference), [reference]);
    }
    const added: Reference[] = [];
    for (const reference of references) {
      const same = before.get(contentOf(reference))?.shift();
      if (!same) added.push(reference);
      else if (same !== reference) {
        this.works.replace(same, reference);
        this.forgetKey(same);
        this.rememberKey(reference);
      }
    }
    for (const gone of [...before.values()].flat()) {
      this.works.remove(gone, changes);
      this.forgetKey(gone);
    }
    for (const reference of added) {
      this.works.add(reference, changes);
      this.rememberKey(reference);
    }
    if (references.length) this.bySource.set(sourceId, references);
    else this.bySource.delete(sourceId);
    return changes;
  }

  private rememberKey(reference: Reference): void {
    const known = this.byKey.get(reference.key);
    if (known) known.push(reference);
    else this.byKey.set(reference.key, [reference]);
  }

  private forgetKey(reference: Reference): void {
    const left = this.byKey.get(reference.key)?.filter(other => other !== reference);
    if (left?.length) this.byKey.set(reference.key, left);
    else this.byKey.delete(reference.key);
  }
}

/** What is compared to tell whether an entry is the same as before. */
function contentOf(reference: Reference): unknown {
  return reference.content ?? reference.item;
}

/** The reference of a work to offer: of the first preferred source that has it, else the first that was read. */
export function preferredReference(work: Work, preferredSources: readonly string[]): Reference {
  for (const source of preferredSources) {
    const found = work.references.find(reference => reference.origin.source === source);
    if (found) return found;
  }
  return work.references[0]!;
}
