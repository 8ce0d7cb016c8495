import * as vscode from 'vscode';
import { notify } from '../notify';

/**
 * Says that there is no document to do something in, and offers to open or begin one.
 *
 * @param purpose what it is wanted for: `to cite in`
 */
export async function sayNoDocument(purpose: string): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  const [open, begin] = [vscode.l10n.t('Open…'), vscode.l10n.t('New Markdown Document')] as const;
  const isOther = active && active.uri.scheme !== 'output';
  const said = isOther
    ? vscode.l10n.t(
        'Nothing is cited in this kind of file: open a Markdown, LaTeX or Typst document {0}.',
        purpose,
      )
    : vscode.l10n.t('Open a Markdown, LaTeX or Typst document {0}.', purpose);
  const answer = await notify.information(said, open, begin);
  if (answer === open) await vscode.commands.executeCommand('workbench.action.quickOpen');
  if (answer === begin) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
    await vscode.window.showTextDocument(document);
  }
}
