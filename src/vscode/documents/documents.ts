import type * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { readingInProject } from '../../core/citing/findBibliographies';
import type { PlacedCell } from '../../core/citing/notebook/notebook';
import type { FoundBibliography } from '../../core/citing/project/foundBibliography';
import {
  type AppliedBibliographies,
  applyBibliographies,
  noBibliographies,
  type UnreadBibliography,
} from '../../core/library/documents/appliedBibliographies';
import { ownTurn } from '../../worker/turns';
import { isReadable } from '../files/trustedFiles';
import type { CitingDocuments } from './citingDocuments';
import type { DocumentBibliographies } from './documentBibliographies';
import type { DocumentCitationsCache } from './documentCitations';
import { fileOf, notebookOf, wholeText } from './notebooks';

/** Reads bibliographies into the library. */
export interface BibliographyReader {
  /** Makes these files sources of the library; resolves once they can be searched, with the ids of those that were read. */
  read(files: readonly vscode.Uri[], moment?: 'now' | 'lately'): Promise<readonly string[]>;
  /** Grows whenever a file is read. */
  readonly loads: number;
  /** The state of a file when it was looked at last, as `fileStamp` tells it; `undefined` where it was not read. */
  stampOf(file: vscode.Uri): string | undefined;
}

/** What is known of open documents, joined for the features that ask. */
export class Documents implements CitingDocuments {
  readonly onDidChangeBibliographies: vscode.Event<void>;

  constructor(
    private readonly citations: DocumentCitationsCache,
    private readonly bibliographies: DocumentBibliographies,
    private readonly reader: BibliographyReader,
  ) {
    this.onDidChangeBibliographies = bibliographies.onDidChange;
  }

  citationsOf(document: vscode.TextDocument): DocumentCitations | undefined {
    return this.citations.of(document);
  }

  async citationsInProject(document: vscode.TextDocument): Promise<DocumentCitations | undefined> {
    const found = await this.bibliographies.of(document);
    if (found) this.citations.learn(document, readingInProject(found));
    return found && this.citations.inSlices(document);
  }

  async bibliographiesOf(
    document: vscode.TextDocument,
    moment: 'now' | 'lately' = 'lately',
  ): Promise<AppliedBibliographies> {
    const found = await this.bibliographies.of(document);
    if (!found) return noBibliographies;
    this.citations.learn(document, readingInProject(found));
    const isAllowed = (one: FoundBibliography) =>
      one.remote ||
      one.computed ||
      isReadable(this.bibliographies.uriOf(document, one.path), fileOf(document));
    const there = found.bibliographies.filter(one => one.exists && isAllowed(one));
    const ids = new Map(there.map(one => [one, this.bibliographies.uriOf(document, one.path).toString()]));
    const read = new Set(
      await this.reader.read(
        there.map(one => this.bibliographies.uriOf(document, one.path)),
        moment,
      ),
    );
    await ownTurn();
    const sourceOf = (one: FoundBibliography) => (read.has(ids.get(one)!) ? ids.get(one) : undefined);
    const applied = applyBibliographies(fileOf(document).path, found, sourceOf, isAllowed);
    return notebookOf(document) ? this.inNotebook(document, applied) : applied;
  }

  /** What applies to a cell, which does not have the metadata that another cell has. */
  private inNotebook(cell: vscode.TextDocument, applied: AppliedBibliographies): AppliedBibliographies {
    const { sources, unread } = applied;
    const listed = this.citations.ofNotebookAround(cell)?.definedKeys ?? [];
    const { place } = unread.some(({ range }) => range) ? wholeText(cell) : {};
    return {
      ...applied,
      unread: unread.map(one => inCell(one, place)),
      // Where nothing else applies, a document that lists works itself does not tell which keys are undefined.
      ...(sources.length &&
        listed.length && {
          definedKeys: new Set([...applied.definedKeys, ...listed.map(({ key }) => key)]),
        }),
    };
  }
}

/** What a notebook declares in this cell is told at its place there, and nowhere else. */
function inCell({ range, ...unread }: UnreadBibliography, place: PlacedCell | undefined): UnreadBibliography {
  const isHere = range && place && place.start <= range.start && range.end <= place.end;
  if (!isHere) return unread;
  return { ...unread, range: { start: range.start - place.start, end: range.end - place.start } };
}
