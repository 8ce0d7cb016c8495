import type { BibliographyFormat } from '../../core/library/source';

/** The format a bibliography's file name tells; a `.json` or `.yaml` may hold anything, so it is not one. */
export function formatOfName(path: string): BibliographyFormat | undefined {
  if (/\.bib$/i.test(path)) return 'bibtex';
  if (/\.ris$/i.test(path)) return 'ris';
  return undefined;
}
