import type { LibraryService } from '../../core/library/libraryService';

/** The library, which calls `start` when it is first asked for references. */
export function lazyStart(library: LibraryService, start: () => void): LibraryService {
  let begin = () => {
    begin = () => {};
    start();
  };
  return {
    ...library,
    search: request => {
      begin();
      return library.search(request);
    },
    complete: request => {
      begin();
      return library.complete(request);
    },
    groups: (by, filter) => {
      begin();
      return library.groups(by, filter);
    },
    find: (keys, preferredSources) => {
      begin();
      return library.find(keys, preferredSources);
    },
  };
}
