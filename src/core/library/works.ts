import type { Reference } from '../reference';
import { briefOf } from './brief';
import { workIdentities } from './workIdentity';

/** One work, and every reference to it in the library: shown once, cited by the key of the source that applies. */
export interface Work {
  /** In the order in which they were read; never empty. */
  readonly references: Reference[];
  /** The work's number in the search index; -1 until it is indexed. */
  slot: number;
}

/** Which works a change of references made, changed (another set of references, or other contents) and ended. */
export interface WorkChanges {
  readonly added: Set<Work>;
  readonly changed: Set<Work>;
  readonly removed: Set<Work>;
}

export const noChanges = (): WorkChanges => ({ added: new Set(), changed: new Set(), removed: new Set() });

/** Brings references of the same work together, and takes them apart again. */
export class Works {
  private readonly byIdentity = new Map<number, Work>();
  private readonly byReference = new Map<Reference, Work>();

  of(reference: Reference): Work | undefined {
    return this.byReference.get(reference);
  }

  /** Every work, in the order in which they were first met. */
  all(): Set<Work> {
    return new Set(this.byReference.values());
  }

  add(reference: Reference, changes: WorkChanges): void {
    const identities = workIdentities(briefOf(reference));
    const known = new Set<Work>();
    for (const identity of identities) {
      const work = this.byIdentity.get(identity);
      if (work) known.add(work);
    }
    const [work, ...others] = known;
    if (!work) {
      const made: Work = { references: [reference], slot: -1 };
      this.remember(made, reference, identities);
      changes.added.add(made);
      return;
    }
    // The new reference has, say, the DOI of one and the arXiv id of another: they are one work.
    for (const other of others) {
      for (const moved of other.references) {
        work.references.push(moved);
        this.remember(work, moved, workIdentities(briefOf(moved)));
      }
      this.end(other, changes);
    }
    work.references.push(reference);
    this.remember(work, reference, identities);
    if (!changes.added.has(work)) changes.changed.add(work);
  }

  remove(reference: Reference, changes: WorkChanges): void {
    const work = this.byReference.get(reference);
    if (!work) return;
    const left = work.references.filter(other => other !== reference);
    for (const gone of work.references) {
      this.byReference.delete(gone);
      for (const identity of workIdentities(briefOf(gone)))
        if (this.byIdentity.get(identity) === work) this.byIdentity.delete(identity);
    }
    const [first, ...rest] = left;
    if (!first) {
      this.end(work, changes);
      return;
    }
    // What is left may be several works that only the removed reference held together.
    work.references.length = 0;
    work.references.push(first);
    this.remember(work, first, workIdentities(briefOf(first)));
    if (!changes.added.has(work)) changes.changed.add(work);
    for (const other of rest) this.add(other, changes);
  }

  /** The same entry, read again: it may stand on another line, but says the same. */
  replace(old: Reference, same: Reference): void {
    const work = this.byReference.get(old);
    if (!work) return;
    work.references[work.references.indexOf(old)] = same;
    this.byReference.delete(old);
    this.byReference.set(same, work);
  }

  private remember(work: Work, reference: Reference, identities: readonly number[]): void {
    this.byReference.set(reference, work);
    for (const identity of identities) this.byIdentity.set(identity, work);
  }

  private end(work: Work, changes: WorkChanges): void {
    changes.changed.delete(work);
    if (!changes.added.delete(work)) changes.removed.add(work);
  }
}
