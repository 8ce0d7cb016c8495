import type { Reference, ReferenceSummary } from '../../model/reference';
import { briefOf } from '../../model/referenceSummary';

/** Enough for a slice that is indexed, and for the candidates of a query as it is typed on. */
const kept = 1024;

/** Briefs that were made lately: making one decodes text, keeping all would hold a second copy of the library. */
export class SummaryCache {
  private readonly briefs = new Map<Reference, ReferenceSummary>();

  of(reference: Reference): ReferenceSummary {
    const known = this.briefs.get(reference);
    if (known) return known;
    const brief = briefOf(reference);
    this.briefs.set(reference, brief);
    if (this.briefs.size > kept) this.forgetOldest();
    return brief;
  }

  private forgetOldest(): void {
    for (const reference of this.briefs.keys()) {
      this.briefs.delete(reference);
      return;
    }
  }
}
