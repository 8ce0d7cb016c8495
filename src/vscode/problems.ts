import * as vscode from 'vscode';
import type { LibraryService } from '../core/library/libraryService';
import type { Problem, SourceState } from '../core/model/source';

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

/** Lists what could not be read of a bibliography in the Problems panel, at its line. */
export class BibliographyProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('literature-bibliographies');
  private readonly stop: () => void;
  /** What is listed for a source now, so that only what changed is listed anew. */
  private readonly listed = new Map<string, readonly Problem[]>();

  constructor(library: LibraryService) {
    this.stop = library.onDidChange(({ sources }) => this.update(sources));
  }

  dispose(): void {
    this.stop();
    this.collection.dispose();
  }

  private update(sources: readonly SourceState[]): void {
    const current = new Map(sources.map(({ source, problems }) => [source.id, problems]));
    for (const id of this.listed.keys())
      if (!current.get(id)?.length) {
        this.collection.delete(vscode.Uri.parse(id));
        this.listed.delete(id);
      }
    for (const { source, problems } of sources) {
      if (source.kind !== 'bibliography' || !problems.length) continue;
      if (isSame(this.listed.get(source.id), problems)) continue;
      this.listed.set(source.id, problems);
      this.collection.set(vscode.Uri.parse(source.id), problems.map(toDiagnostic));
    }
  }
}

function toDiagnostic({ line, message, severity, code }: Problem): vscode.Diagnostic {
  const wholeLine = new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(wholeLine, message, severities[severity]);
  diagnostic.source = 'Literature';
  diagnostic.code = code;
  return diagnostic;
}

function isSame(a: readonly Problem[] | undefined, b: readonly Problem[]): boolean {
  return (
    a?.length === b.length &&
    a.every((problem, index) => problem.line === b[index]?.line && problem.message === b[index]?.message)
  );
}
