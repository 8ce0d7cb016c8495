import * as vscode from 'vscode';
import { plainLabel } from '../../core/display/text/plainText';
import { commands, internalCommands } from '../commands';
import { abstractStyle } from '../references/abstractStyle';
import { staticPage } from '../references/staticPage';
import { evidenceStyle } from './evidenceStyle';

/** What links of the page may run. Its text comes from files, so nothing else. */
const linkedCommands = [
  commands.openAbstract,
  commands.showEvidence,
  internalCommands.citeInstead,
  internalCommands.citeAsWell,
  internalCommands.showCited,
];

/** A page beside the document, without scripts; what is shown next takes its place. */
export class EvidencePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly viewType: string,
    private readonly column: vscode.ViewColumn,
  ) {}

  show(title: string, body: string): void {
    const label = plainLabel(title);
    if (!this.panel) {
      this.panel = vscode.window.createWebviewPanel(this.viewType, label, this.column, {
        enableScripts: false,
        enableCommandUris: linkedCommands,
        enableFindWidget: true,
        localResourceRoots: [],
      });
      this.panel.onDidDispose(() => {
        this.panel = undefined;
      });
    }
    this.panel.title = label;
    this.panel.webview.html = staticPage(title, body, abstractStyle + evidenceStyle);
    this.panel.reveal();
  }

  dispose(): void {
    this.panel?.dispose();
  }
}
