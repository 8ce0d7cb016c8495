import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { commands, views } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import type { FormatterHost } from '../formatting/formatterHost';
import { registerCommand } from '../registerCommand';
import { CitedCommands } from './citedCommands';
import { CitedTree } from './citedTree';

/** The view “Cited in This Document” and its commands. */
export function registerCitedView(
  documents: CitingDocuments,
  bibliographies: DocumentBibliographies,
  library: LibraryService,
  formatter: FormatterHost,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const tree = new CitedTree(documents, library);
  const view = vscode.window.createTreeView(views.cited, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const actions = new CitedCommands(tree, bibliographies, formatter, extensionUri);
  const describeView = () => {
    const { shown } = tree;
    if (shown) view.description = shown.uri.path.slice(shown.uri.path.lastIndexOf('/') + 1);
  };
  describeView();
  return vscode.Disposable.from(
    tree,
    view,
    tree.onDidChangeTreeData(describeView),
    registerCommand(commands.copyCited, () => actions.copy()),
    registerCommand(commands.insertCited, () => actions.insert()),
  );
}
