import type { DateValue } from '../../../model/reference';
import { at, type Json, type JsonObject, listAt } from '../../json';
import { dateOf, exactestDate } from '../../text/date';

/** `issued` is the earliest of all dates, but for theses and preprints empty at times. */
export function crossrefIssued(work: JsonObject): DateValue | undefined {
  return (
    exactestDate(
      ['issued', 'published', 'published-print', 'published-online', 'posted', 'approved', 'accepted'].map(
        field => crossrefDate(at(work, field)),
      ),
    ) ?? crossrefDate(at(work, 'created'))
  );
}

/** A date of Crossref's, which may be `[[null]]`. */
export function crossrefDate(date: Json): DateValue | undefined {
  const parts = listAt(date, 'date-parts')[0];
  return Array.isArray(parts) ? dateOf(parts) : undefined;
}
