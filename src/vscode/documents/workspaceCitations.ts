import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { citationLanguage, citationLanguages, languageOfPath } from '../../core/citing/citationLanguages';
import { allCitedKeys, wildcardKey } from '../../core/citing/citedKeys';
import { KeyCounts } from '../../core/citing/keyCounts';
import type { LatexDocument } from '../../core/citing/latex/latexDocument';
import {
  broughtToOthers,
  type ReadingInProject,
  readingsInProjects,
} from '../../core/citing/latex/latexProjects';
import { partOfMarkdown, readPart } from '../../core/citing/markdown/partOfMarkdown';
import { type MarkdownDocument, readMarkdown } from '../../core/citing/markdown/readMarkdown';
import { notebookCells, notebookText } from '../../core/citing/notebook/notebook';
import { TextLines } from '../../core/util/lines/lineIndex';
import { readFile } from '../files/fileAccess';
import { filesBeside } from './filesBeside';
import { isNotebook, languageOf, notebookCell, readingOptions } from './languages';
import { notebookOf, type OpenNotebook, surroundingsOf, textOfNotebook } from './notebooks';

/** Documents that may cite, by what their names end in. */
const documents = `**/*.{${citationLanguages
  .flatMap(({ names: { extensions, notebookExtensions = [] } }) => [...extensions, ...notebookExtensions])
  .flatMap(end => [end, end[0]!.toUpperCase() + end.slice(1)])
  .join(',')}}`;
const excluded = '**/{node_modules,.git,.quarto,_site,_book,_freeze,dist,out,.venv}/**';

