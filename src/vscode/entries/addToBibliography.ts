import * as vscode from 'vscode';
import { plainLabel } from '../../core/display/text/plainText';
import type { LibraryReference } from '../../core/library/libraryService';
import type { TaskQueue } from '../../core/util/taskQueue';
import { nameOf } from '../documents/nameOf';
import { fileOf } from '../documents/notebooks';
import { notify } from '../notify';
import { exists, type PlannedChange, planChange } from './bibliographyFile';
import type { BibliographyTarget, BibliographyTargets } from './bibliographyTargets';
import { EntryEdit } from './entryEdit';
import { type EntryAnswer, whatWasAdded } from './entryPlan';
import type { EntryPlanner } from './entryPlanner';
import type { Refusal, WriteGate } from './writeGate';

/** Adds references to the bibliography of a document, and bibliographies to a document, when the writer asks for just that. */
export class AddToBibliography {
  constructor(
    private readonly entries: EntryPlanner,
    private readonly places: BibliographyTargets,
    private readonly gate: WriteGate,
    private readonly queue: TaskQueue,
  ) {}

  /** @param place where the writer said it should go, if they did */
  async add(
    references: readonly LibraryReference[],
    document: vscode.TextDocument,
    place?: BibliographyTarget,
  ): Promise<void> {
    const answer = place ?? (await this.entries.ask(document, references, 'given'));
    if (answer) await this.queue.run(() => this.addNow(references, document, answer));
  }

  private async addNow(
    references: readonly LibraryReference[],
    document: vscode.TextDocument,
    answer: EntryAnswer,
  ): Promise<void> {
    const plan = await this.entries.plan(document, references, answer);
    if (!(await new EntryEdit(plan).apply())) {
      void notify.warning(vscode.l10n.t('The bibliography could not be changed.'));
      return;
    }
    const isThere = plan.warning ? undefined : vscode.l10n.t('{0} is there already', plan.keys.join(', '));
    const message = whatWasAdded(plan) ?? isThere;
    if (message) notify.status(message);
  }

  /** Makes the document use one more bibliography: a new one, or one of the workspace. */
  async declare(document: vscode.TextDocument): Promise<void> {
    const { places, refusal } = await this.places.undeclared(document);
    if (!places.length) {
      void notify.information(
        refusal
          ? `${refusal}.`
          : vscode.l10n.t(
              'This document is not the place to declare a bibliography: save it first, or open the main file it is a part of.',
            ),
      );
      return;
    }
    const items: (vscode.QuickPickItem & { place?: BibliographyTarget })[] = places.map(place => ({
      label: plainLabel(place.label),
      description: place.note ?? '',
      place,
    }));
    if (places[0]?.asks)
      items.unshift({
        label: vscode.l10n.t('Add None'),
        description: vscode.l10n.t('the others lie outside of this workspace'),
      });
    const title = vscode.l10n.t('Add a Bibliography to This Document');
    const chosen = await vscode.window.showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('Which bibliography?'),
    });
    const { place } = chosen ?? {};
    if (place) await this.queue.run(() => this.use(document, place));
  }

  private async use(document: vscode.TextDocument, { uri, declaration }: BibliographyTarget): Promise<void> {
    const change = (await exists(uri)) ? undefined : await this.make(document, uri);
    if (change && 'refusal' in change) {
      void notify.warning(`${change.refusal}.`);
      return;
    }
    const edit = new EntryEdit({ keys: [], ...(change && { change }), ...(declaration && { declaration }) });
    if (!(await edit.apply()))
      void notify.warning(vscode.l10n.t('{0} could not be changed.', nameOf(document.uri)));
  }

  private async make(document: vscode.TextDocument, uri: vscode.Uri): Promise<PlannedChange | Refusal> {
    const file = await this.gate.pass(uri, 'bibliography', fileOf(document), true);
    return 'refusal' in file ? file : planChange(file, async () => ({ keys: [] }));
  }
}
