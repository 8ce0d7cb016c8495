import type { Reference } from '../../model/reference';
import type { SummaryCache } from './summaryCache';
import { type Work, type WorkChanges, Works } from './works';

/** References of all sources: by key, by source, by work. Changes are told, so that an index follows without being rebuilt. */
export class ReferenceStore {
  readonly works: Works;
  private readonly bySource = new Map<string, readonly Reference[]>();
  private readonly byKey = new Map<string, Reference[]>();

  constructor(briefs: SummaryCache) {
    this.works = new Works(briefs);
  }

  /** A source's references in file order. */
  contents(sourceId: string): readonly Reference[] {
    return this.bySource.get(sourceId) ?? [];
  }

  /** Every reference that can be cited by a key. */
  *keyed(): Iterable<Reference> {
    for (const references of this.byKey.values()) yield* references;
  }

  /** Every reference that can be cited by this key, in whatever source. */
  withKey(key: string): readonly Reference[] {
    return this.byKey.get(key) ?? [];
  }

  /**
   * Gives a source other contents, found by their keys from now on, and gives back those of them that are new and still to be filed.
   * References whose `content` is what it was keep their work and their place in the index; only their line may differ.
   */
  replace(sourceId: string, references: readonly Reference[], changes: WorkChanges): readonly Reference[] {
    const isFiled = (reference: Reference) => this.works.of(reference) !== undefined;
    const contents = this.contents(sourceId);
    for (const reference of contents) if (!isFiled(reference)) this.forgetKey(reference);
    const before = byContent(contents.filter(isFiled));
    if (references.length) this.bySource.set(sourceId, references);
    else this.bySource.delete(sourceId);
    const added: Reference[] = [];
    for (const reference of references) {
      const same = before.size ? before.get(contentOf(reference))?.shift() : undefined;
      if (same === reference) continue;
      if (!same) added.push(reference);
      else {
        this.works.replace(same, reference);
        this.forgetKey(same);
      }
      this.rememberKey(reference);
    }
    const gone = [...before.values()].flat();
    this.works.removeAll(gone, changes);
    for (const reference of gone) this.forgetKey(reference);
    return added;
  }

  /** Files a reference of a source among the works. */
  file(reference: Reference, changes: WorkChanges): void {
    this.works.add(reference, changes);
  }

  /** Files a reference as it was filed before, or else as a new one. */
  restore(reference: Reference, identities: readonly number[], work: Work, changes: WorkChanges): void {
    if (!this.works.restore(reference, identities, work)) this.file(reference, changes);
  }

  private rememberKey(reference: Reference): void {
    for (const key of keysOf(reference)) {
      const known = this.byKey.get(key);
      if (known) known.push(reference);
      else this.byKey.set(key, [reference]);
    }
  }

  private forgetKey(reference: Reference): void {
    for (const key of keysOf(reference)) {
      const known = this.byKey.get(key);
      const at = known?.indexOf(reference) ?? -1;
      if (!known || at < 0) continue;
      if (known.length === 1) this.byKey.delete(key);
      else known.splice(at, 1);
    }
  }
}

/** Every key by which a reference can be cited. */
export function keysOf({ key, aliases }: Reference): readonly string[] {
  const all = aliases ? [key, ...aliases] : [key];
  return all.filter(one => one !== '');
}

function byContent(references: readonly Reference[]): Map<unknown, Reference[]> {
  const found = new Map<unknown, Reference[]>();
  for (const reference of references) {
    const content = contentOf(reference);
    const known = found.get(content);
    if (known) known.push(reference);
    else found.set(content, [reference]);
  }
  return found;
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
