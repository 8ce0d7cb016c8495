import * as vscode from 'vscode';
import { citationLanguages, languageOfPath } from '../../core/citing/citationLanguages';
import { citedKeys, wildcardKey } from '../../core/citing/citedKeys';
import { TextLines } from '../../core/util/lineIndex';
import { readingOptions } from './languages';

/** Documents that may cite, by what their names end in. */
const documents = `**/*.{${citationLanguages
  .flatMap(({ names }) => names.extensions)
  .flatMap(end => [end, end[0]!.toUpperCase() + end.slice(1)])
  .join(',')}}`;
const excluded = '**/{node_modules,.git,.quarto,_site,_book,_freeze,dist,out,.venv}/**';

type KeyRanges = ReadonlyMap<string, readonly vscode.Range[]>;

/**
 * Where every key is cited in the documents of the workspace. All documents are read when first asked for, afterwards only those
 * that changed; an open document's unsaved text counts, not the file's.
 */
export class WorkspaceCitations implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly byDocument = new Map<string, KeyRanges>();
  /** Files that are gone; VS Code keeps their documents for a while. */
  private readonly deleted = new Set<string>();
  private scan: Promise<void> | undefined;

  /** Some document's citations are not what they were. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(documents);
    this.disposables.push(
      watcher,
      this.changed,
      watcher.onDidCreate(uri => {
        this.deleted.delete(uri.toString());
        return this.update(uri);
      }),
      watcher.onDidChange(uri => this.update(uri)),
      watcher.onDidDelete(uri => {
        this.deleted.add(uri.toString());
        this.forget(uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.forget(document.uri)),
      vscode.workspace.onDidOpenTextDocument(document => this.forget(document.uri)),
      vscode.workspace.onDidCloseTextDocument(document => this.update(document.uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.scan = undefined;
        this.byDocument.clear();
        this.changed.fire();
      }),
    );
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Every place where a key is cited, in the order of the documents' names. */
  async locationsOf(key: string): Promise<vscode.Location[]> {
    const locations: vscode.Location[] = [];
    for (const [uri, keys] of await this.documents())
      for (const range of keys.get(key) ?? [])
        locations.push(new vscode.Location(vscode.Uri.parse(uri), range));
    return locations;
  }

  /** The documents that cite a key. */
  async documentsCiting(key: string): Promise<vscode.Uri[]> {
    return (await this.documents()).filter(([, keys]) => keys.has(key)).map(([uri]) => vscode.Uri.parse(uri));
  }

  /** How often each key is cited, in all documents together; `*` is among them where a document cites everything. */
  async counts(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const [, keys] of await this.documents())
      for (const [key, ranges] of keys) counts.set(key, (counts.get(key) ?? 0) + ranges.length);
    return counts;
  }

  private async documents(): Promise<[uri: string, keys: KeyRanges][]> {
    this.scan ??= this.scanWorkspace();
    await this.scan;
    for (const document of vscode.workspace.textDocuments) {
      const uri = document.uri.toString();
      if (this.byDocument.has(uri) || this.deleted.has(uri) || document.isClosed) continue;
      if (isWriting(document.uri)) this.read(document.uri, document.getText());
    }
    return [...this.byDocument].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private async scanWorkspace(): Promise<void> {
    for (const uri of await vscode.workspace.findFiles(documents, excluded)) await this.readFile(uri);
  }

  private async readFile(uri: vscode.Uri): Promise<void> {
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open) return this.read(uri, open.getText());
    try {
      this.read(uri, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    } catch {
      // Deleted or moved since it was listed: it cites nothing.
      this.byDocument.delete(uri.toString());
    }
  }

  private read(uri: vscode.Uri, text: string): void {
    const language = languageOfPath(uri.path);
    if (!language) return;
    const reading = language.read(text, readingOptions({ languageId: '', uri }));
    const lines = new TextLines(text);
    const keys = citedKeys(reading).map(({ key, occurrences }): [string, vscode.Range[]] => [
      key,
      occurrences.map(({ start, end }) => {
        const from = lines.positionAt(start);
        const to = lines.positionAt(end);
        return new vscode.Range(from.line, from.character, to.line, to.character);
      }),
    ]);
    const citesEverything = reading.citations.some(citation =>
      citation.keys.some(({ key }) => key === wildcardKey),
    );
    if (citesEverything) keys.push([wildcardKey, []]);
    this.byDocument.set(uri.toString(), new Map(keys));
  }

  /** A file of the workspace has other content; before the first scan nobody cares. */
  private async update(uri: vscode.Uri): Promise<void> {
    if (!this.scan) return;
    this.byDocument.delete(uri.toString());
    if (vscode.workspace.getWorkspaceFolder(uri) && isWriting(uri)) await this.readFile(uri);
    this.changed.fire();
  }

  private forget(uri: vscode.Uri): void {
    if (this.byDocument.delete(uri.toString())) this.changed.fire();
  }
}

function isWriting(uri: vscode.Uri): boolean {
  return languageOfPath(uri.path) !== undefined;
}
