import * as vscode from 'vscode';
import { plainLabel } from '../../core/display/text/plainText';
import { changeSettingInPlace } from '../settings';
import type { BibliographyTarget } from './bibliographyTargets';

/** What the writer wants done about papers that the document's bibliography lacks. `undefined`: cite nothing after all. */
export type EntryDecision = BibliographyTarget | 'leave' | undefined;

export interface EntryQuestion {
  /** `Vaswani et al. 2017`, `3 of these papers`. */
  readonly what: string;
  /** Bibliographies that could take the entry, best first. */
  readonly places: readonly BibliographyTarget[];
  /** Whether one has all of it already, and only needs to be used. */
  readonly has: (place: BibliographyTarget) => boolean;
  /** Consents that a file outside the workspace is written to from now on. */
  readonly allow: (file: vscode.Uri) => Promise<void>;
}

interface Answer extends vscode.QuickPickItem {
  readonly decision: Exclude<EntryDecision, undefined>;
  readonly remember?: 'always' | 'never' | 'this file';
}

/**
 * Asks in a list, so that the answer and the citation become one edit, and no hand has to leave the keys. What lies outside the workspace
 * is named in full, and is never the first answer.
 */
export async function askAboutEntries({ what, places, has, allow }: EntryQuestion): Promise<EntryDecision> {
  const ours = places.filter(({ asks }) => !asks);
  const foreign = places.filter(({ asks }) => asks);
  const [best] = ours;
  const answers: Answer[] = [
    ...ours.map(
      (place): Answer => ({
        label: has(place)
          ? vscode.l10n.t('Use {0}, Which Has It', plainLabel(place.label))
          : vscode.l10n.t('Add to {0}', plainLabel(place.label)),
        ...(place.note && { description: place.note }),
        decision: place,
      }),
    ),
    { label: vscode.l10n.t('Cite Without Adding'), decision: 'leave' },
    ...foreign.flatMap((place): Answer[] => [
      {
        label: vscode.l10n.t('Add to {0}', plainLabel(place.label)),
        description: [vscode.l10n.t('outside of this workspace'), place.note].filter(Boolean).join(', '),
        decision: place,
      },
      {
        label: vscode.l10n.t('Always Add to {0}', plainLabel(place.label)),
        description: vscode.l10n.t('from this workspace, without asking'),
        decision: place,
        remember: 'this file',
      },
    ]),
    ...(best
      ? [
          {
            label: vscode.l10n.t('Always Add to the Bibliography'),
            description: vscode.l10n.t('without asking'),
            decision: best,
            remember: 'always',
          } as const,
        ]
      : []),
    { label: vscode.l10n.t('Never Add to Bibliographies'), decision: 'leave', remember: 'never' },
  ];
  const answer = await vscode.window.showQuickPick(answers, {
    title: vscode.l10n.t('Not in the Bibliography Yet: {0}', plainLabel(what)),
    placeHolder: vscode.l10n.t('What should happen to its bibliography?'),
    ignoreFocusOut: true,
  });
  if (answer?.remember === 'this file') await allow((answer.decision as BibliographyTarget).uri);
  else if (answer?.remember) await rememberAddToBibliography(answer.remember);
  return answer?.decision;
}

/** Remembers the answer with the user; where the workspace has one that would hide it, there. */
export async function rememberAddToBibliography(value: 'always' | 'never'): Promise<void> {
  await changeSettingInPlace('addToBibliography', value);
}
