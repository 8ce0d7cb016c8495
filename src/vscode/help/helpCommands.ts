import * as vscode from 'vscode';
import { environmentReport } from '../../core/display/environmentReport';
import type { LibraryService } from '../../core/library/libraryService';
import { commands } from '../commands';
import { registerCommand } from '../registerCommand';
import { environmentOf } from './environment';

/** “Show Log” and “Report Issue…”, which opens the form for issues with the versions filled in; it is the writer who sends it. */
export function registerHelpCommands(
  extension: vscode.Extension<unknown>,
  library: LibraryService,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.showLog, () => log.show()),
    registerCommand(commands.reportIssue, async () => {
      const report = environmentReport(await environmentOf(extension, library));
      await vscode.env.openExternal(vscode.Uri.parse(issueAddress(extension.packageJSON.bugs.url, report)));
    }),
  );
}

/** The form `bug.yml` for a new issue, its field `environment` filled in. */
export function issueAddress(issues: string, report: string): string {
  return `${issues}/new?template=bug.yml&environment=${encodeURIComponent(report)}`;
}
