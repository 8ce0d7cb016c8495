import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { languageOfPath } from '../../core/citing/citationLanguages';
import { readingInProject } from '../../core/citing/findBibliographies';
import { notebookCells, type PlacedCells, placedCells } from '../../core/citing/notebook/notebook';
import { readCitations } from '../../core/citing/readCitations';
import { TextLines } from '../../core/util/lines/lineIndex';
import { readFile } from '../files/fileAccess';
import { isReadable } from '../files/trustedFiles';
import type { CitingDocuments } from './citingDocuments';
import type { DocumentBibliographies } from './documentBibliographies';
import { isNotebook, readingOptions } from './languages';
import { cellTexts, fileOf, notebookOf } from './notebooks';

/** A file of the document in hand, open or not, as far as its citing goes. A notebook is one text. */
export interface ProjectDocument {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly citations: DocumentCitations;
  /** The editor's documents, where it is open: several of a notebook. */
  readonly open: readonly OpenPart[];
  placeOf(start: number, end: number): PlaceInFile;
}

/** A document of the editor, and where its text begins in that of its file. */
export interface OpenPart {
  readonly document: vscode.TextDocument;
  readonly start: number;
}

/** A place that can be shown. */
export interface PlaceInFile {
  /** Of a notebook that is open that of the cell, else that of the file. */
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** Its cell in a notebook, from 0. */
  readonly cell?: number;
}

interface ParsedFile {
  readonly text: string;
  readonly citations: DocumentCitations;
}

type InProject = ReturnType<typeof readingInProject>;

/** All files that make up the document in hand, in reading order. Files are read as they are on disk, without opening them. */
export class ProjectDocuments {
  /** What was read last of files that are not open and of notebooks, by their addresses. */
  private parsed = new Map<string, ParsedFile>();

  constructor(
    private readonly documents: CitingDocuments,
    private readonly bibliographies: DocumentBibliographies,
  ) {}

  async of(document: vscode.TextDocument): Promise<ProjectDocument[]> {
    const found = await this.bibliographies.of(document);
    const uris = (found?.members ?? []).map(path => this.bibliographies.uriOf(document, path));
    const inHand = fileOf(document);
    const own = document.isUntitled ? undefined : uris.find(uri => uri.path === inHand.path);
    const files: ProjectDocument[] = [];
    const read = new Map<string, ParsedFile>();
    for (const uri of own ? uris : [inHand]) {
      const inProject = found ? readingInProject(found) : {};
      const file = isNotebook(uri)
        ? await this.ofNotebook(uri, document, inProject, read)
        : await this.ofText(uri, document, inProject, read);
      if (file) files.push(file);
    }
    this.parsed = read;
    return files;
  }

  private async ofText(
    uri: vscode.Uri,
    inHand: vscode.TextDocument,
    inProject: InProject,
    read: Map<string, ParsedFile>,
  ): Promise<ProjectDocument | undefined> {
    const open =
      uri.path === inHand.uri.path
        ? inHand
        : vscode.workspace.textDocuments.find(one => !one.isClosed && String(one.uri) === String(uri));
    return open ? this.ofOpen(open) : this.ofFile(uri, inHand, inProject, read);
  }

  private async ofOpen(document: vscode.TextDocument): Promise<ProjectDocument | undefined> {
    const citations = await this.documents.citationsInProject(document);
    if (!citations) return undefined;
    const { uri } = document;
    return {
      uri,
      text: document.getText(),
      citations,
      open: [{ document, start: 0 }],
      placeOf: (start, end) => ({
        uri,
        range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
      }),
    };
  }

  private async ofFile(
    uri: vscode.Uri,
    inHand: vscode.TextDocument,
    inProject: InProject,
    read: Map<string, ParsedFile>,
  ): Promise<ProjectDocument | undefined> {
    const language = languageOfPath(uri.path);
    if (!language || !isReadable(uri, fileOf(inHand))) return undefined;
    const text = await textOf(uri);
    if (text === undefined) return undefined;
    const citations = this.parse(uri, text, language.id, inProject, read);
    const lines = new TextLines(text);
    return {
      uri,
      text,
      citations,
      open: [],
      placeOf: (start, end) => ({ uri, range: rangeIn(lines, start, end, 0) }),
    };
  }

  private async ofNotebook(
    uri: vscode.Uri,
    inHand: vscode.TextDocument,
    inProject: InProject,
    read: Map<string, ParsedFile>,
  ): Promise<ProjectDocument | undefined> {
    const own = notebookOf(inHand);
    const notebook =
      own?.uri.path === uri.path
        ? own
        : vscode.workspace.notebookDocuments.find(one => !one.isClosed && String(one.uri) === String(uri));
    if (!notebook && !isReadable(uri, fileOf(inHand))) return undefined;
    const cells = notebook ? cellTexts(notebook) : notebookCells((await textOf(uri)) ?? '');
    if (!cells) return undefined;
    const isMyst = inProject.dialect?.startsWith('myst') === true;
    const { text, places }: PlacedCells = placedCells(cells, { isMyst });
    const citations = this.parse(uri, text, 'markdown', inProject, read);
    const lines = new TextLines(text);
    return {
      uri,
      text,
      citations,
      open: notebook
        ? places.map(({ index, start }) => ({ document: notebook.cellAt(index).document, start }))
        : [],
      placeOf(from, to) {
        const { index, start } = places.findLast(one => one.start <= from) ?? { index: 0, start: 0 };
        return {
          uri: notebook?.cellAt(index).document.uri ?? uri,
          range: rangeIn(lines, from, to, lines.positionAt(start).line),
          cell: index,
        };
      },
    };
  }

  private parse(
    uri: vscode.Uri,
    text: string,
    language: Parameters<typeof readCitations>[1],
    inProject: InProject,
    read: Map<string, ParsedFile>,
  ): DocumentCitations {
    const known = this.parsed.get(String(uri));
    const options = { ...readingOptions({ languageId: '', uri }), ...inProject };
    const parsed = known?.text === text ? known : { text, citations: readCitations(text, language, options) };
    read.set(String(uri), parsed);
    return parsed.citations;
  }
}

/** Lines count from `first`, at the beginning of which the document begins. */
function rangeIn(lines: TextLines, start: number, end: number, first: number): vscode.Range {
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line - first, character);
  };
  return new vscode.Range(at(start), at(end));
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(uri));
  } catch {
    return undefined;
  }
}
