import * as vscode from 'vscode';
import { declareBibliography } from '../../core/citing/declareBibliography';
import type { TextEdit } from '../../core/model/textEdit';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import { languageOf } from '../documents/languages';
import { exists, nameOf } from './bibliographyFile';

/** A bibliography that a document's references could be written to. */
export interface BibliographyTarget {
  readonly uri: vscode.Uri;
  /** Relative to the workspace where it lies in it. */
  readonly label: string;
  /** What happens besides: `new, declared in paper.md`. */
  readonly note?: string;
  /** The document that has to be made to use it, under this path; absent when it does already. */
  readonly declaration?: Declaration;
}

export interface Declaration {
  readonly document: vscode.TextDocument;
  readonly path: string;
}

/** Bibliographies of the workspace that are offered to a document that has none. */
const maxOffered = 20;
const notOffered = '**/{node_modules,.git,dist,out,_site,_book,.venv}/**';

/** Says where the references of a document can be written: to its bibliographies, else to one that it is then made to use. */
export class BibliographyTargets {
  constructor(private readonly bibliographies: DocumentBibliographies) {}

  /** Best first. Empty when the document has none and could not declare any, see `whyNone`. */
  async of(document: vscode.TextDocument): Promise<readonly BibliographyTarget[]> {
    const found = await this.bibliographies.of(document);
    const own = found?.bibliographies.filter(({ remote, computed, byTex }) => !remote && !computed && !byTex);
    if (!own?.length) return this.undeclared(document);
    // One that is there is what the author writes to; one that is not may be on another machine.
    const declared = [...own.filter(one => one.exists), ...own.filter(one => !one.exists)];
    return declared.map(({ path, exists: isThere }) => {
      const uri = this.bibliographies.uriOf(document, path);
      return {
        uri,
        label: vscode.workspace.asRelativePath(uri),
        ...(!isThere && { note: 'does not exist yet' }),
      };
    });
  }

  /** What the document could be made to use: bibliographies beside it, a new one, and others of the workspace. */
  async undeclared(document: vscode.TextDocument): Promise<readonly BibliographyTarget[]> {
    const declaring = await this.declaringDocument(document);
    const folder = folderOf(declaring);
    if (!folder) return [];
    const name = vscode.workspace
      .getConfiguration('literature', document)
      .get('newBibliography', 'references.bib');
    const ours = vscode.Uri.joinPath(folder, name);
    const others = await vscode.workspace.findFiles('**/*.bib', notOffered, maxOffered);
    const beside = others.filter(uri => vscode.Uri.joinPath(uri, '..').path === folder.path);
    const elsewhere = others.filter(uri => !beside.includes(uri) && uri.scheme === folder.scheme);
    const isNew = !(await exists(ours));
    const candidates = [...beside, ...(isNew ? [ours] : []), ...elsewhere];
    return candidates.flatMap(uri => placeIn(declaring, folder, uri, isNew && uri === ours) ?? []);
  }

  /** The document that names bibliographies: for a part of a LaTeX document the file it begins with. */
  private async declaringDocument(document: vscode.TextDocument): Promise<vscode.TextDocument> {
    const root = (await this.bibliographies.of(document))?.root;
    if (!root || root === document.uri.path) return document;
    try {
      return await vscode.workspace.openTextDocument(this.bibliographies.uriOf(document, root));
    } catch {
      return document;
    }
  }
}

function placeIn(
  declaring: vscode.TextDocument,
  folder: vscode.Uri,
  uri: vscode.Uri,
  isNew: boolean,
): BibliographyTarget | undefined {
  const path = relativePath(folder, uri);
  if (!declarationEdits({ document: declaring, path })) return undefined;
  const by = declaring.isUntitled ? 'this document' : nameOf(declaring.uri);
  return {
    uri,
    label: vscode.workspace.asRelativePath(uri),
    note: `${isNew ? 'is made, and declared' : 'is declared'} in ${by}`,
    declaration: { document: declaring, path },
  };
}

/** The edits that make a document use a bibliography; `undefined` where it is not the place for that. */
export function declarationEdits({ document, path }: Declaration): readonly TextEdit[] | undefined {
  const language = languageOf(document);
  return language && declareBibliography(document.getText(), language, path);
}

/** The folder that paths in a document are relative to; `undefined` for one that was never saved and has no workspace. */
function folderOf(document: vscode.TextDocument): vscode.Uri | undefined {
  return document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
}

function relativePath(folder: vscode.Uri, uri: vscode.Uri): string {
  const from = folder.path.split('/').filter(Boolean);
  const to = uri.path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
