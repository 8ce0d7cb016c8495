import type { Reference } from '../../model/reference';
import { briefOf } from '../../model/referenceSummary';
import type { LibraryReference, WorkVersion } from '../libraryService';
import { preferredReference } from './referenceStore';
import type { Work, Works } from './works';

/** A work as it is offered: by the reference of the first preferred source that has it, with all its origins. */
export function toLibraryReference(
  work: Work,
  works: Works,
  preferredSources: readonly string[] = [],
): LibraryReference {
  return withOrigins(preferredReference(work, preferredSources), work, works, preferredSources);
}

/** Plain data, fit to be sent: lazily decoded items are decoded here. */
export function withOrigins(
  reference: Reference,
  work: Work | undefined,
  works?: Works,
  preferredSources: readonly string[] = [],
): LibraryReference {
  const others = (work?.references ?? []).filter(other => other !== reference);
  const versions = work && works ? works.versionsOf(work) : [];
  return {
    key: reference.key,
    ...(reference.aliases?.length && { aliases: reference.aliases }),
    item: reference.item,
    origin: reference.origin,
    origins: [reference, ...others].map(({ key, origin }) => ({ ...origin, key })),
    ...(versions.length && { versions: describedVersions(versions, preferredSources) }),
  };
}

function describedVersions(
  versions: readonly Work[],
  preferredSources: readonly string[],
): readonly WorkVersion[] {
  return versions
    .map(version => {
      const reference = preferredReference(version, preferredSources);
      const { year, venue, isPreprint } = briefOf(reference);
      return {
        key: reference.key,
        source: reference.origin.source,
        isPreprint: isPreprint === true,
        ...(year && { year }),
        ...(venue && { venue }),
      };
    })
    .sort((a, b) => Number(b.year ?? 0) - Number(a.year ?? 0));
}
