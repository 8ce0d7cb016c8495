import * as vscode from 'vscode';
import { citationProblemText } from '../../core/display/citationProblemText';
import { plainText } from '../../core/display/text/plainText';
import { citationProblems } from '../../core/library/documents/citationProblems';
import type { LibraryService } from '../../core/library/libraryService';
import type { CitationProblem, CitationProblemCode } from '../../core/model/citationProblem';
import { Debouncer } from '../debouncer';
import type { CitingDocuments } from '../documents/citingDocuments';
import { languageOf } from '../documents/languages';
import { notebookOf } from '../documents/notebooks';
import { rangeOf } from '../documents/textEdits';
import { isAt, type TypingPlace } from '../documents/typingPlace';
import { setting } from '../settings';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';

/** The setting that says how a kind of problem is reported. */
const settingOf: Readonly<Record<CitationProblemCode, string>> = {
  'undefined-key': 'undefinedKey',
  'missing-bibliography': 'missingBibliography',
  'unreadable-bibliography': 'missingBibliography',
  'duplicate-key': 'duplicateKey',
};

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
  private readonly waiting = new Debouncer();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly placeholders: Pick<DocumentPlaceholders, 'of'>,
    private readonly typing: TypingPlace,
  ) {
    const checkAll = () => {
      for (const document of vscode.workspace.textDocuments) this.schedule(document);
    };
    this.disposables = [
      this.waiting,
      this.problems,
      vscode.workspace.onDidOpenTextDocument(document => this.schedule(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // What is wrong in a cell can depend on the others of its notebook.
        const cells = notebookOf(document)?.getCells();
        for (const one of cells?.map(cell => cell.document) ?? [document]) this.schedule(one);
      }),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length) for (const { document } of notebook.getCells()) this.schedule(document);
      }),
      vscode.workspace.onDidCloseTextDocument(document => this.problems.delete(document.uri)),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('literature')) checkAll();
      }),
      documents.onDidChangeBibliographies(checkAll),
      typing.onDidRest(document => this.schedule(document)),
      { dispose: library.onDidChange(checkAll) },
    ];
    checkAll();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private schedule(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    this.waiting.cancel(uri);
    if (document.isClosed || !languageOf(document)) return;
    this.waiting.start(uri, quietMilliseconds, () => void this.check(document));
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    if (await this.saysNothing(document)) {
      this.problems.delete(document.uri);
      return;
    }
    const applied = await this.documents.bibliographiesOf(document);
    const citations = await this.documents.citationsInProject(document);
    if (!citations) return;
    const found = await citationProblems(citations, applied, this.library, () =>
      this.placeholders.of(document),
    );
    // Another version is being checked, or will be.
    if (document.isClosed || document.version !== version) return;
    const typed = this.typing.in(document);
    const problems = found.filter(one => one.code !== 'undefined-key' || !isAt(typed, one));
    const severityOf = severitiesIn(document);
    const reported = problems.flatMap(problem => {
      const severity = severityOf(problem);
      return severity === undefined ? [] : [{ problem, severity }];
    });
    const diagnostics = reported
      .slice(0, maxReported)
      .map(({ problem, severity }) => toDiagnostic(document, problem, severity));
    const next = reported[maxReported]?.problem;
    if (next) {
      const message = vscode.l10n.t('{0} more problems are not listed.', reported.length - maxReported);
      const place = rangeOf(document, next.start, next.end);
      diagnostics.push(new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Information));
    }
    this.problems.set(document.uri, diagnostics);
  }

  /** Of the cells of a notebook, which are looked through whenever one of them changes, most neither cite nor name bibliographies. */
  private async saysNothing(document: vscode.TextDocument): Promise<boolean> {
    if (!notebookOf(document)) return false;
    const read = await this.documents.citationsInProject(document);
    return !read?.citations.length && !read?.bibliographies.length && !read?.embeddedKeys?.length;
  }
}

function toDiagnostic(
  document: vscode.TextDocument,
  problem: CitationProblem,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const range = rangeOf(document, problem.start, problem.end);
  const diagnostic = new vscode.Diagnostic(range, plainText(citationProblemText(problem)), severity);
  diagnostic.source = 'Literature';
  diagnostic.code = problem.code;
  return diagnostic;
}

/** What severity the settings give to a problem of this document; `undefined` where its kind is switched off. */
function severitiesIn(
  document: vscode.TextDocument,
): (problem: CitationProblem) => vscode.DiagnosticSeverity | undefined {
  // To look a setting up takes a tenth of a millisecond, and there may be thousands of problems.
  const known = new Map<string, vscode.DiagnosticSeverity | undefined>();
  return ({ code, isInformation }) => {
    const name = settingOf[code];
    if (!known.has(name))
      known.set(name, severities.get(setting(`diagnostics.${name}`, 'warning', document)));
    const severity = known.get(name);
    if (severity === undefined || !isInformation) return severity;
    return Math.max(severity, vscode.DiagnosticSeverity.Information);
  };
}

const severities: ReadonlyMap<string, vscode.DiagnosticSeverity> = new Map([
  ['error', vscode.DiagnosticSeverity.Error],
  ['warning', vscode.DiagnosticSeverity.Warning],
  ['information', vscode.DiagnosticSeverity.Information],
  ['hint', vscode.DiagnosticSeverity.Hint],
]);
