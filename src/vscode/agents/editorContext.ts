import * as vscode from 'vscode';
import {
  type AgentContext,
  type AgentDocument,
  AgentError,
  type FormattedReferences,
} from '../../core/agents/agentTool';
import type { LibraryService } from '../../core/library/libraryService';
import type { CslItem } from '../../core/model/reference';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { languageOf } from '../documents/languages';
import { styleNamed, styleOf } from '../formatting/citationStyles';
import type { FormatterHost } from '../formatting/formatterHost';

/** What tools work with in the editor: open documents, saved or not, and the library that every feature asks. */
export class EditorContext implements AgentContext {
  constructor(
    readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly targets: InsertionTargets,
    private readonly formatter: FormatterHost,
    private readonly extensionUri: vscode.Uri,
  ) {}

  async openDocument(path: string | undefined): Promise<AgentDocument> {
    const document = await this.textDocument(path);
    const citations = await this.documents.citationsInProject(document);
    if (!citations) throw new AgentError(`${path} is no Markdown, LaTeX or Typst document.`);
    const applied = await this.documents.bibliographiesOf(document);
    return {
      path: vscode.workspace.asRelativePath(document.uri),
      text: document.getText(),
      citations,
      sources: applied.sources,
      applied,
    };
  }

  /** The document at a path of the workspace, or the one that is written in. */
  async textDocument(path: string | undefined): Promise<vscode.TextDocument> {
    if (path === undefined) {
      const target = this.targets.current();
      if (target) return target.document;
      throw new AgentError('No Markdown, LaTeX or Typst document is open: give “file”.');
    }
    const uri = fileInWorkspace(path);
    if (!uri) throw new AgentError(`${path} is no file of this workspace.`);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      if (languageOf(document)) return document;
    } catch {
      throw new AgentError(`There is no file ${path} in this workspace.`);
    }
    throw new AgentError(`${path} is no Markdown, LaTeX or Typst document.`);
  }

  pathOf(sourceId: string): string | undefined {
    return /^(?:collection$|zotero:)/.test(sourceId)
      ? undefined
      : vscode.workspace.asRelativePath(vscode.Uri.parse(sourceId));
  }

  async format(items: readonly CslItem[], style: string | undefined): Promise<FormattedReferences> {
    const scope = this.targets.current()?.document.uri;
    const loaded = await (style === undefined
      ? styleOf(this.extensionUri, scope, undefined)
      : styleNamed(this.extensionUri, style, scope)
    ).catch((error: Error) => {
      throw new AgentError(error.message);
    });
    const { entries, problem } = await this.formatter.format(items, loaded.text, 'text');
    return { style: loaded.label, entries, ...(problem && { problem }) };
  }
}

/** A path as tools give it, relative to a folder of the workspace or absolute in one; `undefined` for what lies outside. */
function fileInWorkspace(path: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const slashed = path.replaceAll('\\', '/');
  for (const { uri, name } of folders) {
    const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(slashed);
    const inside =
      folders.length > 1 && slashed.startsWith(`${name}/`) ? slashed.slice(name.length + 1) : slashed;
    const file = isAbsolute ? uri.with({ path: slashed }) : vscode.Uri.joinPath(uri, inside);
    if (
      vscode.workspace.getWorkspaceFolder(file) &&
      (isAbsolute || folders.length === 1 || inside !== slashed)
    )
      return file;
  }
  return undefined;
}
