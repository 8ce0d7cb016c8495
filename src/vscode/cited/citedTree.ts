import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { orElse } from '../../core/util/orElse';
import { Debouncer } from '../debouncer';
import type { CitingDocuments } from '../documents/citingDocuments';
import { holdsText, isNotebook } from '../documents/languages';
import { notebookOf, wholeOf } from '../documents/notebooks';
import type { TypingPlace } from '../documents/typingPlace';
import type { CitedContents, CitedGatherer } from './citedContents';
import { citedItem, withTooltip } from './citedItem';
import type { CitedNode, CitedReference } from './citedNode';

/** Milliseconds from the last change to the rows that show it. */
const refreshPause = 300;

/**
 * What the document in hand cites, in order of appearance, keys that nothing defines first; below each, its places. Of a document that has
 * several files, file by file. Before all, where citations are missing.
 * It stays when the focus moves to something that is no document, so that a click in the view does not empty it.
 */
export class CitedTree implements vscode.TreeDataProvider<CitedNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly gathered = new vscode.EventEmitter<CitedContents>();
  /** Tells what is shown from now on. */
  readonly onDidGather = this.gathered.event;
  private readonly disposables: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private readonly waiting = new Debouncer();

  constructor(
    documents: CitingDocuments,
    private readonly gatherer: CitedGatherer,
    library: LibraryService,
    typing: TypingPlace,
  ) {
    this.followNotebook(vscode.window.activeNotebookEditor);
    this.follow(vscode.window.activeTextEditor);
    const later = () => this.waiting.start('show', refreshPause, () => this.changed.fire());
    this.disposables = [
      this.changed,
      this.gathered,
      this.waiting,
      vscode.window.onDidChangeActiveTextEditor(editor => this.follow(editor)),
      vscode.window.onDidChangeActiveNotebookEditor(editor => this.followNotebook(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.isShown(document)) later();
      }),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length && this.document && notebookOf(this.document) === notebook) later();
      }),
      vscode.workspace.onDidSaveTextDocument(later),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (document !== this.document) return;
        const notebook = notebookOf(document);
        this.document = notebook && cellOfText(notebook);
        later();
      }),
      typing.onDidRest(later),
      documents.onDidChangeBibliographies(later),
      { dispose: library.onDidChange(later) },
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The document whose citations are shown. */
  get shown(): vscode.TextDocument | undefined {
    return this.document;
  }

  /** Every reference the document cites, in all its files, each once, in the order of the view. */
  async references(): Promise<CitedReference[]> {
    const { files } = await this.contents();
    const byKey = new Map<string, CitedReference>();
    for (const reference of files.flatMap(file => file.references))
      if (!byKey.has(reference.key)) byKey.set(reference.key, reference);
    return [...byKey.values()];
  }

  async getChildren(node?: CitedNode): Promise<CitedNode[]> {
    if (node) return childrenOf(node);
    const contents = await this.contents();
    this.gathered.fire(contents);
    const { files, missing } = contents;
    const cited: CitedNode[] = files.length > 1 ? [...files] : files.flatMap(file => file.references);
    return missing.length ? [{ kind: 'missingCitations', places: missing }, ...cited] : cited;
  }

  getTreeItem(node: CitedNode): vscode.TreeItem {
    return orElse(
      () => citedItem(node),
      () => new vscode.TreeItem('key' in node ? node.key : '…', vscode.TreeItemCollapsibleState.Collapsed),
    );
  }

  resolveTreeItem(item: vscode.TreeItem, node: CitedNode): vscode.TreeItem {
    return orElse(
      () => withTooltip(item, node),
      () => item,
    );
  }

  private async contents(): Promise<CitedContents> {
    return this.document ? this.gatherer.gather(this.document) : { files: [], missing: [] };
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (editor && holdsText(editor.document)) this.show(editor.document);
  }

  /** Also a notebook of which no cell is being edited. */
  private followNotebook(editor: vscode.NotebookEditor | undefined): void {
    const cell = editor && cellOfText(editor.notebook);
    if (cell && !this.isShown(cell)) this.show(cell);
  }

  private show(document: vscode.TextDocument): void {
    const isNew = !this.isShown(document);
    this.document = document;
    if (isNew) this.changed.fire();
  }

  private isShown(document: vscode.TextDocument): boolean {
    return this.document !== undefined && wholeOf(document) === wholeOf(this.document);
  }
}

/** A cell of a notebook in which one can cite. */
function cellOfText(notebook: vscode.NotebookDocument): vscode.TextDocument | undefined {
  if (notebook.isClosed || !isNotebook(notebook.uri)) return undefined;
  const cells = notebook.getCells().map(({ document }) => document);
  return cells.find(cell => !cell.isClosed && cell.languageId === 'markdown') ?? cells.find(holdsText);
}

function childrenOf(node: CitedNode): CitedNode[] {
  if (node.kind === 'file') return [...node.references];
  return node.kind === 'reference' || node.kind === 'missingCitations' ? [...node.places] : [];
}
