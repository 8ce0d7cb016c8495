import type { BibliographyFormat } from '../bibliographyFormat';
import { appendBibtex } from '../write/bibtex/appendBibtex';
import { fillBibtex } from '../write/bibtex/fillEntry';
import { withoutEntry } from '../write/withoutEntry';
import { bibtexPositions } from './bibtexPositions';
import { readBibtex, restoreBibtex } from './readBibtex';

/** BibTeX and biblatex. */
export const bibtexFormat: BibliographyFormat = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex', 'biblatex'],
  ownExtensions: ['bib', 'bibtex', 'biblatex'],
  recognizes: head => /^[ \t]*@[A-Za-z]+\s{0,20}[{(]/m.test(head),
  read: readBibtex,
  restore: restoreBibtex,
  positions: bibtexPositions,
  writtenKey: key => key,
  append: appendBibtex,
  fill: fillBibtex,
  remove: withoutEntry,
};
