import * as vscode from 'vscode';
import type { AddedEntries } from '../../core/bibliography/write/addEntries';
import { plainLabel } from '../../core/display/plainText';
import { answerWriteRequest, type WriteRequest } from '../../worker/writer';
import { RequestThread } from '../threads/requestThread';

/** What is as long as this is looked through before anybody notices. */
const maxInstantLength = 20_000;
const timeoutMs = 120_000;

/** Works out what has to be written to a bibliography: in a thread of its own where that takes a while. */
export class EntryWriter implements vscode.Disposable {
  private readonly thread: RequestThread<WriteRequest, AddedEntries | undefined>;

  constructor(extensionUri: vscode.Uri) {
    this.thread = new RequestThread(extensionUri, 'writerWorker');
  }

  dispose(): void {
    this.thread.dispose();
  }

  /** Has a long text read through ahead: what is asked of the same text next is answered sooner. */
  async readAhead(request: Omit<WriteRequest, 'additions'>): Promise<undefined> {
    if (request.content.length > maxInstantLength)
      await this.thread.ask({ ...request, additions: [] }, timeoutMs);
  }

  async ask(request: WriteRequest): Promise<AddedEntries | undefined> {
    if (request.content.length <= maxInstantLength) return answerWriteRequest(request);
    const title = vscode.l10n.t('Adding to {0}', plainLabel(request.fileName));
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      this.thread.ask(request, timeoutMs),
    );
  }
}
