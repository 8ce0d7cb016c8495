import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model/textEdit';

export function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toVscodeEdit(document: vscode.TextDocument, { start, end, text }: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(rangeOf(document, start, end), text);
}
