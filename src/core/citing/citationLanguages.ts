import type { Language } from './citation';
import type { CitationLanguage } from './citationLanguage';
import { latexLanguage } from './latex/latexLanguage';
import { markdownLanguage } from './markdown/markdownLanguage';
import { rstLanguage } from './rst/rstLanguage';
import { typstLanguage } from './typst/typstLanguage';

/** Every language that documents cite in. */
export const citationLanguages: readonly CitationLanguage[] = [
  markdownLanguage,
  latexLanguage,
  typstLanguage,
  rstLanguage,
];

const byId = new Map(citationLanguages.map(language => [language.id, language]));

export function citationLanguage(id: Language): CitationLanguage {
  return byId.get(id)!;
}

/** The language of a file by its name, that of files that are no documents of their own (`.sty`) too; `undefined` where it cannot cite. */
export function languageOfPath(path: string): CitationLanguage | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return citationLanguages.find(
    ({ names }) => names.extensions.includes(extension) || names.otherExtensions?.includes(extension),
  );
}
