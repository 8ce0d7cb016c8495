import * as vscode from 'vscode';
import { commands } from '../commands';
import type { DocumentPlaceholders } from './documentPlaceholders';

/** Offers to look for papers at each place where a citation is missing. */
export class PlaceholderActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly placeholders: DocumentPlaceholders) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const placeholder = this.placeholders.at(document, range.start);
    if (!placeholder) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Find Support…'), vscode.CodeActionKind.QuickFix);
    action.command = {
      title: action.title,
      command: commands.findSupport,
      arguments: [document.uri, placeholder],
    };
    action.isPreferred = true;
    return [action];
  }
}
