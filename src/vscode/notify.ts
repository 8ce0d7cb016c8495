import * as vscode from 'vscode';
import { plainLabel, plainMessage } from '../core/display/text/plainText';
import { errorMessage } from '../core/util/errorMessage';
import { shownWhenSlow } from './shownWhenSlow';

/** How long the status bar says what was done, in milliseconds. */
const statusMilliseconds = 4000;

/**
 * What is done sooner shows no progress: it would only flash, and keep other notices back, of which VS Code shows no more than three that come
 * soon after one another. Milliseconds.
 */
const unseenMilliseconds = 300;

/**
 * The only way in which people are told something: whatever a message quotes of files, servers and errors is text in it. VS Code makes
 * links of `[text](command:…)` in every message, and such a link runs. `test/unit/vscode/notify.test.ts` finds other ways.
 */
export const notify = {
  /** The answer is one of the actions, which are ours; `undefined` when the message was dismissed. */
  async information<Action extends string>(
    message: string,
    ...actions: readonly Action[]
  ): Promise<Action | undefined> {
    return vscode.window.showInformationMessage(plainMessage(message), ...actions);
  },

  async warning<Action extends string>(
    message: string,
    ...actions: readonly Action[]
  ): Promise<Action | undefined> {
    return vscode.window.showWarningMessage(plainMessage(message), ...actions);
  },

  async error<Action extends string>(
    thrown: unknown,
    ...actions: readonly Action[]
  ): Promise<Action | undefined> {
    return vscode.window.showErrorMessage(plainMessage(errorMessage(thrown)), ...actions);
  },

  /** While something runs that may take long, which reports how much is done, with a way to cancel it. `undefined` when it was. */
  async progress<T>(
    message: string,
    run: (signal: AbortSignal, report: (done: number, total: number) => void) => Promise<T>,
  ): Promise<T | undefined> {
    const stop = new AbortController();
    let report = (_done: number, _total: number) => {};
    const location = vscode.ProgressLocation.Notification;
    const options = { location, title: plainMessage(message), cancellable: true };
    const work = run(stop.signal, (done, total) => report(done, total));
    const result = await shownWhenSlow(work, unseenMilliseconds, settled =>
      vscode.window.withProgress(options, async (progress, token) => {
        token.onCancellationRequested(() => stop.abort());
        let percent = 0;
        report = (done, total) => {
          const increment = (100 * done) / total - percent;
          percent += increment;
          progress.report({ message: vscode.l10n.t('{0} of {1}', done, total), increment });
        };
        await settled;
      }),
    ).catch(error => {
      if (!stop.signal.aborted) throw error;
    });
    return stop.signal.aborted ? undefined : (result as T);
  },

  /** In the status bar, as long as something takes that mostly is there at once. */
  async busy<T>(message: string, work: Promise<T>): Promise<T> {
    const shown = vscode.window.setStatusBarMessage(plainLabel(message));
    return work.finally(() => shown.dispose());
  },

  /** For a moment, in the status bar. */
  status(message: string): void {
    vscode.window.setStatusBarMessage(plainLabel(message), statusMilliseconds);
  },
};
