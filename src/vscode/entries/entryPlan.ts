import * as vscode from 'vscode';
import type { LackingEntry } from '../../core/library/documents/lackingEntries';
import type { PlannedChange } from './bibliographyFile';
import type { BibliographyTarget, Declaration } from './bibliographyTargets';

/** By which keys references are to be cited, and what has to happen to bibliographies for that. */
export interface EntryPlan {
  /** In the order of the references. */
  readonly keys: readonly string[];
  /** What is to be added to the bibliography, if anything. */
  readonly change?: PlannedChange;
  /** The bibliography's name, for people. */
  readonly addedTo?: string;
  /** Where the document is made to use that bibliography. */
  readonly declaration?: Declaration;
  /** What could not be done and why, for people. */
  readonly warning?: string;
  /** Tells whether a key that stands in the document is one that can be cited. */
  readonly isKnown?: (key: string) => boolean;
}

/** What the writer wants done about lacking entries: added to the first place that needs no question, to a chosen one, or nowhere. */
export type EntryAnswer = 'best' | 'leave' | BibliographyTarget;

/** Whether the writer is to be asked as the setting says, or has said already that entries are wanted. */
export type Consent = 'setting' | 'given';

/** Whether a bibliography that the document does not use yet has all that it lacks. */
export function hasAll({ uri, declaration }: BibliographyTarget, lacking: readonly LackingEntry[]): boolean {
  const source = uri.toString();
  const isThere = ({ reference }: LackingEntry) => reference.origins.some(origin => origin.source === source);
  return declaration !== undefined && lacking.length > 0 && lacking.every(isThere);
}

/** What was done besides citing, for people: `Added roe2020 to refs.bib`; `undefined` where nothing was. */
export function whatWasAdded({ change, keys, addedTo, declaration }: EntryPlan): string | undefined {
  if (change && addedTo)
    return vscode.l10n.t('Added {0} to {1}', change.keys.join(', ') || keys.join(', '), addedTo);
  return declaration && addedTo ? vscode.l10n.t('The document uses {0} now', addedTo) : undefined;
}

/** Why no bibliography can be made, when a document has none. */
export function whyNowhere(document: vscode.TextDocument): string {
  if (document.isUntitled && !vscode.workspace.workspaceFolders?.length)
    return vscode.l10n.t(
      'The citation is there; save the document, so that a bibliography can be made beside it',
    );
  return vscode.l10n.t(
    'The citation is there, but this document cannot declare a bibliography: it is a part of another, or lists its references itself',
  );
}
