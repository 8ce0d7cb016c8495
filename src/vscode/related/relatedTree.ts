import * as vscode from 'vscode';
import { citedKeys } from '../../core/citing/citedKeys';
import { paragraphText } from '../../core/citing/place/paragraphText';
import { card } from '../../core/display/card';
import { titleOf } from '../../core/display/describe';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference, LibraryService, SearchHit } from '../../core/library/libraryService';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import { referenceContext } from '../papers/referenceContext';
import { idOf } from '../references/referenceId';

/** A paper that the paragraph is related to. */
export interface RelatedPaper {
  readonly reference: LibraryReference;
  /** The sentence of its abstract that speaks to the paragraph. */
  readonly sentence: string | undefined;
  /** The paragraph cites it already. */
  readonly isCited: boolean;
}

/** A line of the sentence: rows of trees do not wrap. */
interface SentenceLine {
  readonly line: string;
}

export type RelatedNode = RelatedPaper | SentenceLine;

/** As many letters of a sentence stand in a row of a narrow sidebar. */
const lineLength = 48;

/** More are nobody's closest relatives. */
const maxShown = 12;

/** The papers of the library that are most related to the paragraph at the cursor. */
export class RelatedTree implements vscode.TreeDataProvider<RelatedNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private papers: readonly RelatedPaper[] = [];
  private asked = '';
  private newest = 0;

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {}

  dispose(): void {
    this.changed.dispose();
  }

  getChildren(node?: RelatedNode): RelatedNode[] {
    if (!node) return [...this.papers];
    return 'line' in node ? [] : wrapped(node.sentence ?? '').map(line => ({ line }));
  }

  getTreeItem(node: RelatedNode): vscode.TreeItem {
    if ('line' in node) return new vscode.TreeItem({ label: node.line });
    const { reference, sentence, isCited } = node;
    const short = shortReference(reference.item);
    const title = titleOf(reference.item);
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(`${short} · ${title}`, sentence ? Collapsed : None);
    item.id = `${reference.origin.source}\n${reference.key}`;
    item.iconPath = new vscode.ThemeIcon(isCited ? 'check' : 'book');
    item.contextValue = referenceContext(reference);
    const tooltip = new vscode.MarkdownString(card(reference.item));
    item.tooltip = isCited ? tooltip.appendMarkdown('\n\n').appendText('Cited in this paragraph') : tooltip;
    const parts = [short, title, isCited && 'cited in this paragraph', sentence];
    item.accessibilityInformation = { label: parts.filter(Boolean).join(', ') };
    item.command = {
      command: commands.openAbstract,
      title: 'Open Abstract',
      arguments: [{ ...idOf(reference), preserveFocus: true }],
    };
    return item;
  }

  /**
   * Shows what is related to the paragraph at a place. Resolves once it is shown; what was asked meanwhile goes first, and a paragraph that
   * says what it said before is not asked about again unless `anew`.
   */
  async show(document: vscode.TextDocument, position: vscode.Position, anew = false): Promise<void> {
    const parsed = this.documents.citationsOf(document);
    const text = document.getText();
    const query = parsed ? paragraphText(text, document.offsetAt(position), parsed) : '';
    if (query === this.asked && !anew) return;
    this.asked = query;
    const request = ++this.newest;
    const { sources } = await this.documents.bibliographiesOf(document);
    const { hits } = query
      ? await this.library.search({
          query,
          limit: maxShown,
          preferredSources: sources,
          unfinished: false,
          meaning: true,
        })
      : { hits: [] };
    if (request !== this.newest) return;
    const cited = new Set(parsed ? citedKeys(parsed).map(({ key }) => key) : []);
    this.papers = hits.map(hit => relatedPaper(hit, cited));
    this.changed.fire();
  }

  clear(): void {
    this.newest++;
    this.asked = '';
    if (!this.papers.length) return;
    this.papers = [];
    this.changed.fire();
  }
}

function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line && line.length + word.length >= lineLength) {
      lines.push(line);
      line = '';
    }
    line += (line && ' ') + word;
  }
  return line ? [...lines, line] : lines;
}

function relatedPaper({ reference, sentence }: SearchHit, cited: ReadonlySet<string>): RelatedPaper {
  const isCited = reference.origins.some(({ key }) => cited.has(key));
  return { reference, sentence: sentence?.text, isCited };
}
