import * as vscode from 'vscode';
import { detectFormat } from '../../core/bibliography/detectFormat';
import type { Language } from '../../core/citing/citation';
import type { CitationLanguage, ReadingOptions } from '../../core/citing/citationLanguage';
import { citationLanguages } from '../../core/citing/citationLanguages';
import type { BibliographyFormat } from '../../core/model/source';

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

/** Bibliographies that their language or name tells. A `.json` or `.yaml` may hold anything, so none of these are among them. */
export const bibliographyDocuments: vscode.DocumentSelector = [
  { language: 'bibtex' },
  { pattern: '**/*.{bib,bibtex,biblatex,ris}' },
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

/** The format of a document among `bibliographyDocuments`. */
export function bibliographyFormatOf({ languageId, uri }: DocumentName): BibliographyFormat | undefined {
  const format = languageId === 'bibtex' ? 'bibtex' : detectFormat(uri.path);
  return format === 'bibtex' || format === 'ris' ? format : undefined;
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
  const latexCommands = vscode.workspace
    .getConfiguration('literature', document)
    .get<readonly string[]>('latex.citationCommands', []);
  return { dialect, latexCommands };
}

function extensionOf(uri: vscode.Uri): string {
  return /\.([^./]*)$/.exec(uri.path.toLowerCase())?.[1] ?? '';
}
