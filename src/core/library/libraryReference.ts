import type { Reference } from '../model/reference';
import type { LibraryReference } from './libraryService';
import { preferredReference } from './referenceStore';
import type { Work } from './works';

/** A work as it is offered: by the reference of the first preferred source that has it, with all its origins. */
export function toLibraryReference(work: Work, preferredSources: readonly string[] = []): LibraryReference {
  return withOrigins(preferredReference(work, preferredSources), work);
}

/** Plain data, fit to be sent: lazily decoded items are decoded here. */
export function withOrigins(reference: Reference, work: Work | undefined): LibraryReference {
  const others = (work?.references ?? []).filter(other => other !== reference);
  return {
    key: reference.key,
    item: reference.item,
    origin: reference.origin,
    origins: [reference, ...others].map(({ key, origin }) => ({ ...origin, key })),
  };
}
