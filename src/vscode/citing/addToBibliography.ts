import * as vscode from 'vscode';
import type { LibraryReference } from '../../core/library/libraryService';
import { exists, planChange } from './bibliographyFile';
import type { BibliographyTarget, BibliographyTargets } from './bibliographyTargets';
import { EntryEdit } from './entryEdit';
import type { EntryPlanner } from './entryPlanner';

/** Adds references to the bibliography of a document, and bibliographies to a document, when the writer asks for just that. */
export class AddToBibliography {
  constructor(
    private readonly entries: EntryPlanner,
    private readonly places: BibliographyTargets,
  ) {}

  async add(references: readonly LibraryReference[], document: vscode.TextDocument): Promise<void> {
    const plan = await this.entries.plan(document, references, 'given');
    if (!plan) return;
    await new EntryEdit(plan).apply();
    const keys = plan.keys.join(', ');
    const message = plan.change ? `Added ${keys}` : plan.warning ? undefined : `${keys} is there already`;
    if (message) vscode.window.setStatusBarMessage(message, 4000);
  }

  /** Makes the document use one more bibliography: a new one, or one of the workspace. */
  async declare(document: vscode.TextDocument): Promise<void> {
    const places = await this.places.undeclared(document);
    if (!places.length) {
      void vscode.window.showInformationMessage(
        'This document is not the place to declare a bibliography: save it first, or open the main file it is a part of.',
      );
      return;
    }
    const items = places.map(place => ({ label: place.label, description: place.note ?? '', place }));
    const title = 'Add a Bibliography to This Document';
    const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: 'Which bibliography?' });
    if (chosen) await this.use(chosen.place);
  }

  private async use({ uri, declaration }: BibliographyTarget): Promise<void> {
    const change = (await exists(uri)) ? undefined : await planChange(uri, text => text);
    if (change && 'refusal' in change) return;
    await new EntryEdit({ keys: [], ...(change && { change }), ...(declaration && { declaration }) }).apply();
  }
}
