import * as vscode from 'vscode';
import { detectFormat } from '../../core/bibliography/detectFormat';
import type { Language } from '../../core/citing/citation';
import type { ReadingOptions } from '../../core/citing/readCitations';
import type { BibliographyFormat } from '../../core/model/source';

/** Language ids that VS Code or well-known extensions (Quarto, R, LaTeX Workshop, Julia, Tinymist) give to documents. */
const languageOfId: Readonly<Record<string, Language>> = {
  markdown: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  juliamarkdown: 'markdown',
  latex: 'latex',
  rsweave: 'latex',
  jlweave: 'latex',
  typst: 'typst',
};

/** Files that are plain text to a VS Code without those extensions. */
const languageOfExtension: Readonly<Record<string, Language>> = {
  '.qmd': 'markdown',
  '.rmd': 'markdown',
  '.typ': 'typst',
};

/** Documents of these languages, for registering a provider. */
export function documentsIn(...languages: readonly Language[]): vscode.DocumentSelector {
  const ids = Object.keys(languageOfId).filter(id => languages.includes(languageOfId[id]!));
  const extensions = Object.keys(languageOfExtension).filter(end =>
    languages.includes(languageOfExtension[end]!),
  );
  const spellings = extensions.flatMap(end => [end.slice(1), end[1]!.toUpperCase() + end.slice(2)]);
  return [
    ...ids.map(language => ({ language })),
    ...(spellings.length ? [{ language: 'plaintext', pattern: `**/*.{${spellings.join(',')}}` }] : []),
  ];
}

/** Documents that can cite. */
export const citingDocuments = documentsIn('markdown', 'latex', 'typst');

/** Bibliographies that their language or name tells. A `.json` or `.yaml` may hold anything, so none of these are among them. */
export const bibliographyDocuments: vscode.DocumentSelector = [
  { language: 'bibtex' },
  { pattern: '**/*.{bib,bibtex,biblatex,ris}' },
];

type DocumentName = Pick<vscode.TextDocument, 'languageId' | 'uri'>;

/** The language a document cites in; `undefined` where it cannot cite. */
export function languageOf({ languageId, uri }: DocumentName): Language | undefined {
  return (
    languageOfId[languageId] ??
    (languageId === 'plaintext' ? languageOfExtension[extensionOf(uri)] : undefined)
  );
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
    document.languageId === 'quarto' || extension === '.qmd'
      ? 'quarto'
      : document.languageId === 'rmd' || extension === '.rmd'
        ? 'bookdown'
        : 'pandoc';
  const latexCommands = vscode.workspace
    .getConfiguration('literature', document)
    .get<readonly string[]>('latex.citationCommands', []);
  return { dialect, latexCommands };
}

function extensionOf(uri: vscode.Uri): string {
  return /\.[^./]*$/.exec(uri.path)?.[0].toLowerCase() ?? '';
}
