import type { Source } from '../../model/source';
import { say } from '../../util/say';

/** The bundled collection as a source. */
export const collectionSource: Source = {
  id: 'collection',
  kind: 'collection',
  get label() {
    return say('Collection');
  },
  format: 'csl-json',
};
