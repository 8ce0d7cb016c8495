import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { commands, contextKeys, setContext, views } from '../commands';
import { Debouncer } from '../debouncer';
import type { CitingDocuments } from '../documents/citingDocuments';
import { holdsText } from '../documents/languages';
import { registerCommand } from '../registerCommand';
import { setting } from '../settings';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';
import type { RelatedNode } from './relatedItem';
import { RelatedTree } from './relatedTree';

/** The cursor rests when it has not moved, and nothing was typed, for this long, in milliseconds. */
const rest = 600;

/**
 * The view “Related to This Paragraph”: follows the cursor as it comes to rest, while the view is seen and is not pinned. It does nothing
 * while somebody types.
 */
export class RelatedView implements vscode.Disposable {
  private readonly tree: RelatedTree;
  readonly view: vscode.TreeView<RelatedNode>;
  private readonly disposables: vscode.Disposable[];
  private readonly waiting = new Debouncer();
  private isPinned = false;

  constructor(
    documents: CitingDocuments,
    library: LibraryService,
    placeholders: Pick<DocumentPlaceholders, 'of'>,
  ) {
    this.tree = new RelatedTree(documents, library, placeholders);
    this.view = vscode.window.createTreeView(views.related, { treeDataProvider: this.tree });
    this.disposables = [
      this.waiting,
      this.tree,
      this.view,
      this.view.onDidChangeVisibility(() => this.later()),
      vscode.window.onDidChangeTextEditorSelection(() => this.later()),
      vscode.window.onDidChangeActiveTextEditor(() => this.later()),
      vscode.workspace.onDidChangeTextDocument(() => {
        this.tree.pause();
        this.later();
      }),
      { dispose: library.onDidChange(() => this.later(true)) },
      registerCommand(commands.pinRelated, () => this.pin(true)),
      registerCommand(commands.unpinRelated, () => this.pin(false)),
    ];
    this.later();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private pin(isPinned: boolean): void {
    this.isPinned = isPinned;
    setContext(contextKeys.relatedPinned, isPinned);
    this.view.description = isPinned ? vscode.l10n.t('pinned') : '';
    this.later();
  }

  private later(anew = false): void {
    this.waiting.cancel('follow');
    if (this.isPinned || !this.view.visible) return;
    this.waiting.start('follow', rest, () => void this.follow(anew));
  }

  private async follow(anew: boolean): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !holdsText(editor.document)) return;
    const isWanted = setting('related.enabled', true, editor.document);
    if (isWanted) await this.tree.show(editor.document, editor.selection.active, anew);
    else this.tree.clear();
  }
}
