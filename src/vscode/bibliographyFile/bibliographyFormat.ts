import type * as vscode from 'vscode';
import { formatOf } from '../../core/bibliography/formats';
import type { BibliographyFormatId } from '../../core/model/source';
import { bibliographyFormatOf } from '../documents/languages';

/** So much of a YAML tells whether it is a bibliography. */
const headLength = 4000;

/** The format of a bibliography as a document to look at: CSL YAML too, which is no bibliography by its name. */
export function formatToShow(document: vscode.TextDocument): BibliographyFormatId | undefined {
  const format = bibliographyFormatOf(document);
  if (format || !/\.ya?ml$/i.test(document.uri.path)) return format;
  return formatOf('csl-yaml').recognizes(document.getText().slice(0, headLength)) ? 'csl-yaml' : undefined;
}
