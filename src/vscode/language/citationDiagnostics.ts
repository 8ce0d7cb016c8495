import * as vscode from 'vscode';
import { citedKeys } from '../../core/citing/citedKeys';
import { undefinedKeys } from '../../core/citing/undefinedKeys';
import { plainText } from '../../core/display/plainText';
import type { LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import { definedReferences } from '../documents/definedReferences';
import { rangeOf } from '../documents/textEdits';

/** The code of a diagnostic says what a quick fix may do about it. */
export const diagnosticCodes = {
  undefinedKey: 'undefined-key',
  missingBibliography: 'missing-bibliography',
  duplicateKey: 'duplicate-key',
} as const;

/** How long after the last keystroke a document is checked. A key half typed is not wrong yet. */
const quietMilliseconds = 400;

/** More problems of one document than VS Code lists; the last says how many there are. */
const maxReported = 999;

/**
 * Undefined keys, bibliographies that are declared but missing, and keys that two bibliographies of a document define differently.
 * A document without any bibliography is never checked: in a README, `@name` is a person.
 */
export class CitationDiagnostics implements vscode.Disposable {
  private readonly problems = vscode.languages.createDiagnosticCollection('literature');
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {
    const checkAll = () => {
      for (const document of vscode.workspace.textDocuments) this.schedule(document);
    };
    this.disposables = [
      this.problems,
      vscode.workspace.onDidOpenTextDocument(document => this.schedule(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.problems.delete(document.uri)),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('literature')) checkAll();
      }),
      documents.onDidChangeBibliographies(checkAll),
      { dispose: library.onDidChange(checkAll) },
    ];
    checkAll();
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private schedule(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(this.waiting.get(uri));
    if (document.isClosed || !this.documents.citationsOf(document)) return;
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.waiting.delete(uri);
        void this.check(document);
      }, quietMilliseconds),
    );
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    // First the project: in LaTeX its other files tell what cites here.
    const { sources, missing, definedKeys } = await this.documents.bibliographiesOf(document);
    const reading = this.documents.citationsOf(document);
    if (!reading) return;
    const keys = citedKeys(reading).map(({ key }) => key);
    const defined = await definedReferences(this.library, keys, sources);
    const duplicates = sources.length > 1 ? await this.library.duplicateKeys(sources) : [];
    // Another version is being checked, or will be.
    if (document.isClosed || document.version !== version) return;

    const diagnostics: vscode.Diagnostic[] = [];
    const report = (
      code: keyof typeof diagnosticCodes,
      range: { start: number; end: number },
      message: string,
    ): void => {
      const severity = severityOf(code, document.uri);
      if (severity === undefined) return;
      const place = rangeOf(document, range.start, range.end);
      const diagnostic = new vscode.Diagnostic(place, plainText(message), severity);
      diagnostic.source = 'Literature';
      diagnostic.code = diagnosticCodes[code];
      diagnostics.push(diagnostic);
    };

    const complete = (sources.length > 0 || definedKeys.size > 0) && missing.length === 0;
    const known = new Set([...defined.keys(), ...definedKeys]);
    const undefinedOnes = undefinedKeys(reading, { keys: known, complete });
    for (const { key, start, end } of undefinedOnes.slice(0, maxReported))
      report('undefinedKey', { start, end }, `No bibliography of this document has the key “${key}”.`);
    const more = undefinedOnes[maxReported];
    if (more)
      report(
        'undefinedKey',
        more,
        `${undefinedOnes.length - maxReported} more citations from here on have no entry; they are not listed.`,
      );
    for (const { path, reason, range } of missing)
      if (range) report('missingBibliography', range, `The bibliography “${path}” ${reason}.`);
    const cited = new Map(citedKeys(reading).map(({ key, occurrences }) => [key, occurrences]));
    for (const { key, origins } of duplicates) {
      const first = cited.get(key)?.[0];
      const files = [...new Set(origins.map(({ source }) => source.slice(source.lastIndexOf('/') + 1)))];
      if (first && files.length > 1)
        report(
          'duplicateKey',
          first,
          `“${key}” is defined in more than one bibliography: ${files.join(', ')}.`,
        );
    }
    this.problems.set(document.uri, diagnostics);
  }
}

/** The severity a setting gives to a kind of problem; `undefined` when it is switched off. */
function severityOf(
  code: keyof typeof diagnosticCodes,
  uri: vscode.Uri,
): vscode.DiagnosticSeverity | undefined {
  switch (vscode.workspace.getConfiguration('literature.diagnostics', uri).get<string>(code)) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
    default:
      return undefined;
  }
}
