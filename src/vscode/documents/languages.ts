import type * as vscode from 'vscode';
import { detectFormat } from '../../core/bibliography/detectFormat';
import { formats } from '../../core/bibliography/formats';
import { isHayagriva } from '../../core/bibliography/hayagriva/scanHayagriva';
import type { Language } from '../../core/citing/citation';
import type { CitationLanguage, ReadingOptions } from '../../core/citing/citationLanguage';
import { citationLanguages } from '../../core/citing/citationLanguages';
import type { BibliographyFormatId } from '../../core/model/source';
import { setting } from '../settings';

/** Documents of these languages, for registering a provider. */
export function documentsIn(...languages: readonly CitationLanguage[]): vscode.DocumentSelector {
  const names = languages.map(language => language.names);
  const spellings = names.flatMap(({ plainTextExtensions }) =>
    plainTextExtensions.flatMap(end => [end, end[0]!.toUpperCase() + end.slice(1)]),
  );
  return [
    ...names.flatMap(({ languageIds }) => languageIds.map(language => ({ language }))),
    // Plain text to a VS Code without the extensions that know these files.
    ...(spellings.length ? [{ language: 'plaintext', pattern: `**/*.{${spellings.join(',')}}` }] : []),
  ];
}

/** Documents that can cite. */
export const citingDocuments = documentsIn(...citationLanguages);

const bibliographyEndings = formats.flatMap(({ ownExtensions }) => ownExtensions);

/**
 * Bibliographies that their language or name tells, and YAML, which is looked at: `bibliographyFormatOf` knows of it what is Hayagriva.
 * A `.json` may hold anything, so none of these are among them.
 */
export const bibliographyDocuments: vscode.DocumentSelector = [
  { language: 'bibtex' },
  { pattern: `**/*.{${[...bibliographyEndings, 'yml', 'yaml'].join(',')}}` },
];

type DocumentName = Pick<vscode.TextDocument, 'languageId' | 'uri'>;

/** The language a document cites in; `undefined` where it cannot cite. */
export function languageOf({ languageId, uri }: DocumentName): Language | undefined {
  const extension = extensionOf(uri);
  return citationLanguages.find(
    ({ names }) =>
      names.languageIds.includes(languageId) ||
      (languageId === 'plaintext' && names.plainTextExtensions.includes(extension)),
  )?.id;
}

/** The format of a document among `bibliographyDocuments`; `undefined` for YAML of another kind. */
export function bibliographyFormatOf(
  document: DocumentName & Pick<vscode.TextDocument, 'getText'>,
): BibliographyFormatId | undefined {
  if (document.languageId === 'bibtex') return 'bibtex';
  const extension = extensionOf(document.uri);
  if (bibliographyEndings.includes(extension)) return detectFormat(document.uri.path);
  return /^ya?ml$/.test(extension) && isHayagriva(document.getText()) ? 'hayagriva' : undefined;
}

/** How a document is to be read: its dialect by its name, more LaTeX commands by the setting. */
export function readingOptions(document: DocumentName): ReadingOptions {
  const extension = extensionOf(document.uri);
  const dialect =
    document.languageId === 'quarto' || extension === 'qmd'
      ? 'quarto'
      : document.languageId === 'rmd' || extension === 'rmd'
        ? 'bookdown'
        : 'pandoc';
  const latexCommands = setting('latex.citationCommands', [], document);
  return { dialect, latexCommands };
}

function extensionOf(uri: vscode.Uri): string {
  return /\.([^./]*)$/.exec(uri.path.toLowerCase())?.[1] ?? '';
}
