import * as vscode from 'vscode';
import { catalogOf } from '../../core/catalogs/services/catalogs';
import type { LibraryService } from '../../core/library/libraryService';
import { loadFetch } from '../../online/fetchTransport';
import { Debouncer } from '../debouncer';

/**
 * Nothing is typed, looked at anew or read for so long, in milliseconds: then nobody waits for the extension host, and a window that was
 * opened has shown what it has.
 */
const calm = 6000;

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
      loadFetch()
        .then(readOne)
        .catch(() => {});
    });
  }
}

/** What reads answers is compiled when it first does so: it reads a work that there is not. */
function readOne(): void {
  const message = {
    DOI: '10.1000/none',
    type: 'journal-article',
    title: ['On <i>None</i>: A Survey'],
    author: [{ given: 'No B.', family: 'Body' }],
    'container-title': ['Journal of Nothing'],
    issued: { 'date-parts': [[2020, 5]] },
    publisher: 'None Press Ltd.',
    volume: '1',
    page: '1-2',
    abstract: '<jats:p>None.</jats:p>',
  };
  catalogOf('crossref').lookUp({ kind: 'doi', id: message.DOI }, {})?.read(JSON.stringify({ message }));
}
