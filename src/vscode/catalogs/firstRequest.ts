import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { loadFetch } from '../../online/fetchTransport';
import { Debouncer } from '../debouncer';

/** Nothing is typed, looked at anew or read for so long, in milliseconds: then nobody waits for the extension host. */
const calm = 1500;

/** Gets ready what the first request of a session needs, before there is one, while nobody waits for anything. */
export class FirstRequest implements vscode.Disposable {
  private readonly waiting = new Debouncer();
  private readonly listening: vscode.Disposable;

  constructor(
    /** Whether a request may be made. */
    private readonly isWanted: () => boolean,
    library: Pick<LibraryService, 'onDidChange'>,
  ) {
    const { workspace, window } = vscode;
    this.listening = vscode.Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => {
        // What programs log is no typing.
        if (document.uri.scheme !== 'output') this.later();
      }),
      workspace.onDidOpenTextDocument(() => this.later()),
      workspace.onDidGrantWorkspaceTrust(() => this.later()),
      window.onDidChangeTextEditorSelection(() => this.later()),
      new vscode.Disposable(library.onDidChange(() => this.later())),
    );
    this.later();
  }

  dispose(): void {
    this.listening.dispose();
    this.waiting.dispose();
  }

  private later(): void {
    this.waiting.start('load', calm, () => {
      if (!this.isWanted()) return;
      this.listening.dispose();
      // What fails now is told when something is asked.
      loadFetch().catch(() => {});
    });
  }
}
