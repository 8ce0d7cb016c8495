import type * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import type { FoundBibliography } from '../../core/citing/project/foundBibliography';
import type { AppliedBibliographies, CitingDocuments, MissingBibliography } from './citingDocuments';
import type { DocumentBibliographies } from './documentBibliographies';
import type { DocumentCitationsCache } from './documentCitations';

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
    if (!found) return { sources: [], missing: [], definedKeys: new Set() };
    this.citations.learn(document, found.latexVocabulary);
    const there = found.bibliographies.filter(one => one.exists);
    const files = there.map(one => this.bibliographies.uriOf(document, one.path));
    const sources = await this.reader.read(files);
    const unread = new Set(there.filter((_, index) => !sources.includes(files[index]!.toString())));
    const missing = found.bibliographies
      .filter(one => !one.exists || unread.has(one))
      .map((one): MissingBibliography => {
        const { path, declaredIn, range } = one;
        const isHere = declaredIn === document.uri.path;
        // Of one that only rendering tells, there is nothing to complain.
        const isSaid = isHere && !one.computed;
        return { path, reason: reasonOf(one), ...(isSaid && range && { range }) };
      });
    return { sources, missing, definedKeys: new Set(found.definedKeys) };
  }
}

function reasonOf({ exists, remote, computed }: FoundBibliography): string {
  if (computed) return 'is known when the document is rendered only';
  if (remote) return 'is on the web, which is not read';
  return exists ? 'could not be read' : 'is missing: there is no such file';
}
