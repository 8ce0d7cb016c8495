import type { Link } from '../../core/display/links';
import type { LibraryReference } from '../../core/library/libraryService';
import type { CslItem } from '../../core/model/reference';
import type { ReferenceId } from './referenceId';

/** What gave a reference, and what for: `Crossref`, `title, authors`. */
export interface Origin extends Partial<Omit<Link, 'label'>> {
  readonly name: string;
  readonly gave: string;
}

/** What is known of references besides the library: those that were found outside it, and where from. */
export interface ReferenceOrigins {
  /** A reference that was found outside and is in no file. */
  found(id: ReferenceId): LibraryReference | undefined;
  /** Which services gave what of a work. */
  of(item: CslItem): readonly Origin[];
}
