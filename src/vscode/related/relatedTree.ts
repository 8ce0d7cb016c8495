import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { citedKeys } from '../../core/citing/citedKeys';
import { paragraphAt } from '../../core/citing/place/paragraph';
import { paragraphText } from '../../core/citing/place/paragraphText';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';
import { type RelatedNode, type RelatedPaper, relatedItem, sentenceLines } from './relatedItem';

/** More are nobody's closest relatives. */
const maxShown = 12;

/** The papers of the library that are most related to the paragraph at the cursor. */
export class RelatedTree implements vscode.TreeDataProvider<RelatedNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<RelatedNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private papers: readonly RelatedPaper[] = [];
  private asked = '';
  /** Papers whose sentence was chosen by words alone so far. */
  private unread: readonly RelatedPaper[] = [];
  private newest = 0;

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly placeholders: Pick<DocumentPlaceholders, 'of'>,
  ) {}

  dispose(): void {
    this.newest++;
    this.changed.dispose();
  }

  getChildren(node?: RelatedNode): RelatedNode[] {
    if (!node) return [...this.papers];
    return 'line' in node ? [] : sentenceLines(node);
  }

  getTreeItem(node: RelatedNode): vscode.TreeItem {
    return relatedItem(node);
  }

  /**
   * Shows what is related to the paragraph at a place: the rows first, then the sentences by what they mean. What was asked meanwhile goes
   * first, and a paragraph that says what it said before is not asked about again unless `anew`.
   */
  async show(document: vscode.TextDocument, position: vscode.Position, anew = false): Promise<void> {
    const request = ++this.newest;
    const parsed = await this.documents.citationsInProject(document);
    if (request !== this.newest) return;
    const text = document.getText();
    const offset = document.offsetAt(position);
    const query = parsed ? paragraphText(text, offset, parsed, this.placeholders.of(document)) : '';
    const citedAt = citedPlaces(text, offset, parsed);
    if (query !== this.asked || anew) {
      const { sources } = await this.documents.bibliographiesOf(document);
      const { hits } = query
        ? await this.library.search({
            query,
            limit: maxShown,
            preferredSources: sources,
            unfinished: false,
            isSentence: true,
            meaning: true,
          })
        : { hits: [] };
      if (request !== this.newest) return;
      this.asked = query;
      this.papers = hits.map(({ reference, sentence }) => ({
        reference,
        sentence: sentence?.text,
        cited: citedAt(reference),
      }));
      this.unread = this.papers;
      this.changed.fire(undefined);
    } else this.mark(citedAt);
    await this.readSentences(query, request);
  }

  /** Somebody types: what is not shown yet is left for later. */
  pause(): void {
    this.newest++;
  }

  clear(): void {
    this.newest++;
    this.asked = '';
    this.unread = [];
    if (!this.papers.length) return;
    this.papers = [];
    this.changed.fire(undefined);
  }

  private mark(citedAt: (reference: LibraryReference) => RelatedPaper['cited']): void {
    for (const paper of this.papers) {
      const cited = citedAt(paper.reference);
      if (cited === paper.cited) continue;
      paper.cited = cited;
      this.changed.fire(paper);
    }
  }

  private async readSentences(query: string, request: number): Promise<void> {
    while (this.unread.length) {
      const [paper, ...others] = this.unread;
      const { key, origin } = paper!.reference;
      const evidence = await this.library.evidence(query, key, origin.source);
      if (request !== this.newest) return;
      this.unread = others;
      if (!evidence?.sentence || evidence.sentence === paper!.sentence) continue;
      paper!.sentence = evidence.sentence;
      this.changed.fire(paper);
    }
  }
}

/** Tells of a reference whether the paragraph at a place cites it, or the document does elsewhere. */
function citedPlaces(
  text: string,
  offset: number,
  parsed: DocumentCitations | undefined,
): (reference: LibraryReference) => RelatedPaper['cited'] {
  const [start, end] = paragraphAt(text, offset);
  const places = new Map<string, 'here' | 'document'>();
  for (const { key, occurrences } of parsed ? citedKeys(parsed) : [])
    places.set(key, occurrences.some(one => start <= one.start && one.end <= end) ? 'here' : 'document');
  return ({ origins }) => {
    const found = origins.map(({ key }) => places.get(key));
    return found.includes('here') ? 'here' : found.find(place => place !== undefined);
  };
}
