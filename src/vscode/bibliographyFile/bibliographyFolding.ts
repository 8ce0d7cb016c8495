import * as vscode from 'vscode';
import { bibliographyFolds } from '../../core/bibliography/outline/folding';
import { bibliographyFormatOf } from '../documents/languages';
import { isDoneByAnother } from '../otherExtensions';

/** Folds entries and comments. YAML and JSON are left to the editor, which folds them by their indentation and brackets. */
export class BibliographyFolding implements vscode.FoldingRangeProvider {
  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] | undefined {
    const format = bibliographyFormatOf(document);
    if ((format !== 'bibtex' && format !== 'ris') || isDoneByAnother('folding', format, document))
      return undefined;
    return bibliographyFolds(document.getText(), format).flatMap(({ start, end, kind }) => {
      const first = document.positionAt(start).line;
      const last = document.positionAt(end).line;
      const region = kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined;
      return last > first ? [new vscode.FoldingRange(first, last, region)] : [];
    });
  }
}
