import type { Source } from '../../model/source';

/** The bundled collection as a source. */
export const collectionSource: Source = {
  id: 'collection',
  kind: 'collection',
  label: 'Collection',
  format: 'csl-json',
};
