import type { LibraryService } from '../../core/library/libraryService';
import { withinTime } from '../withinTime';

/**
 * The library for those who ask once and follow no changes, as suggestions, look-ups and agents do: answers wait until what belongs to it was read,
 * but no longer than so many milliseconds after the first was asked for.
 * @param read reads it when first called; it does not matter whether that fails
 */
export function afterRead(
  library: LibraryService,
  read: () => Promise<unknown>,
  longest: number,
): LibraryService {
  let isRead: Promise<unknown> | undefined;
  const after = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    isRead ??= withinTime(read(), longest);
    await isRead;
    return ask();
  };
  return {
    ...library,
    search: request => after(() => library.search(request)),
    complete: request => after(() => library.complete(request)),
    groups: (by, filter) => after(() => library.groups(by, filter)),
    find: (keys, preferredSources) => after(() => library.find(keys, preferredSources)),
    alike: (item, identifiers) => after(() => library.alike(item, identifiers)),
  };
}
