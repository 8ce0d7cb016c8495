import * as vscode from 'vscode';
import type { CitedKey } from '../../core/citing/citation';
import { citedKeys } from '../../core/citing/citedKeys';
import { describe } from '../../core/display/describe';
import { plainInPlace, plainText } from '../../core/display/plainText';
import { shortReference } from '../../core/display/shortReference';
import { unresolvedKeys } from '../../core/library/documents/citationProblems';
import { definedReferences } from '../../core/library/documents/definedReferences';
import { inlineReferences } from '../../core/library/documents/inlineReferences';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { orElse } from '../../core/util/orElse';
import { Debouncer } from '../debouncer';
import type { CitingDocuments } from '../documents/citingDocuments';
import { rangeOf } from '../documents/textEdits';

/** One reference the document cites, or one place where it does. */
export type CitedNode = CitedReference | Occurrence;

export interface CitedReference {
  readonly kind: 'reference';
  readonly key: string;
  /** `undefined` when no bibliography of the document defines the key. */
  readonly reference: LibraryReference | undefined;
  /** What the document's own list says of it; empty where another file of the document lists it. */
  readonly listed: string | undefined;
  readonly document: vscode.TextDocument;
  readonly occurrences: readonly CitedKey[];
}

interface Occurrence {
  readonly kind: 'occurrence';
  readonly document: vscode.TextDocument;
  readonly cited: CitedKey;
}

/** How much of a line is shown before and after a citation. */
const context = 40;

/**
 * What the document in hand cites, in order of appearance, keys that nothing defines first; below each, its places.
 * It stays when the focus moves to something that is no document, so that a click in the view does not empty it.
 */
export class CitedTree implements vscode.TreeDataProvider<CitedNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly disposables: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private readonly waiting = new Debouncer();

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {
    this.follow(vscode.window.activeTextEditor);
    const later = () => this.waiting.start('show', 300, () => this.changed.fire());
    this.disposables = [
      this.changed,
      this.waiting,
      vscode.window.onDidChangeActiveTextEditor(editor => this.follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) later();
      }),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (document !== this.document) return;
        this.document = undefined;
        later();
      }),
      documents.onDidChangeBibliographies(later),
      { dispose: library.onDidChange(later) },
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The document whose citations are shown. */
  get shown(): vscode.TextDocument | undefined {
    return this.document;
  }

  /** Every reference the document cites, in the order of the view. */
  async references(): Promise<CitedReference[]> {
    const document = this.document;
    const reading = document && (await this.documents.citationsInProject(document));
    if (!document || !reading) return [];
    const applied = await this.documents.bibliographiesOf(document);
    const listed = new Map([...applied.definedKeys].map(key => [key, '']));
    for (const { key, text } of inlineReferences(document, reading)) listed.set(key, text);
    const cited = citedKeys(reading);
    const defined = await definedReferences(
      this.library,
      cited.map(({ key }) => key),
      applied,
    );
    const unknown = unresolvedKeys(reading, applied, defined.keys());
    const all = cited
      .filter(({ key }) => defined.has(key) || listed.has(key) || unknown.has(key))
      .map(
        ({ key, occurrences }): CitedReference => ({
          kind: 'reference',
          key,
          reference: defined.get(key),
          listed: listed.get(key),
          document,
          occurrences,
        }),
      );
    return [...all.filter(isUnknown), ...all.filter(one => !isUnknown(one))];
  }

  async getChildren(node?: CitedNode): Promise<CitedNode[]> {
    if (!node) return this.references();
    if (node.kind === 'occurrence') return [];
    return node.occurrences.map(cited => ({ kind: 'occurrence', document: node.document, cited }));
  }

  getTreeItem(node: CitedNode): vscode.TreeItem {
    if (node.kind !== 'reference') return occurrenceItem(node);
    return orElse(
      () => referenceItem(node),
      () => new vscode.TreeItem(node.key, vscode.TreeItemCollapsibleState.Collapsed),
    );
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (!editor || !this.documents.citationsOf(editor.document) || editor.document === this.document) return;
    this.document = editor.document;
    this.changed.fire();
  }
}

function isUnknown({ reference, listed }: CitedReference): boolean {
  return !reference && listed === undefined;
}

function referenceItem(node: CitedReference): vscode.TreeItem {
  const { key, reference, listed, occurrences } = node;
  const title = reference ? (reference.item.title ?? key) : listed || key;
  const item = new vscode.TreeItem(plainText(title), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = key;
  const times = occurrences.length === 1 ? '' : ` · ${occurrences.length}×`;
  const where = reference ? shortReference(reference.item) : 'listed in the document';
  item.description = `${isUnknown(node) ? 'not in a bibliography' : where}${times}`;
  item.tooltip = reference ? `${title}\n${describe(reference.item).byline}` : title;
  item.iconPath = isUnknown(node)
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(reference ? 'book' : 'list-unordered');
  item.contextValue = reference ? 'reference' : isUnknown(node) ? 'unresolved' : 'listed';
  item.accessibilityInformation = {
    label: `${title}, ${item.description}, cited ${occurrences.length} times`,
  };
  return item;
}

function occurrenceItem({ document, cited }: Occurrence): vscode.TreeItem {
  const range = rangeOf(document, cited.start, cited.end);
  const { text } = document.lineAt(range.start.line);
  const from = Math.max(0, range.start.character - context);
  const label = text.slice(from, range.end.character + context);
  const lead = label.length - label.trimStart().length;
  const item = new vscode.TreeItem({
    label: plainInPlace(label.trim()),
    highlights: [[range.start.character - from - lead, range.end.character - from - lead]],
  });
  item.description = `line ${range.start.line + 1}`;
  item.command = {
    title: 'Show',
    command: 'vscode.open',
    arguments: [document.uri, { selection: range }],
  };
  return item;
}
