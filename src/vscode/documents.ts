import type * as vscode from 'vscode';
import type { DocumentCitations } from '../core/citing/citation';
import type { DocumentBibliographies } from './documentBibliographies';
import type { DocumentCitationsCache } from './documentCitations';
import type { AppliedBibliographies, CitingDocuments, MissingBibliography } from './language/citingDocuments';

/** Reads bibliographies into the library. */
export interface BibliographyReader {
  /** Makes these files sources of the library; resolves once they can be searched, with the ids of those that were read. */
  read(files: readonly vscode.Uri[]): Promise<readonly string[]>;
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

  async bibliographiesOf(document: vscode.TextDocument): Promise<AppliedBibliographies> {
    const found = await this.bibliographies.of(document);
    if (!found) return { sources: [], missing: [] };
    const there = found.bibliographies.filter(one => one.exists);
    const files = there.map(one => this.bibliographies.uriOf(document, one.path));
    const sources = await this.reader.read(files);
    const missing = found.bibliographies
      .filter(one => !one.exists)
      .map(({ path, remote, declaredIn, range }): MissingBibliography => {
        const reason = remote ? 'it is on the web, which is not read' : 'there is no such file';
        return { path, reason, ...(declaredIn === document.uri.path && range && { range }) };
      });
    return { sources, missing };
  }
}
