import type { BibliographyFormat } from '../../core/library/source';

/** The format of a bibliography by its name; a file that somebody names as one may also be JSON or YAML. */
export function bibliographyFormatOf(path: string): BibliographyFormat | undefined {
  if (/\.(bib|bibtex|biblatex)$/i.test(path)) return 'bibtex';
  if (/\.json$/i.test(path)) return 'csl-json';
  if (/\.ya?ml$/i.test(path)) return 'csl-yaml';
  if (/\.ris$/i.test(path)) return 'ris';
  return undefined;
}
