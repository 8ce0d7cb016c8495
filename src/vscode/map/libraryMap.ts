import * as vscode from 'vscode';
import { citedKeys } from '../../core/citing/citedKeys';
import type { LibraryPicture, LibraryService } from '../../core/library/libraryService';
import type { FromMap, ToMap } from '../../webview/map/messages';
import { commands, views } from '../commands';
import { Debouncer } from '../debouncer';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { nameOf } from '../documents/nameOf';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import { mapHtml } from './mapHtml';

type Unchecked<Message> = { readonly [name in 'work' | 'query' | keyof Message]?: unknown };

/** The page is drawn anew when the library changed, and nothing more for so many milliseconds. */
const redrawPause = 2000;

/** The library as a picture: a map on which related papers lie near each other, and papers over years. */
export class LibraryMap implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private picture: LibraryPicture | undefined;
  private readonly waiting = new Debouncer();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly targets: InsertionTargets,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.disposables = [
      this.waiting,
      registerCommand(commands.showMap, () => this.show()),
      { dispose: library.onDidChange(() => this.later()) },
      vscode.window.onDidChangeActiveTextEditor(() => this.markCited()),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const folder = vscode.Uri.joinPath(this.extensionUri, 'dist');
    const panel = vscode.window.createWebviewPanel(
      'literature.map',
      vscode.l10n.t('Library Map'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        localResourceRoots: [folder],
        retainContextWhenHidden: true,
      },
    );
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.picture = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, 'libraryMap.js'));
    panel.webview.html = mapHtml(String(script));
  }

  /** What the page tells is data, and may be anything. */
  private async receive(message: unknown): Promise<void> {
    const { kind, work, query } = (message ?? {}) as Unchecked<FromMap>;
    if (kind === 'ready') await this.draw();
    else if (kind === 'filter' && typeof query === 'string') {
      await vscode.commands.executeCommand(`${views.library}.focus`);
      await vscode.commands.executeCommand(commands.filterLibrary, query);
    } else if ((kind === 'open' || kind === 'cite') && typeof work === 'number') {
      const chosen = this.picture?.works[work];
      if (!chosen) return;
      const command = kind === 'open' ? commands.openAbstract : commands.insertCitation;
      await vscode.commands.executeCommand(command, { key: chosen.key, source: chosen.source });
    }
  }

  private async draw(): Promise<void> {
    try {
      this.picture = await this.library.picture();
      this.post({ kind: 'picture', picture: this.picture });
      this.markCited();
    } catch (error) {
      void notify.error(error);
    }
  }

  private markCited(): void {
    const document = this.panel && this.targets.current()?.document;
    const parsed = document && this.documents.citationsOf(document);
    if (document && parsed)
      this.post({
        kind: 'cited',
        keys: citedKeys(parsed).map(({ key }) => key),
        document: nameOf(document.uri),
      });
  }

  private post(message: ToMap): void {
    void this.panel?.webview.postMessage(message);
  }

  private later(): void {
    if (this.panel) this.waiting.start('draw', redrawPause, () => void this.draw());
  }
}
