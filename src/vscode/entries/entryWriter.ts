import * as vscode from 'vscode';
import type { AddedEntries } from '../../core/bibliography/write/addEntries';
import { plainLabel } from '../../core/display/text/plainText';
import {
  answerWriteRequest,
  type Content,
  type WriteAnswer,
  type WriteMessage,
  type WriteRequest,
} from '../../worker/writer';
import { RequestThread } from '../threads/requestThread';

/** What is as long as this is looked through before anybody notices. */
const maxInstantLength = 20_000;
const timeoutMs = 120_000;

/** A content that is the same as long as this object is: a thread that had it need not be sent it again. */
export interface HeldContent {
  /** In characters, or bytes. */
  readonly length: number;
  readonly get: () => Content | Promise<Content>;
}

/** What is to be worked out for a content: see `WriteRequest`. */
export type ContentRequest = Omit<WriteRequest, 'content'> & { readonly content: HeldContent };

/** Works out what has to be written to a bibliography: in a thread of its own where that takes a while. */
export class EntryWriter implements vscode.Disposable {
  private readonly thread: RequestThread<WriteMessage, WriteAnswer>;
  private readonly numbers = new WeakMap<HeldContent, number>();
  private numbered = 0;

  constructor(extensionUri: vscode.Uri) {
    this.thread = new RequestThread(extensionUri, 'writerWorker');
  }

  dispose(): void {
    this.thread.dispose();
  }

  /** Has a long content read through ahead: what is asked of the same next is answered sooner. */
  async readAhead(request: Omit<ContentRequest, 'additions'>): Promise<undefined> {
    if (request.content.length > maxInstantLength) await this.inThread({ ...request, additions: [] });
  }

  async ask(request: ContentRequest): Promise<AddedEntries | undefined> {
    const { content } = request;
    if (content.length <= maxInstantLength)
      return answerWriteRequest({ ...request, content: await content.get() });
    // What was read through is answered before anybody notices.
    if (this.numbers.has(content)) return this.inThread(request);
    const title = vscode.l10n.t('Adding to {0}', plainLabel(request.fileName));
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      this.inThread(request),
    );
  }

  private async inThread({ content, ...request }: ContentRequest): Promise<AddedEntries | undefined> {
    const known = this.numbers.get(content);
    const number = known ?? ++this.numbered;
    this.numbers.set(content, number);
    const message = { ...request, number };
    const answer = known === undefined ? 'unread' : await this.thread.ask(message, timeoutMs);
    if (answer !== 'unread') return answer;
    const sent = await this.thread.ask({ ...message, content: await content.get() }, timeoutMs);
    return sent === 'unread' ? undefined : sent;
  }
}
