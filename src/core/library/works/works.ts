import type { Identifier } from '../../model/identifiers/identifier';
import type { Reference, ReferenceSummary } from '../../model/reference';
import type { GroupingKeys } from './groupingKeys';
import type { SummaryCache } from './summaryCache';
import { identifierIdentity, workIdentities } from './workIdentity';

/** One work, and every reference to it in the library: shown once, cited by the key of the source that applies. */
export interface Work {
  /** In the order in which they were read; never empty. */
  readonly references: Reference[];
  /** The work's number in the search index; -1 until it is indexed. */
  slot: number;
  /** Under what it is filed; made when first needed. */
  marks?: GroupingKeys | undefined;
}

/** Which works a change of references made, changed (another set of references, or other contents) and ended. */
export interface WorkChanges {
  readonly added: Set<Work>;
  readonly changed: Set<Work>;
  readonly removed: Set<Work>;
}

export const noChanges = (): WorkChanges => ({ added: new Set(), changed: new Set(), removed: new Set() });

interface Filed {
  readonly work: Work;
  readonly identities: readonly number[];
}

/** Brings references of the same work together, and takes them apart again. */
export class Works {
  private readonly byIdentity = new Map<number, Work>();
  private readonly filed = new Map<Reference, Filed>();
  /** References by what relates versions of a work. */
  private readonly byVersion = new Map<number, Reference[]>();

  constructor(private readonly briefs: SummaryCache) {}

  of(reference: Reference): Work | undefined {
    return this.filed.get(reference)?.work;
  }

  /** The work that has this identifier as its own, once it is filed; a chapter does not own the ISBN of its book. */
  withIdentifier(identifier: Identifier): Work | undefined {
    return this.byIdentity.get(identifierIdentity(identifier));
  }

  /** Works that are filed and have an identity in common with a brief, or are versions of what it is about. */
  like(brief: ReferenceSummary): ReadonlySet<Work> {
    const works = new Set<Work>();
    for (const identity of workIdentities(brief)) {
      const related = (this.byVersion.get(identity) ?? []).map(reference => this.of(reference));
      for (const work of [this.byIdentity.get(identity), ...related]) if (work) works.add(work);
    }
    return works;
  }

  identitiesOf(reference: Reference): readonly number[] {
    return this.filed.get(reference)?.identities ?? [];
  }

  /** Every work, in the order in which they were first met. */
  all(): Set<Work> {
    const works = new Set<Work>();
    for (const { work } of this.filed.values()) works.add(work);
    return works;
  }

  /** Other works that are versions of this one: its preprint, its publication, another edition. */
  versionsOf(work: Work): readonly Work[] {
    const versions = new Set<Work>();
    for (const reference of work.references)
      for (const identity of this.identitiesOf(reference))
        if (identity < 0)
          for (const related of this.byVersion.get(identity) ?? []) versions.add(this.of(related)!);
    versions.delete(work);
    return [...versions];
  }

  add(reference: Reference, changes: WorkChanges): void {
    this.file(reference, workIdentities(this.briefs.of(reference)), changes);
  }

  /**
   * Files a reference as it was filed before, in the work that it made up or shared then; gives `false` when a work that is there by now
   * claims it.
   */
  restore(reference: Reference, identities: readonly number[], work: Work): boolean {
    for (const identity of identities) {
      const known = identity > 0 ? this.byIdentity.get(identity) : undefined;
      if (known && known !== work) return false;
    }
    work.references.push(reference);
    this.remember(work, reference, identities);
    return true;
  }

  removeAll(references: readonly Reference[], changes: WorkChanges): void {
    const gone = new Set(references);
    const works = new Set<Work>();
    for (const reference of references) {
      const work = this.of(reference);
      if (work) works.add(work);
    }
    for (const work of works) this.removeFrom(work, gone, changes);
  }

  private removeFrom(work: Work, gone: ReadonlySet<Reference>, changes: WorkChanges): void {
    const left = work.references
      .filter(reference => !gone.has(reference))
      .map(reference => ({ reference, identities: this.identitiesOf(reference) }));
    for (const reference of work.references) {
      for (const identity of this.identitiesOf(reference)) {
        if (this.byIdentity.get(identity) === work) this.byIdentity.delete(identity);
        if (identity < 0) this.unrelate(identity, reference);
      }
      this.filed.delete(reference);
    }
    const [first, ...others] = left;
    if (!first) {
      end(work, changes);
      return;
    }
    // What is left may be several works that only what is gone held together.
    work.references.length = 0;
    work.references.push(first.reference);
    this.remember(work, first.reference, first.identities);
    change(work, changes);
    for (const { reference, identities } of others) this.file(reference, identities, changes);
  }

  /** The same entry, read again: it may stand on another line, but says the same. */
  replace(old: Reference, same: Reference): void {
    const known = this.filed.get(old);
    if (!known) return;
    const { references } = known.work;
    references[references.indexOf(old)] = same;
    this.filed.delete(old);
    this.filed.set(same, known);
    for (const identity of known.identities) {
      const related = identity < 0 ? this.byVersion.get(identity) : undefined;
      if (related) related[related.indexOf(old)] = same;
    }
  }

  private file(reference: Reference, identities: readonly number[], changes: WorkChanges): void {
    const known = new Set<Work>();
    for (const identity of identities) {
      const work = identity > 0 ? this.byIdentity.get(identity) : undefined;
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
        this.remember(work, moved, this.identitiesOf(moved));
      }
      end(other, changes);
    }
    work.references.push(reference);
    this.remember(work, reference, identities);
    change(work, changes);
  }

  private remember(work: Work, reference: Reference, identities: readonly number[]): void {
    this.filed.set(reference, { work, identities });
    for (const identity of identities)
      if (identity > 0) this.byIdentity.set(identity, work);
      else this.relate(identity, reference);
  }

  private relate(identity: number, reference: Reference): void {
    const related = this.byVersion.get(identity);
    if (!related) this.byVersion.set(identity, [reference]);
    else if (!related.includes(reference)) related.push(reference);
  }

  private unrelate(identity: number, reference: Reference): void {
    const left = this.byVersion.get(identity)?.filter(other => other !== reference) ?? [];
    if (left.length) this.byVersion.set(identity, left);
    else this.byVersion.delete(identity);
  }
}

function change(work: Work, changes: WorkChanges): void {
  work.marks = undefined;
  if (!changes.added.has(work)) changes.changed.add(work);
}

function end(work: Work, changes: WorkChanges): void {
  changes.changed.delete(work);
  if (!changes.added.delete(work)) changes.removed.add(work);
}
