import * as vscode from 'vscode';
import { counted, countText } from '../core/display/counted';
import type { LibraryService, Understanding } from '../core/library/libraryService';
import type { SourceState } from '../core/model/source';

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
    this.item.name = vscode.l10n.t('Literature');
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
    this.item.accessibilityInformation = { label: vscode.l10n.t('Literature: {0}', text.text) };
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
  // A Zotero that is not running is no fault of the writer's files: it is said, and not painted.
  const failed = sources.filter(
    ({ status, source }) => status === 'failed' && source.kind !== 'zotero',
  ).length;
  const isZoteroAway = sources.some(({ status, source }) => status === 'failed' && source.kind === 'zotero');
  const loading = sources.some(({ status }) => status === 'loading');
  const parts = [
    loading && !references ? vscode.l10n.t('reading') : counted(references, 'reference'),
    ...(problems ? [counted(problems, 'problem')] : []),
    ...(failed
      ? [
          failed === 1
            ? vscode.l10n.t('1 source not read')
            : vscode.l10n.t('{0} sources not read', countText(failed)),
        ]
      : []),
    ...(isZoteroAway ? [vscode.l10n.t('Zotero not reached')] : []),
  ];
  const isUnderstanding = understanding !== undefined && understanding.done < understanding.total;
  const understood = isUnderstanding ? [understandingText(understanding)] : [];
  const details = sources.map(({ source, status, count: own, problems: wrong, message }) => {
    const state = message ?? (status === 'loading' ? vscode.l10n.t('loading…') : counted(own, 'reference'));
    return `${source.label}: ${state}${wrong.length ? `, ${counted(wrong.length, 'problem')}` : ''}`;
  });
  return {
    text: [`${parts.join(', ')}${loading ? ' …' : ''}`, ...understood].join(' · '),
    details: [...details, ...understood].join('\n'),
    hasProblems: problems > 0,
    failed: failed > 0,
  };
}

function understandingText({ done, total }: Understanding): string {
  return vscode.l10n.t('Understanding papers {0} of {1}', countText(done), countText(total));
}
