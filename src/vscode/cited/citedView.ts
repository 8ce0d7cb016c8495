import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { commands, views } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import type { InsertionTargets } from '../documents/insertionTarget';
import { nameOf } from '../documents/nameOf';
import { fileOf } from '../documents/notebooks';
import { ProjectDocuments } from '../documents/projectDocuments';
import type { TypingPlace } from '../documents/typingPlace';
import type { FormatterHost } from '../formatting/formatterHost';
import { registerCommand } from '../registerCommand';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';
import { carry, referencesMimeType } from '../tree/libraryDrag';
import { CitedCommands } from './citedCommands';
import { type CitedContents, CitedGatherer } from './citedContents';
import type { CitedNode } from './citedNode';
import { registerCitedPlaces } from './citedPlaces';
import { CitedTree } from './citedTree';

export interface CitedParts {
  readonly documents: CitingDocuments;
  readonly bibliographies: DocumentBibliographies;
  readonly placeholders: DocumentPlaceholders;
  readonly typing: TypingPlace;
  readonly targets: InsertionTargets;
  readonly library: LibraryService;
  readonly formatter: FormatterHost;
  readonly extensionUri: vscode.Uri;
}

/** The view “Cited in This Document” and its commands. */
export class CitedView implements vscode.Disposable {
  readonly view: vscode.TreeView<CitedNode>;
  private readonly disposables: vscode.Disposable[];

  constructor(parts: CitedParts) {
    const { documents, bibliographies, placeholders, typing, targets, library, formatter, extensionUri } =
      parts;
    const project = new ProjectDocuments(documents, bibliographies);
    const tree = new CitedTree(
      documents,
      new CitedGatherer(documents, project, placeholders, typing, library),
      library,
      typing,
    );
    this.view = vscode.window.createTreeView(views.cited, {
      treeDataProvider: tree,
      dragAndDropController: drag,
      canSelectMany: true,
      showCollapseAll: true,
    });
    const actions = new CitedCommands(tree, bibliographies, formatter, extensionUri);
    this.disposables = [
      tree,
      this.view,
      tree.onDidGather(contents => this.describe(tree.shown, contents)),
      registerCitedPlaces(documents, project, targets),
      registerCommand(commands.copyCited, () => actions.copy()),
      registerCommand(commands.insertCited, () => actions.insert()),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private describe(shown: vscode.TextDocument | undefined, { files, missing }: CitedContents): void {
    const isEmpty = !missing.length && files.every(({ references }) => !references.length);
    this.view.description = shown ? nameOf(fileOf(shown)) : '';
    this.view.message =
      shown && isEmpty ? vscode.l10n.t('{0} cites nothing yet.', nameOf(fileOf(shown))) : '';
  }
}

/** Dragging cited papers to another place of the text, as out of the library. */
const drag: vscode.TreeDragAndDropController<CitedNode> = {
  dragMimeTypes: [referencesMimeType, 'text/plain'],
  dropMimeTypes: [],
  handleDrag(nodes, transfer) {
    carry(
      nodes.flatMap(node => (node.kind === 'reference' && node.reference ? [node.reference] : [])),
      transfer,
    );
  },
};
