import type { LibraryService } from '../library/libraryService';
import { editDistance } from '../search/text/editDistance';

/** So many are named. */
const maxSimilar = 3;
/** The share of a key's letters that may differ. */
const maxDifference = 1 / 3;

/** The keys of the library, or of these sources, that are a few letters from one that nobody has; the nearest first. */
export async function similarKeys(
  key: string,
  library: LibraryService,
  sourceIds?: readonly string[],
): Promise<readonly string[]> {
  const sources = sourceIds ?? (await library.sources()).map(({ source }) => source.id);
  const typed = key.toLowerCase();
  const limit = Math.max(1, Math.floor(typed.length * maxDifference));
  const near = (await library.keys(sources)).flatMap(candidate => {
    const distance = editDistance(typed, candidate.toLowerCase(), limit);
    return distance <= limit ? [{ candidate, distance }] : [];
  });
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, maxSimilar)
    .map(({ candidate }) => candidate);
}
