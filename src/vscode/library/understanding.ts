import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';

/** The switch for understanding papers, which works at once. */
export function registerUnderstanding(
  library: LibraryService,
  understands: () => boolean,
): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('literature.meaning')) void library.understand(understands());
  });
}
