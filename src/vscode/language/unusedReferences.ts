import * as vscode from 'vscode';
import type { KeyPositions } from '../../core/bibliography/bibliographyFormat';
import { keyPositions } from '../../core/bibliography/entryKeys';
import type { KeyCounts } from '../../core/citing/keyCounts';
import { Debouncer } from '../debouncer';
import { bibliographyFormatOf } from '../documents/languages';
import { rangeOf } from '../documents/textEdits';
import type { WorkspaceCitations } from '../documents/workspaceCitations';
import { setting } from '../settings';

const quiet = 500;

/** Fades entries of an open bibliography that no document of the workspace cites; off unless a setting asks for it. */
export class UnusedReferences implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('literature-unused');
  private readonly timers = new Debouncer();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly workspace: WorkspaceCitations) {
    const checkAll = () => {
      for (const document of vscode.workspace.textDocuments) this.schedule(document);
    };
    this.disposables = [
      this.collection,
      this.timers,
      vscode.workspace.onDidOpenTextDocument(document => this.schedule(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.collection.delete(document.uri)),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('literature.diagnostics')) checkAll();
      }),
      workspace.onDidChange(checkAll),
    ];
    checkAll();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private schedule(document: vscode.TextDocument): void {
    if (!bibliographyFormatOf(document)) return;
    this.timers.start(document.uri.toString(), quiet, () => void this.check(document));
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const format = bibliographyFormatOf(document);
    if (!format || document.isClosed || !setting('diagnostics.unusedReferences', false, document)) {
      this.collection.delete(document.uri);
      return;
    }
    const counts = await this.workspace.counts();
    const unused = counts.includeAll ? [] : unusedEntries(keyPositions(document.getText(), format), counts);
    this.collection.set(
      document.uri,
      unused.map(({ key, start, end }) => {
        const diagnostic = new vscode.Diagnostic(
          rangeOf(document, start, end),
          vscode.l10n.t('No document of the workspace cites “{0}”.', key),
          vscode.DiagnosticSeverity.Hint,
        );
        diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
        diagnostic.source = 'Literature';
        return diagnostic;
      }),
    );
  }
}

/** Entries that others refer to (`crossref`), and those that are there for nothing else (`@xdata`), are in use. */
function unusedEntries({ entries, mentions }: KeyPositions, counts: KeyCounts): KeyPositions['entries'] {
  const own = new Set(entries.map(({ key }) => key));
  const mentioned = new Set(mentions.map(({ key }) => key));
  // Further keys of an entry (`ids`) are those it names that no entry has as its own.
  const aliases = mentions.filter(({ key }) => !own.has(key) && counts.of(key) > 0);
  const isCitedByAlias = (index: number) =>
    aliases.some(
      ({ start }) =>
        start > entries[index]!.start && start < (entries[index + 1]?.start ?? Number.POSITIVE_INFINITY),
    );
  return entries.filter(
    ({ key, auxiliary }, index) =>
      !auxiliary && counts.of(key) === 0 && !mentioned.has(key) && !isCitedByAlias(index),
  );
}
