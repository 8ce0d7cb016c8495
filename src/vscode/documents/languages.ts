import type * as vscode from 'vscode';
import { detectFormat } from '../../core/bibliography/detectFormat';
import { formats } from '../../core/bibliography/formats';
import { isHayagriva } from '../../core/bibliography/hayagriva/scanHayagriva';
import type { Language } from '../../core/citing/citation';
import type { CitationLanguage, ReadingOptions } from '../../core/citing/citationLanguage';
import { citationLanguages } from '../../core/citing/citationLanguages';
import { cellCaptions } from '../../core/citing/markdown/chunkCaptions';
import { dialectOfPath } from '../../core/citing/markdown/inline/crossReferences';
import { markdownLanguage } from '../../core/citing/markdown/markdownLanguage';
import type { BibliographyFormatId } from '../../core/model/source';
import { setting } from '../settings';

/** The scheme of the documents that are cells of notebooks. */
export const notebookCell = 'vscode-notebook-cell';

/** The language id of raw cells. */
export const rawCell = 'raw';

/** Documents of these languages, for registering a provider. */
export function documentsIn(...languages: readonly CitationLanguage[]): vscode.DocumentSelector {
  const names = languages.map(language => language.names);
  const spellings = names.flatMap(({ plainTextExtensions }) =>
    plainTextExtensions.flatMap(end => [end, end[0]!.toUpperCase() + end.slice(1)]),
  );
  return [
    ...names.flatMap(({ languageIds }) => languageIds.map(language => ({ language }))),
    ...names.flatMap(({ notebookExtensions = [] }) =>
      notebookExtensions.map(end => ({ scheme: notebookCell, pattern: `**/*.${end}` })),
    ),
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
  const language =
    citationLanguages.find(
      ({ names }) =>
        names.languageIds.includes(languageId) ||
        (languageId === 'plaintext' && names.plainTextExtensions.includes(extension)),
    ) ?? (isCellOfCitingNotebook(uri) ? markdownLanguage : undefined);
  return language?.id;
}

/** Whether citing in a document can be meant: not where it is a cell of code without captions. */
export function holdsText(document: DocumentName & Pick<vscode.TextDocument, 'getText'>): boolean {
  if (!languageOf(document)) return false;
  return !isCodeCell(document) || cellCaptions(document.getText()).length > 0;
}

/** Whether a file is a notebook that cites in its cells, and no document itself. */
export function isNotebook(uri: vscode.Uri): boolean {
  return uri.scheme !== notebookCell && markdownLanguage.names.notebookExtensions!.includes(extensionOf(uri));
}

/** A cell of code in a notebook, whose options may hold captions. */
function isCodeCell({ languageId, uri }: DocumentName): boolean {
  return (
    isCellOfCitingNotebook(uri) &&
    languageId !== rawCell &&
    !markdownLanguage.names.languageIds.includes(languageId)
  );
}

function isCellOfCitingNotebook(uri: vscode.Uri): boolean {
  return uri.scheme === notebookCell && markdownLanguage.names.notebookExtensions!.includes(extensionOf(uri));
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
  const byName = dialectOfPath(document.uri.path);
  const dialect = isCodeCell(document)
    ? 'codeCell'
    : document.languageId === 'quarto'
      ? 'quarto'
      : document.languageId === 'rmd'
        ? 'bookdown'
        : byName;
  const latexCommands = setting('latex.citationCommands', [], document);
  return { dialect, latexCommands };
}

function extensionOf(uri: vscode.Uri): string {
  return /\.([^./]*)$/.exec(uri.path.toLowerCase())?.[1] ?? '';
}
