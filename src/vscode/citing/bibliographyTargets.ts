import * as vscode from 'vscode';
import { declareBibliography } from '../../core/citing/declareBibliography';
import type { TextEdit } from '../../core/model/textEdit';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import { languageOf } from '../documents/languages';
import { exists, nameOf } from './bibliographyFile';
import type { WriteGate } from './writeGate';

/** A bibliography that a document's references could be written to. */
export interface BibliographyTarget {
  readonly uri: vscode.Uri;
  /** Relative to the workspace where it lies in it, else the whole path. */
  readonly label: string;
  /** Not one of the writer's workspace: it is written only after a question that names it. */
  readonly asks: boolean;
  /** What happens besides: `new, declared in paper.md`. */
  readonly note?: string;
  /** The document that has to be made to use it, under this path; absent when it does already. */
  readonly declaration?: Declaration;
}

/** Best first; where there are none, why: `.bashrc does not end like a bibliography`. */
export interface WritablePlaces {
  readonly places: readonly BibliographyTarget[];
  readonly refusal?: string;
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
  constructor(
    private readonly bibliographies: DocumentBibliographies,
    private readonly gate: WriteGate,
  ) {}

  /** Those of the workspace before those outside it. None when the document has none and could not declare any. */
  async of(document: vscode.TextDocument): Promise<WritablePlaces> {
    const found = await this.bibliographies.of(document);
    const own = found?.bibliographies.filter(({ remote, computed, byTex }) => !remote && !computed && !byTex);
    if (!own?.length) return this.undeclared(document);
    // One that is there is what the author writes to; one that is not may be on another machine.
    const declared = [...own.filter(one => one.exists), ...own.filter(one => !one.exists)];
    return this.writable(
      document,
      declared.map(({ path, exists: isThere }) => ({
        uri: this.bibliographies.uriOf(document, path),
        ...(!isThere && { note: 'does not exist yet' }),
      })),
    );
  }

  /** The name of the one file that an entry would go to without a question; `undefined` where there is a choice. */
  async onlyPlace(document: vscode.TextDocument): Promise<string | undefined> {
    const { places } = await this.of(document);
    const [place] = places;
    return place && places.length === 1 && !place.asks ? place.label : undefined;
  }

  private async writable(
    document: vscode.TextDocument,
    candidates: readonly Omit<BibliographyTarget, 'label' | 'asks'>[],
  ): Promise<WritablePlaces> {
    const judged = await Promise.all(
      candidates.map(async candidate => ({
        candidate,
        ...(await this.gate.judge(candidate.uri, 'bibliography', document.uri)),
      })),
    );
    const labelled = (wanted: 'free' | 'ask') =>
      judged
        .filter(({ permission }) => permission === wanted)
        .map(({ candidate, shown }): BibliographyTarget => {
          const asks = wanted === 'ask';
          return {
            ...candidate,
            asks,
            label: asks ? shown : vscode.workspace.asRelativePath(candidate.uri),
          };
        });
    const refused = judged.find(({ permission }) => typeof permission === 'object');
    const refusal = refused && `${refused.shown} ${(refused.permission as { refusal: string }).refusal}`;
    return { places: [...labelled('free'), ...labelled('ask')], ...(refusal && { refusal }) };
  }

  /** What the document could be made to use: bibliographies beside it, a new one, and others of the workspace. */
  async undeclared(document: vscode.TextDocument): Promise<WritablePlaces> {
    const declaring = await this.declaringDocument(document);
    const folder = folderOf(declaring);
    if (!folder) return { places: [] };
    if (declaring !== document) {
      const passed = await this.gate.pass(declaring.uri, 'document', document.uri, false);
      if ('refusal' in passed) return { places: [], ...passed };
    }
    const name = vscode.workspace.getConfiguration('literature', document).get<unknown>('newBibliography');
    const ours = vscode.Uri.joinPath(folder, typeof name === 'string' && name ? name : 'references.bib');
    const others = await vscode.workspace.findFiles('**/*.bib', notOffered, maxOffered);
    const beside = others.filter(uri => vscode.Uri.joinPath(uri, '..').path === folder.path);
    const elsewhere = others.filter(uri => !beside.includes(uri) && uri.scheme === folder.scheme);
    const isNew = !(await exists(ours));
    const candidates = [...beside, ...(isNew ? [ours] : []), ...elsewhere];
    const declarable = candidates.flatMap(
      uri => placeIn(declaring, folder, uri, isNew && uri === ours) ?? [],
    );
    return this.writable(document, declarable);
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
): Omit<BibliographyTarget, 'label' | 'asks'> | undefined {
  const path = relativePath(folder, uri);
  if (!declarationEdits({ document: declaring, path })) return undefined;
  const by = declaring.isUntitled ? 'this document' : nameOf(declaring.uri);
  return {
    uri,
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
