import * as vscode from 'vscode';
import { entriesOf } from '../../core/bibliography/entryKeys';
import { citedTimes } from '../../core/display/counted';
import { bibliographyFormatOf } from '../documents/languages';
import type { WorkspaceCitations } from '../documents/workspaceCitations';
import { setting } from '../settings';

/** Above each entry of a `.bib`: how often the workspace cites it. A click shows where. */
export class BibliographyCodeLensProvider implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly workspace: WorkspaceCitations) {
    this.onDidChangeCodeLenses = workspace.onDidChange;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const format = bibliographyFormatOf(document);
    if (!format || !setting('codeLens.enabled', true, document)) return [];
    const counts = await this.workspace.counts();
    return entriesOf(document.getText(), format).flatMap(({ key, start }) => {
      const count = counts.of(key);
      if (!count) return [];
      const position = document.positionAt(start);
      const title = citedTimes(count);
      return [
        new vscode.CodeLens(new vscode.Range(position, position), {
          title,
          command: 'editor.action.findReferences',
          arguments: [document.uri, position],
        }),
      ];
    });
  }
}
