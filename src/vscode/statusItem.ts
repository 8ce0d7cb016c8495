import * as vscode from 'vscode';
import type { LibraryService, Understanding } from '../core/library/libraryService';
import type { SourceState } from '../core/model/source';

const count = new Intl.NumberFormat('en');

/**
 * “4,812 references, 2 problems” in the status bar, while there is a bibliography, and how far papers are understood; a click shows the
 * sources, or the problems.
 */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'literature.status',
    vscode.StatusBarAlignment.Right,
    90,
  );
  private readonly stops: (() => void)[];
  private sources: readonly SourceState[] = [];
  private understanding: Understanding | undefined;

  constructor(library: LibraryService) {
    this.item.name = 'Literature';
    this.stops = [
      library.onDidChange(({ sources }) => {
        this.sources = sources;
        this.update();
      }),
      library.onDidUnderstand(understanding => {
        this.understanding = understanding;
        this.update();
      }),
    ];
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    this.item.dispose();
  }

  private update(): void {
    const own = this.sources.filter(({ source }) => source.kind !== 'collection');
    if (!own.length) {
      this.item.hide();
      return;
    }
    const text = statusText(own, this.understanding);
    this.item.text = `$(library) ${text.text}`;
    this.item.tooltip = text.details;
    this.item.accessibilityInformation = { label: `Literature: ${text.text}` };
    this.item.command = text.hasProblems ? 'workbench.actions.view.problems' : 'literature.library.focus';
    this.item.backgroundColor = text.failed
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.item.show();
  }
}

function statusText(sources: readonly SourceState[], understanding: Understanding | undefined) {
  const references = sources.reduce((sum, source) => sum + source.count, 0);
  const problems = sources.reduce((sum, source) => sum + source.problems.length, 0);
  const failed = sources.filter(({ status }) => status === 'failed').length;
  const loading = sources.some(({ status }) => status === 'loading');
  const parts = [
    loading && !references ? 'reading' : plural(references, 'reference'),
    ...(problems ? [plural(problems, 'problem')] : []),
    ...(failed ? [`${plural(failed, 'source')} not read`] : []),
  ];
  const isUnderstanding = understanding !== undefined && understanding.done < understanding.total;
  const understood = isUnderstanding ? [understandingText(understanding)] : [];
  const details = sources.map(({ source, status, count: own, problems: wrong, message }) => {
    const state = message ?? (status === 'loading' ? 'loading…' : plural(own, 'reference'));
    return `${source.label}: ${state}${wrong.length ? `, ${plural(wrong.length, 'problem')}` : ''}`;
  });
  return {
    text: [`${parts.join(', ')}${loading ? ' …' : ''}`, ...understood].join(' · '),
    details: [...details, ...understood].join('\n'),
    hasProblems: problems > 0,
    failed: failed > 0,
  };
}

function understandingText({ done, total }: Understanding): string {
  return `Understanding papers ${count.format(done)} of ${count.format(total)}`;
}

function plural(number: number, noun: string): string {
  return `${count.format(number)} ${noun}${number === 1 ? '' : 's'}`;
}
