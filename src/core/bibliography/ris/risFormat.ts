import type { BibliographyFormat } from '../bibliographyFormat';
import { appendRis } from '../write/appendRis';
import { fillRis } from '../write/fillRis';
import { withoutEntry } from '../write/withoutEntry';
import { isRisKey, readRis, risPositions } from './readRis';

/** RIS, as Reference Manager, EndNote and publishers write it. */
export const risFormat: BibliographyFormat = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  ownExtensions: ['ris'],
  recognizes: head => /^\ufeff?[ \t]*TY {1,2}- /m.test(head),
  read: readRis,
  positions: risPositions,
  holds: isRisKey,
  writtenKey: key => key,
  append: appendRis,
  fill: fillRis,
  remove: withoutEntry,
};