/** Citations of MyST. */
const hasRoles = /\{[\w:+-]*cite[\w:]*\}`/;

/** Where one document cites which keys. */
interface DocumentKeys {
  readonly ranges: ReadonlyMap<string, readonly vscode.Range[]>;
  /** Its bibliography program takes keys that differ in case alone for one. */
  readonly ignoresCase: boolean;
}

/**
 * Where every key is cited in the documents of the workspace; of a notebook that is not open it is only known that it is cited. All
 * documents are read when first asked for, afterwards only those that changed; an open document's unsaved text counts, not the file's. LaTeX files are read by what their projects define: when one of
 * them defines something else, all are read anew.
 */
export class WorkspaceCitations implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly byDocument = new Map<string, DocumentKeys>();
  private readonly inProjects = new Map<string, ReadingInProject>();
  /** What each LaTeX file brought to the others when it was last read. */
  private readonly brought = new Map<string, string>();
  private hasOtherDefinitions = false;
  /** The last time that each document was looked up: an answer to a time before is none. */
  private readonly lookedUp = new Map<string, number>();
  /** Files that are gone; VS Code keeps their documents for a while. */
  private readonly deleted = new Set<string>();
  private scan: Promise<void> | undefined;
  private readonly notebooks = new WeakMap<OpenNotebook, MarkdownDocument>();

  /** Some document's citations are not what they were. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(documents);
    this.disposables.push(
      watcher,
      this.changed,
      // What a watcher tells may be late or joined (deleted and written anew): what is there is looked up, whatever was told.
      watcher.onDidCreate(uri => this.update(uri)),
      watcher.onDidChange(uri => this.update(uri)),
      watcher.onDidDelete(uri => this.update(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // What a cell cites can depend on the others of its notebook.
        const cells = notebookOf(document)?.getCells();
        for (const { uri } of cells?.map(cell => cell.document) ?? [document]) this.forget(uri);
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        this.deleted.delete(uri.toString());
        this.forget(uri);
      }),
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
      for (const range of rangesOf(keys, key))
        locations.push(new vscode.Location(vscode.Uri.parse(uri), range));
    return locations;
  }

  /** The documents that cite a key, each with the key as it writes it: in another case where that does not matter. */
  async documentsCiting(
    key: string,
  ): Promise<{ readonly uri: vscode.Uri; readonly keys: readonly string[] }[]> {
    return (await this.documents()).flatMap(([name, document]) => {
      const keys = writtenIn(document, key);
      return keys.length ? [{ uri: vscode.Uri.parse(name), keys }] : [];
    });
  }

  /** How often each key is cited, in all documents together. */
  async counts(): Promise<KeyCounts> {
    return new KeyCounts(
      (await this.documents()).map(([, { ranges, ignoresCase }]) => ({
        counts: new Map([...ranges].map(([key, { length }]) => [key, length])),
        ignoresCase,
      })),
    );
  }

  private async documents(): Promise<[uri: string, keys: DocumentKeys][]> {
    this.scan ??= this.scanWorkspace();
    await this.scan;
    for (const document of vscode.workspace.textDocuments) {
      const uri = document.uri.toString();
      if (this.byDocument.has(uri) || this.deleted.has(uri) || document.isClosed) continue;
      if (isWriting(document.uri)) this.read(document.uri, document.getText(), document);
    }
    if (this.hasOtherDefinitions) await this.readLatexAnew();
    // The cells of those that are open are documents.
    const open = new Set(vscode.workspace.notebookDocuments.map(({ uri }) => uri.toString()));
    return [...this.byDocument].filter(([uri]) => !open.has(uri)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private async scanWorkspace(): Promise<void> {
    const uris = await vscode.workspace.findFiles(documents, excluded);
    await this.learn(uris.filter(isLatex));
    for (const uri of uris) await this.readFile(uri);
    const listed = new Set(uris.map(String));
    for (const { uri } of vscode.workspace.textDocuments)
      if (isWritingInFile(uri) && !listed.has(uri.toString()) && vscode.workspace.getWorkspaceFolder(uri))
        await this.readFile(uri);
    this.hasOtherDefinitions = false;
  }

  /** Finds out how LaTeX files are to be read, by the projects they belong to. */
  private async learn(uris: readonly vscode.Uri[]): Promise<void> {
    this.inProjects.clear();
    const byFolder = new Map<vscode.WorkspaceFolder, vscode.Uri[]>();
    for (const uri of uris) {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (folder) byFolder.set(folder, [...(byFolder.get(folder) ?? []), uri]);
    }
    for (const [folder, inFolder] of byFolder) {
      const paths = inFolder.map(({ path }) => path);
      const readings = await readingsInProjects(paths, filesBeside(folder.uri, inFolder[0]!));
      for (const uri of inFolder) {
        const reading = readings.get(uri.path);
        if (reading) this.inProjects.set(uri.toString(), reading);
      }
    }
  }

  private async readLatexAnew(): Promise<void> {
    this.hasOtherDefinitions = false;
    const uris = [...this.byDocument.keys()].map(uri => vscode.Uri.parse(uri)).filter(isLatex);
    await this.learn(uris);
    for (const uri of uris) await this.readFile(uri);
    this.hasOtherDefinitions = false;
  }

  private async readFile(uri: vscode.Uri): Promise<void> {
    const name = uri.toString();
    const time = (this.lookedUp.get(name) ?? 0) + 1;
    this.lookedUp.set(name, time);
    const bytes = await this.bytesOf(uri);
    if (this.lookedUp.get(name) !== time) return;
    if (bytes) this.deleted.delete(name);
    else this.deleted.add(name);
    const open = vscode.workspace.textDocuments.find(
      document => !document.isClosed && document.uri.toString() === name,
    );
    if (bytes) this.read(uri, open?.getText() ?? new TextDecoder().decode(bytes));
    else {
      this.byDocument.delete(name);
      this.bring(name, undefined);
    }
  }

  /** Nothing where no such file is: it was deleted or moved since it was listed or told of. */
  private async bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
      return await readFile(uri);
    } catch {
      return undefined;
    }
  }

  private read(uri: vscode.Uri, written: string, open?: vscode.TextDocument): void {
    const languageId = open?.languageId ?? '';
    const isClosedNotebook = isNotebook(uri);
    const cell = uri.scheme === notebookCell ? languageOf({ languageId, uri }) : undefined;
    const language = isClosedNotebook
      ? citationLanguage('markdown')
      : cell
        ? citationLanguage(cell)
        : languageOfPath(uri.path);
    if (!language) return;
    const text = isClosedNotebook ? notebookText(notebookCells(written) ?? []) : written;
    const name = uri.toString();
    const inProject = this.inProjects.get(name);
    const options = readingOptions({ languageId, uri });
    const reading =
      (open && cell && options.dialect !== 'codeCell' ? this.partOfNotebook(open) : undefined) ??
      language.read(text, {
        ...options,
        // Which project it is in is not asked: elsewhere nobody writes roles.
        ...(options.dialect !== 'codeCell' && hasRoles.test(text) && { dialect: 'mystmd' }),
        ...(inProject && { latexVocabulary: inProject.vocabulary }),
      });
    if (reading.language === 'latex') this.bring(name, broughtToOthers(reading as LatexDocument));
    const lines = new TextLines(text);
    const keys = allCitedKeys(reading).map(({ key, occurrences }): [string, vscode.Range[]] => [
      key,
      occurrences.map(({ start, end }) => {
        if (isClosedNotebook) return new vscode.Range(0, 0, 0, 0);
        const from = lines.positionAt(start);
        const to = lines.positionAt(end);
        return new vscode.Range(from.line, from.character, to.line, to.character);
      }),
    ]);
    const citesEverything = reading.citations.some(citation =>
      citation.keys.some(({ key }) => key === wildcardKey),
    );
    if (citesEverything) keys.push([wildcardKey, []]);
    this.byDocument.set(name, { ranges: new Map(keys), ignoresCase: inProject?.ignoresCase === true });
  }

  /** What a cell of text is of its notebook; `undefined` where its program takes it for a document. */
  private partOfNotebook(cell: vscode.TextDocument): DocumentCitations | undefined {
    const notebook = notebookOf(cell);
    if (!notebook) return undefined;
    const whole = textOfNotebook(notebook);
    const isMyst = hasRoles.test(whole.text);
    const surroundings = surroundingsOf(cell, isMyst);
    if (!surroundings) return undefined;
    if (isMyst) return readPart(cell.getText(), surroundings, 'mystmd');
    const read = this.notebooks.get(whole) ?? readMarkdown(whole.text, 'quarto');
    this.notebooks.set(whole, read);
    return partOfMarkdown(read, surroundings);
  }

  private bring(name: string, brought: string | undefined): void {
    if (this.brought.get(name) !== brought) this.hasOtherDefinitions = true;
    if (brought === undefined) this.brought.delete(name);
    else this.brought.set(name, brought);
  }

  /** A file of the workspace has other content; before the first scan nobody cares. */
  private async update(uri: vscode.Uri): Promise<void> {
    if (!this.scan) return;
    this.byDocument.delete(uri.toString());
    if (vscode.workspace.getWorkspaceFolder(uri) && isWritingInFile(uri)) await this.readFile(uri);
    this.changed.fire();
  }

  private forget(uri: vscode.Uri): void {
    if (this.byDocument.delete(uri.toString())) this.changed.fire();
  }
}

/** Where a document cites a key, in whatever case where that does not matter. */
function rangesOf(document: DocumentKeys, key: string): readonly vscode.Range[] {
  return writtenIn(document, key).flatMap(written => document.ranges.get(written)!);
}

/** A key as a document writes it. */
function writtenIn({ ranges, ignoresCase }: DocumentKeys, key: string): readonly string[] {
  if (!ignoresCase) return ranges.has(key) ? [key] : [];
  const lower = key.toLowerCase();
  return [...ranges.keys()].filter(cited => cited.toLowerCase() === lower);
}

function isLatex(uri: vscode.Uri): boolean {
  return languageOfPath(uri.path)?.id === 'latex';
}

function isWriting(uri: vscode.Uri): boolean {
  return uri.scheme === notebookCell || isWritingInFile(uri);
}

function isWritingInFile(uri: vscode.Uri): boolean {
  return uri.scheme !== notebookCell && (languageOfPath(uri.path) !== undefined || isNotebook(uri));
}
