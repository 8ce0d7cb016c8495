import type * as vscode from 'vscode';
import type { ThreadAnswer } from '../../worker/serveRequests';
import { spawnThread } from './spawnThread';
import type { Thread, ThreadName } from './thread';

/** A request took longer than it may, or more memory: its thread was ended. */
export class ThreadLimitError extends Error {
  override readonly name = 'ThreadLimitError';
}

interface Waiting<Request> {
  readonly id: number;
  readonly request: Request;
  readonly milliseconds: number;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * A thread that answers requests one after the other, started with the first. A request that ends it, or takes longer than it may, is
 * refused; a new thread takes over those that waited behind it.
 */
export class RequestThread<Request, Answer> implements vscode.Disposable {
  private readonly waiting: Waiting<Request>[] = [];
  private thread: Promise<Thread> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private requests = 0;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly name: ThreadName,
  ) {}

  /** @param milliseconds what the request may take once its turn has come */
  ask(request: Request, milliseconds: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        id: ++this.requests,
        request,
        milliseconds,
        resolve: answer => resolve(answer as Answer),
        reject,
      });
      if (this.waiting.length === 1) void this.next();
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    void this.thread?.then(thread => thread.end());
  }

  private async next(): Promise<void> {
    const [first] = this.waiting;
    if (!first) return;
    try {
      this.thread ??= this.start();
      const { port } = await this.thread;
      this.timer = setTimeout(() => this.giveUp(first), first.milliseconds);
      port.post({ id: first.id, request: first.request });
    } catch (error) {
      this.settle(first.id, waiting => waiting.reject(error as Error));
    }
  }

  private async start(): Promise<Thread> {
    const starting = spawnThread(this.extensionUri, this.name);
    const thread = await starting;
    thread.port.onMessage(message => {
      const answered = message as ThreadAnswer;
      this.settle(answered.id, waiting => {
        if ('failure' in answered) waiting.reject(new Error(answered.failure));
        else waiting.resolve(answered.answer);
      });
    });
    thread.onFailure(reason => this.ended(thread, reason));
    return thread;
  }

  private giveUp({ milliseconds }: Waiting<Request>): void {
    void this.thread?.then(thread => thread.end());
    this.thread = undefined;
    const error = new ThreadLimitError(`it took longer than ${Math.round(milliseconds / 1000)} seconds`);
    this.settle(this.waiting[0]?.id, waiting => waiting.reject(error));
  }

  private async ended(thread: Thread, reason: string): Promise<void> {
    if ((await this.thread) !== thread) return;
    this.thread = undefined;
    this.settle(this.waiting[0]?.id, waiting => waiting.reject(new ThreadLimitError(reason)));
  }

  private settle(id: number | undefined, answer: (waiting: Waiting<Request>) => void): void {
    const [first] = this.waiting;
    if (!first || first.id !== id) return;
    clearTimeout(this.timer);
    this.waiting.shift();
    answer(first);
    void this.next();
  }
}
