import type { Reference, ReferenceSummary } from '../../model/reference';
import { briefOf } from '../../model/referenceSummary';
import { BoundedCache } from '../../util/collections/boundedCache';

/** Enough for a slice that is indexed, and for the candidates of a query as it is typed on. */
const kept = 2048;

/** Briefs that were made lately: making one decodes text, keeping all would hold a second copy of the library. */
export class SummaryCache {
  private readonly briefs = new BoundedCache<Reference, ReferenceSummary>(kept);

  of(reference: Reference): ReferenceSummary {
    return this.briefs.get(reference) ?? this.briefs.set(reference, briefOf(reference));
  }
}
