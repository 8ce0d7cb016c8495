import * as vscode from 'vscode';
import type { Language } from '../../core/citing/citation';
import { declareBibliography } from '../../core/citing/edit/declareBibliography';
import type { LatexVocabulary } from '../../core/citing/latex/latexDocument';
import { declaringFile } from '../../core/citing/project/declaringFile';
import type { TextEdit } from '../../core/model/textEdit';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import { languageOf, notebookCell, rawCell } from '../documents/languages';
import { nameOf } from '../documents/nameOf';
import { fileOf, notebookOf } from '../documents/notebooks';
import { setting } from '../settings';
import { exists } from './bibliographyFile';
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
  readonly language: Language;
  /** What the other files of a LaTeX project load. */
  readonly latexVocabulary?: LatexVocabulary;
}

/** Bibliographies of the workspace that are offered to a document that has none. */
const maxOffered = 20;
/** Roots of roots that are followed. */
const maxRootsUp = 5;
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
        ...(!isThere && { note: vscode.l10n.t('does not exist yet') }),
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
        ...(await this.gate.judge(candidate.uri, 'bibliography', fileOf(document))),
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
    if (!declaring)
      return {
        places: [],
        refusal: vscode.l10n.t('a notebook declares bibliographies in a raw cell at its top'),
      };
    const language = languageOf(document);
    const found = await this.bibliographies.of(declaring);
    // TeX takes paths from where it began.
    const folder =
      language === 'latex' && found?.root
        ? vscode.Uri.joinPath(this.bibliographies.uriOf(declaring, found.root), '..')
        : folderOf(declaring);
    if (!folder || !language) return { places: [] };
    if (declaring !== document) {
      const passed = await this.gate.pass(fileOf(declaring), 'document', fileOf(document), false);
      if ('refusal' in passed) return { places: [], ...passed };
    }
    const name = setting('newBibliography', 'references.bib', document);
    const ours = vscode.Uri.joinPath(folder, name || 'references.bib');
    const others = await vscode.workspace.findFiles('**/*.bib', notOffered, maxOffered);
    const beside = others.filter(uri => vscode.Uri.joinPath(uri, '..').path === folder.path);
    const elsewhere = others.filter(uri => !beside.includes(uri) && uri.scheme === folder.scheme);
    const isNew = !(await exists(ours));
    const candidates = [...beside, ...(isNew ? [ours] : []), ...elsewhere];
    const declarable = candidates.flatMap(
      uri =>
        placeIn(
          {
            document: declaring,
            path: relativePath(folder, uri),
            language,
            ...(found?.latexVocabulary && { latexVocabulary: found.latexVocabulary }),
          },
          uri,
          isNew && uri === ours,
        ) ?? [],
    );
    return this.writable(document, declarable);
  }

  /** The document that names bibliographies: for a part of a LaTeX document mostly the file it begins with. None in some notebooks. */
  private async declaringDocument(document: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
    if (document.uri.scheme === notebookCell) return frontCellOf(document);
    const language = languageOf(document);
    let declaring = document;
    // A chapter's own root may be a chapter of another.
    for (let depth = 0; language && depth < maxRootsUp; depth++) {
      const found = await this.bibliographies.of(declaring);
      const path = found ? declaringFile(found, declaring.uri.path, language) : declaring.uri.path;
      if (path === declaring.uri.path) break;
      try {
        declaring = await vscode.workspace.openTextDocument(this.bibliographies.uriOf(document, path));
      } catch {
        break;
      }
    }
    return declaring;
  }
}

/** The cell with the metadata of a notebook, where it has some: mostly a raw one at its top. */
function frontCellOf(cell: vscode.TextDocument): vscode.TextDocument | undefined {
  const cells = notebookOf(cell)?.getCells() ?? [];
  return cells
    .map(({ document }) => document)
    .find(
      one => [rawCell, 'markdown'].includes(one.languageId) && /^---[ \t]*\r?\n(?=\S)/.test(one.getText()),
    );
}

function placeIn(
  declaration: Declaration,
  uri: vscode.Uri,
  isNew: boolean,
): Omit<BibliographyTarget, 'label' | 'asks'> | undefined {
  if (!declarationEdits(declaration)) return undefined;
  const { document } = declaration;
  const by = document.isUntitled ? vscode.l10n.t('this document') : nameOf(document.uri);
  return {
    uri,
    note: isNew ? vscode.l10n.t('is made, and declared in {0}', by) : vscode.l10n.t('is declared in {0}', by),
    declaration,
  };
}

/** The edits that make a document use a bibliography; `undefined` where it is not the place for that. */
export function declarationEdits({
  document,
  path,
  language,
  latexVocabulary,
}: Declaration): readonly TextEdit[] | undefined {
  return declareBibliography(document.getText(), language, path, latexVocabulary);
}

/** The folder that paths in a document are relative to; `undefined` for one that was never saved and has no workspace. */
function folderOf(document: vscode.TextDocument): vscode.Uri | undefined {
  return document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(fileOf(document), '..');
}

function relativePath(folder: vscode.Uri, uri: vscode.Uri): string {
  const from = folder.path.split('/').filter(Boolean);
  const to = uri.path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
