import type { BibliographyFormat } from '../bibliographyFormat';
import { withoutEntry } from '../write/withoutEntry';
import { yamlKeyInPlace } from '../yamlKey';
import { appendHayagriva } from './appendHayagriva';
import { fillHayagriva } from './fillHayagriva';
import { readHayagriva } from './readHayagriva';
import { hayagrivaPositions, looksLikeHayagriva } from './scanHayagriva';

/** Hayagriva, the format of Typst's own: a YAML mapping of keys to entries. */
export const hayagrivaFormat: BibliographyFormat = {
  id: 'hayagriva',
  name: 'Hayagriva',
  extensions: ['yml', 'yaml'],
  ownExtensions: [],
  recognizes: looksLikeHayagriva,
  read: readHayagriva,
  positions: hayagrivaPositions,
  writtenKey: yamlKeyInPlace,
  append: appendHayagriva,
  fill: fillHayagriva,
  remove: withoutEntry,
};
