import * as vscode from 'vscode';
import type { TaskQueue } from '../../core/util/taskQueue';

/** An edit that is not made within this time was not chosen, or cancelled, in milliseconds. */
const madeWithin = 10_000;
/** What else is to be written waits no longer for it. */
const waitedFor = 3000;

/** An edit that VS Code makes, and how that is seen. */
export interface GivenEdit<T> {
  readonly edit: T;
  readonly document: vscode.TextDocument;
  /** Text that it puts into the document. */
  readonly text: string;
  /** What is to be done once it is made. */
  readonly afterwards: () => Promise<void>;
}

/** Edits that VS Code itself makes, a moment after they were given to it: those of pastes and drops. */
export class GivenEdits {
  constructor(private readonly queue: TaskQueue) {}

  /** Prepares an edit while nothing else is written, and lets nothing else be written before it was made. */
  give<T>(prepare: () => Promise<GivenEdit<T> | undefined>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const task = async () => {
        const given = await prepare();
        const made = given && onceMade(given).then(isMade => (isMade ? given.afterwards() : undefined));
        resolve(given?.edit);
        await Promise.race([made, timeAfter(waitedFor)]);
      };
      this.queue.run(task).catch(reject);
    });
  }
}

/** Whether it is made before long. */
export function onceMade({
  document,
  text,
}: Omit<GivenEdit<unknown>, 'edit' | 'afterwards'>): Promise<boolean> {
  return new Promise(resolve => {
    const listening = vscode.workspace.onDidChangeTextDocument(change => {
      if (change.document === document && change.contentChanges.some(one => one.text.includes(text)))
        end(true);
    });
    const timer = setTimeout(() => end(false), madeWithin);
    const end = (isMade: boolean) => {
      clearTimeout(timer);
      listening.dispose();
      resolve(isMade);
    };
  });
}

function timeAfter(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
