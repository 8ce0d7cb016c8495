import type * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import type { FoundBibliography } from '../../core/citing/project/foundBibliography';
import { isReadable } from '../files/trustedFiles';
import type { AppliedBibliographies, CitingDocuments, MissingBibliography } from './citingDocuments';
import type { DocumentBibliographies } from './documentBibliographies';
import type { DocumentCitationsCache } from './documentCitations';

/** Reads bibliographies into the library. */
export interface BibliographyReader {
  /** Makes these files sources of the library; resolves once they can be searched, with the ids of those that were read. */
  read(files: readonly vscode.Uri[], moment?: 'now' | 'lately'): Promise<readonly string[]>;
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

  async bibliographiesOf(
    document: vscode.TextDocument,
    moment: 'now' | 'lately' = 'lately',
  ): Promise<AppliedBibliographies> {
    const found = await this.bibliographies.of(document);
    if (!found) return { sources: [], missing: [], definedKeys: new Set() };
    this.citations.learn(document, found.latexVocabulary);
    const isAllowed = (one: FoundBibliography) =>
      one.remote || one.computed || isReadable(this.bibliographies.uriOf(document, one.path), document.uri);
    const there = found.bibliographies.filter(one => one.exists && isAllowed(one));
    const files = there.map(one => this.bibliographies.uriOf(document, one.path));
    const sources = await this.reader.read(files, moment);
    const unread = new Set(there.filter((_, index) => !sources.includes(files[index]!.toString())));
    const missing = found.bibliographies
      .filter(one => !one.exists || unread.has(one) || !isAllowed(one))
      .map((one): MissingBibliography => {
        const { path, declaredIn, range } = one;
        const isHere = declaredIn === document.uri.path;
        // Of one that only rendering tells, there is nothing to complain.
        const isSaid = isHere && !one.computed;
        const reason = isAllowed(one)
          ? reasonOf(one)
          : 'lies outside of this workspace, and is not read before you trust it';
        return { path, reason, ...(isSaid && range && { range }) };
      });
    return { sources, missing, definedKeys: new Set(found.definedKeys) };
  }
}

function reasonOf({ exists, remote, computed }: FoundBibliography): string {
  if (computed) return 'is known when the document is rendered only';
  if (remote) return 'is on the web, which is not read';
  return exists ? 'could not be read' : 'is missing: there is no such file';
}
