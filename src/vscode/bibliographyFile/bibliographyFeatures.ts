import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { bibliographyDocuments } from '../documents/languages';
import { BibliographyFolding } from './bibliographyFolding';
import { BibliographyMeaning } from './bibliographyMeaning';
import { BibliographyOutline } from './bibliographyOutline';

/** Elsewhere the editor folds by indentation, which it would not do beside a provider. */
const folded: vscode.DocumentSelector = [
  { language: 'bibtex' },
  { pattern: '**/*.{bib,bibtex,biblatex,ris}' },
];

/** What makes a bibliography at home as a document: outline, folding, hover, the way to what an entry refers to. */
export function registerBibliographyFeatures(library: LibraryService): vscode.Disposable {
  const { languages } = vscode;
  const meaning = new BibliographyMeaning(library);
  return vscode.Disposable.from(
    languages.registerDocumentSymbolProvider(bibliographyDocuments, new BibliographyOutline(), {
      label: vscode.l10n.t('Literature'),
    }),
    languages.registerFoldingRangeProvider(folded, new BibliographyFolding()),
    languages.registerHoverProvider(bibliographyDocuments, meaning),
    languages.registerDefinitionProvider(bibliographyDocuments, meaning),
  );
}
