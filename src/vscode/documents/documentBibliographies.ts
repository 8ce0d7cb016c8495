import * as vscode from 'vscode';
import { type FindingOptions, findBibliographies } from '../../core/citing/findBibliographies';
import type { BibliographiesFound } from '../../core/citing/project/foundBibliography';
import { TexBibliographies } from '../files/texBibliographies';
import { filesBeside } from './filesBeside';
import { languageOf } from './languages';
import { fileOf, stateOf, wholeOf, wholeText } from './notebooks';

/** Files in which bibliographies are declared, or which are bibliographies. */
const telling = '**/*.{tex,ltx,Rnw,yml,yaml,typ,bib,json,ris}';
const tellingName = /\.(tex|ltx|rnw|ya?ml|typ)$/i;

interface Finding {
  readonly state: number;
  readonly found: Promise<BibliographiesFound>;
}

/** Which bibliographies apply to a document and why, found once for each state of the document and its project, and for all cells of a notebook. */
export class DocumentBibliographies implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private readonly tex = new TexBibliographies();
  private findings = new WeakMap<vscode.TextDocument | vscode.NotebookDocument, Finding>();

  /** What was found may not hold any more. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly options: (document: vscode.TextDocument) => FindingOptions = () => ({})) {
    const forget = () => {
      this.findings = new WeakMap();
      this.changed.fire();
    };
    const forgetFiles = () => {
      this.tex.forget();
      forget();
    };
    const watcher = vscode.workspace.createFileSystemWatcher(telling);
    this.disposables = [
      this.changed,
      watcher,
      watcher.onDidCreate(forgetFiles),
      watcher.onDidDelete(forgetFiles),
      watcher.onDidChange(uri => {
        if (tellingName.test(uri.path)) forget();
      }),
      // A document's own text is part of what is asked; that of the others of its project is not.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (tellingName.test(document.uri.path)) forget();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forgetFiles),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('literature')) forget();
      }),
    ];
  }

  /** `undefined` for a document in no language that cites. */
  async of(document: vscode.TextDocument): Promise<BibliographiesFound | undefined> {
    const language = languageOf(document);
    if (!language) return undefined;
    const whole = wholeOf(document);
    const state = stateOf(document);
    const known = this.findings.get(whole);
    if (known?.state === state) return known.found;
    const folder = folderOf(document);
    const file = fileOf(document);
    const found = findBibliographies(
      { path: pathOf(document), text: wholeText(document).text, language },
      filesBeside(folder?.uri ?? file, file, this.tex),
      { ...(folder && { workspaceRoot: folder.uri.path }), ...this.options(document) },
    );
    this.findings.set(whole, { state, found });
    return found;
  }

  /** The URI of a path that was found for this document. */
  uriOf(document: vscode.TextDocument, path: string): vscode.Uri {
    return (folderOf(document)?.uri ?? fileOf(document)).with({ path, query: '', fragment: '' });
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** A document that was never saved belongs to the first folder, where it will most likely be saved. */
function folderOf(document: vscode.TextDocument): vscode.WorkspaceFolder | undefined {
  return document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]
    : vscode.workspace.getWorkspaceFolder(fileOf(document));
}

function pathOf(document: vscode.TextDocument): string {
  const folder = document.isUntitled ? folderOf(document) : undefined;
  return folder ? `${folder.uri.path}/${document.uri.path}` : fileOf(document).path;
}
