import type { TextEdit } from '../../model/textEdit';
import type { BibliographyFormat, EntryPosition } from '../bibliographyFormat';
import { appendCslJson } from '../write/appendCsl';
import { fillCslJson } from '../write/fillCsl';
import { cslJsonPositions, readCslJson } from './readCslJson';

/** CSL JSON, as citeproc, Pandoc and Zotero exchange it. */
export const cslJsonFormat: BibliographyFormat = {
  id: 'csl-json',
  name: 'CSL JSON',
  extensions: ['json', 'csljson'],
  ownExtensions: ['csljson'],
  recognizes: head => /^\s*(?:\[\s*[{\]]|\{\s*["}])/.test(head),
  read: readCslJson,
  positions: cslJsonPositions,
  // An `id` may be a number, which has no quotation marks around it yet.
  writtenKey: (key, text, { start }) =>
    text[start - 1] === '"' ? JSON.stringify(key).slice(1, -1) : JSON.stringify(key),
  append: appendCslJson,
  fill: fillCslJson,
  remove: withoutItem,
};

/** With the comma that parts it from the next, or from the one before where it is the last. */
function withoutItem(text: string, { entryStart, entryEnd }: EntryPosition): TextEdit {
  const after = /^\s*,\s*/.exec(text.slice(entryEnd, entryEnd + 1000))?.[0];
  if (after) return { start: entryStart, end: entryEnd + after.length, text: '' };
  const before = /,?\s*$/.exec(text.slice(0, entryStart))![0];
  return { start: entryStart - before.length, end: entryEnd, text: '' };
}
