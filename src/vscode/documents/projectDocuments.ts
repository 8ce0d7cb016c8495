import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { languageOfPath } from '../../core/citing/citationLanguages';
import { readingInProject } from '../../core/citing/findBibliographies';
import { readCitations } from '../../core/citing/readCitations';
import { TextLines } from '../../core/util/lines/lineIndex';
import { isReadable } from '../files/trustedFiles';
import type { CitingDocuments } from './citingDocuments';
import type { DocumentBibliographies } from './documentBibliographies';
import { readingOptions } from './languages';

/** A file of the document in hand, open or not, as far as its citing goes. */
export interface ProjectDocument {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly citations: DocumentCitations;
  /** The editor's document, where it is open. */
  readonly document: vscode.TextDocument | undefined;
  rangeOf(start: number, end: number): vscode.Range;
}

interface ParsedFile {
  readonly text: string;
  readonly file: ProjectDocument;
}

/** All files that make up the document in hand, in reading order. Files are read as they are on disk, without opening them. */
export class ProjectDocuments {
  /** What was read last of files that are not open, by their addresses. */
  private parsed = new Map<string, ParsedFile>();

  constructor(
    private readonly documents: CitingDocuments,
    private readonly bibliographies: DocumentBibliographies,
  ) {}

  async of(document: vscode.TextDocument): Promise<ProjectDocument[]> {
    const found = await this.bibliographies.of(document);
    const uris = (found?.members ?? []).map(path => this.bibliographies.uriOf(document, path));
    const own = document.isUntitled ? undefined : uris.find(uri => uri.path === document.uri.path);
    const files: ProjectDocument[] = [];
    const read = new Map<string, ParsedFile>();
    for (const uri of own ? uris : [document.uri]) {
      const open =
        uri.path === document.uri.path
          ? document
          : vscode.workspace.textDocuments.find(one => !one.isClosed && String(one.uri) === String(uri));
      const file = open
        ? await this.ofOpen(open)
        : await this.ofFile(uri, document, found ? readingInProject(found) : {}, read);
      if (file) files.push(file);
    }
    this.parsed = read;
    return files;
  }

  private async ofOpen(document: vscode.TextDocument): Promise<ProjectDocument | undefined> {
    const citations = await this.documents.citationsInProject(document);
    if (!citations) return undefined;
    return {
      uri: document.uri,
      text: document.getText(),
      citations,
      document,
      rangeOf: (start, end) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
    };
  }

  private async ofFile(
    uri: vscode.Uri,
    inHand: vscode.TextDocument,
    inProject: ReturnType<typeof readingInProject>,
    read: Map<string, ParsedFile>,
  ): Promise<ProjectDocument | undefined> {
    const language = languageOfPath(uri.path);
    if (!language || !isReadable(uri, inHand.uri)) return undefined;
    const text = await textOf(uri);
    if (text === undefined) return undefined;
    const known = this.parsed.get(String(uri));
    const options = { ...readingOptions({ languageId: '', uri }), ...inProject };
    const parsed = known?.text === text ? known : { text, file: parse(uri, text, language.id, options) };
    read.set(String(uri), parsed);
    return parsed.file;
  }
}

function parse(
  uri: vscode.Uri,
  text: string,
  ...reading: [Parameters<typeof readCitations>[1], Parameters<typeof readCitations>[2]]
): ProjectDocument {
  const lines = new TextLines(text);
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, character);
  };
  return {
    uri,
    text,
    citations: readCitations(text, ...reading),
    document: undefined,
    rangeOf: (start, end) => new vscode.Range(at(start), at(end)),
  };
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
