import * as vscode from 'vscode';
import { commands } from './commands';

/** What links in hovers and tooltips may run: commands that insert, open or copy, and nothing else. */
const linkedCommands = [
  commands.insertCitation,
  commands.openAbstract,
  commands.copyKey,
  commands.copyBibtex,
  commands.addToBibliography,
  commands.addBibliography,
  commands.search,
  commands.showEvidence,
];

/** Markdown whose text from references was escaped, and which may link to our commands. No HTML. */
export function trustedMarkdown(markdown: string): vscode.MarkdownString {
  const result = new vscode.MarkdownString(markdown);
  result.isTrusted = { enabledCommands: linkedCommands };
  return result;
}
