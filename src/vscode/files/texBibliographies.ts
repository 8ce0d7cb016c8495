import * as vscode from 'vscode';
import { nodeParts } from '../node/nodeParts';
import { setting } from '../settings';

/** Bibliographies that TeX finds outside a project; it is asked once for each name, and only where programs may be run. */
export class TexBibliographies {
  private readonly known = new Map<string, Promise<string | undefined>>();

  /** The path of the URI of what TeX finds by this name for a document in the folder. */
  async find(name: string, folder: vscode.Uri): Promise<string | undefined> {
    const { findByTex } = nodeParts();
    if (!findByTex || folder.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
    if (!setting('latex.askTex', true, folder)) return undefined;
    const question = `${folder.fsPath}\n${name}`;
    let answer = this.known.get(question);
    if (!answer) {
      answer = findByTex(name, folder.fsPath).then(found => found && vscode.Uri.file(found).path);
      this.known.set(question, answer);
    }
    return answer;
  }

  /** Files came or went: TeX may find others now. */
  forget(): void {
    this.known.clear();
  }
}
