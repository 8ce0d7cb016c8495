import type { Language } from '../citation';
import type { BibliographiesFound } from './foundBibliography';

/**
 * The file in which one more bibliography of a document is to be declared: in LaTeX and Typst, where a document has one list, the one
 * that declares its bibliography already, else the file it begins with; in Markdown the document itself, or what takes it in.
 */
export function declaringFile(found: BibliographiesFound, path: string, language: Language): string {
  const root = found.root ?? path;
  if (language === 'markdown') return root;
  const declared = found.bibliographies.filter(({ declaredIn }) => declaredIn !== undefined);
  return (
    declared.find(({ declaredIn }) => declaredIn === root)?.declaredIn ?? declared[0]?.declaredIn ?? root
  );
}
