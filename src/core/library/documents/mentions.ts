import type { CitedKey, DocumentCitations } from '../../citing/citation';
import type { AppliedBibliographies } from './appliedBibliographies';

/**
 * Whether `@name` in the text means a person rather than a work: in plain Markdown to which no bibliography applies, or a README of whatever
 * project, which cites nothing in brackets either. A README thanks people so; a draft that begins to cite says `[@roe2020]`, or is given a
 * bibliography.
 */
export function areMentions(document: DocumentCitations, applied: AppliedBibliographies): boolean {
  const { language, dialect = 'pandoc', citations } = document;
  if (language !== 'markdown' || document.bibliographies.length || document.definedKeys.length) return false;
  const isApplied = applied.sources.length > 0 || applied.unread.length > 0 || applied.definedKeys.size > 0;
  if (!applied.isOpen && (dialect !== 'pandoc' || isApplied)) return false;
  return citations.every(({ keys }) => keys.every(key => isBare(key) || key.crossReference));
}

/** `@roe2020` without brackets, which prints the author in the text. */
function isBare({ form }: Pick<CitedKey, 'form'>): boolean {
  return form === 'inText';
}
