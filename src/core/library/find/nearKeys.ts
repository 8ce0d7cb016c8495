import { editDistance } from '../../search/text/editDistance';
import type { LibraryService } from '../libraryService';

/** One typing error is forgiven for so many letters, … */
const lettersPerError = 5;
/** … but no more than this. */
const maxErrors = 3;
/** One that begins as the other and goes on is near when so much of it is there. */
const shortestBeginning = 5;

/** The keys that may have been meant by one that is not among them, the nearest first: mistyped, broken off, or with more behind it. */
export function nearKeys(written: string, keys: readonly string[], limit: number): string[] {
  const key = written.toLowerCase();
  const allowed = Math.min(maxErrors, Math.max(1, Math.floor(key.length / lettersPerError)));
  const near: { readonly key: string; readonly errors: number }[] = [];
  for (const other of keys) {
    const known = other.toLowerCase();
    const isLonger =
      Math.min(key.length, known.length) >= shortestBeginning &&
      (known.startsWith(key) || key.startsWith(known));
    const errors = isLonger ? 1 : editDistance(key, known, allowed);
    if (errors <= allowed) near.push({ key: other, errors });
  }
  return near
    .sort((a, b) => a.errors - b.errors || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(one => one.key);
}

/** So many are named to those who ask for a key that nobody has. */
const maxNamed = 3;

/** The same of all keys of a library, or of these sources of it. */
export async function nearKeysIn(
  library: LibraryService,
  written: string,
  sourceIds?: readonly string[],
): Promise<readonly string[]> {
  const sources = sourceIds ?? (await library.sources()).map(({ source }) => source.id);
  return nearKeys(written, await library.keys(sources), maxNamed);
}
