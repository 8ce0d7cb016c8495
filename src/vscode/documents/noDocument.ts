import * as vscode from 'vscode';
import { notify } from '../notify';

/**
 * Says that there is no document to do something in, and offers to open or begin one.
 *
 * @param purpose what it is wanted for: `to cite in`
 */
export async function sayNoDocument(purpose: string): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  const [open, begin] = ['Open…', 'New Markdown Document'] as const;
  const isOther = active && active.uri.scheme !== 'output';
  const said = isOther
    ? `Nothing is cited in this kind of file: open a Markdown, LaTeX or Typst document ${purpose}.`
    : `Open a Markdown, LaTeX or Typst document ${purpose}.`;
  const answer = await notify.information(said, open, begin);
  if (answer === open) await vscode.commands.executeCommand('workbench.action.quickOpen');
  if (answer === begin) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
    await vscode.window.showTextDocument(document);
  }
}
