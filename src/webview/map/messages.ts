import type { LibraryPicture } from '../../core/library/libraryService';

/** What the page of the library map is told. */
export type ToMap =
  | { readonly kind: 'picture'; readonly picture: LibraryPicture }
  /** Keys that the document in hand cites. */
  | { readonly kind: 'cited'; readonly keys: readonly string[]; readonly document: string };

/** What the page tells. Works are named by their place in the picture: the page can name no others. */
export type FromMap =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open' | 'cite'; readonly work: number }
  | { readonly kind: 'filter'; readonly query: string };
