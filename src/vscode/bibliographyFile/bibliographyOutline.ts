import * as vscode from 'vscode';
import { bibliographyOutline } from '../../core/bibliography/outline/outline';
import { rangeOf } from '../documents/textEdits';
import { isDoneByAnother } from '../otherExtensions';
import { formatToShow } from './bibliographyFormat';

/** The outline of a bibliography: its keys with their titles, for the Outline view, breadcrumbs and "Go to Symbol". */
export class BibliographyOutline implements vscode.DocumentSymbolProvider {
  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] | undefined {
    const format = formatToShow(document);
    // Editors have an outline of JSON.
    if (!format || format === 'csl-json' || isDoneByAnother('outline', format, document)) return undefined;
    return bibliographyOutline(document.getText(), format).map(
      ({ kind, name, detail, start, end, nameStart, nameEnd }) =>
        new vscode.DocumentSymbol(
          name,
          detail,
          kind === 'entry' ? vscode.SymbolKind.File : vscode.SymbolKind.String,
          rangeOf(document, start, end),
          rangeOf(document, nameStart, nameEnd),
        ),
    );
  }
}
