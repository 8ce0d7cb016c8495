import * as vscode from 'vscode';
import { citationAt } from '../../core/citing/citationAt';
import { replaceKey } from '../../core/citing/edit/changeCitation';
import { type InsertionOptions, insertCitation } from '../../core/citing/edit/insertCitation';
import { joinInsertions } from '../../core/citing/edit/joinInsertions';
import { replacePlaceholder } from '../../core/citing/placeholders/replacePlaceholder';
import type { LibraryReference } from '../../core/library/libraryService';
import type { TaskQueue } from '../../core/util/taskQueue';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget } from '../documents/insertionTarget';
import { readingOptions } from '../documents/languages';
import { nameOf } from '../documents/nameOf';
import type { RecentReferences } from '../documents/recentReferences';
import { rangeOf } from '../documents/textEdits';
import { EntryEdit } from '../entries/entryEdit';
import { type Consent, type EntryAnswer, type EntryPlan, whatWasAdded } from '../entries/entryPlan';
import type { EntryPlanner } from '../entries/entryPlanner';
import { notify } from '../notify';
import { copyKeys } from '../references/copyReferences';
import { type CitationDetails, defaultForm } from './citationDetails';

const maxAttempts = 3;

/** Puts citations into documents, and what they cite into bibliographies: one edit, one undo. */
export class CitationInserter {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly entries: EntryPlanner,
    private readonly recent: RecentReferences,
    private readonly queue: TaskQueue,
  ) {}

  /** Cites at each cursor of the target. Where that cannot be, the keys are copied and the reason is said. */
  async insert(
    references: readonly LibraryReference[],
    target: InsertionTarget | undefined,
    details: CitationDetails = {},
    consent: Consent = 'setting',
  ): Promise<void> {
    const obstacle = obstacleTo(target);
    if (!target || obstacle) return copyInstead(references, obstacle ?? '');
    const answer = await this.entries.ask(target.document, references, consent);
    if (!answer) return;
    const form = { form: defaultForm(target.document), ...details };
    await this.exclusively(() => this.insertNow(references, target, form, answer));
  }

  /** Cites a reference in the place of a key, which stands where the target is, and keeps what is printed around it. */
  async replace(key: string, reference: LibraryReference, target: InsertionTarget): Promise<void> {
    const obstacle = obstacleTo(target);
    if (obstacle) return copyInstead([reference], obstacle);
    const answer = await this.entries.ask(target.document, [reference]);
    if (answer) await this.exclusively(() => this.replaceNow(key, reference, target, answer));
  }

  private async replaceNow(
    key: string,
    reference: LibraryReference,
    { document, viewColumn, cursors }: InsertionTarget,
    answer: EntryAnswer,
  ): Promise<void> {
    const plan = await this.entries.plan(document, [reference], answer);
    const parsed = await this.documents.citationsInProject(document);
    const found = parsed && citationAt(parsed, cursors()[0]!);
    const [newKey] = plan.keys;
    if (!parsed || found?.key?.key !== key || !newKey)
      throw new Error(vscode.l10n.t('“{0}” is not cited there any more. Nothing was changed.', key));
    const edits = replaceKey(document.getText(), parsed, found.citation, found.key, newKey);
    if (!edits.length)
      throw new Error(vscode.l10n.t('“{0}” cannot be cited by this command. Nothing was changed.', newKey));
    const entryEdit = new EntryEdit(plan);
    for (const { start, end, text } of [...entryEdit.declarationIn(document), ...edits])
      entryEdit.edit.replace(document.uri, rangeOf(document, start, end), text);
    const show = async () =>
      void (await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }) }));
    if (!(await entryEdit.apply(show)))
      return copyInstead([reference], vscode.l10n.t('{0} could not be changed.', nameOf(document.uri)));
    await this.recent.add(plan.keys);
  }

  /** Runs what writes while nothing else does: see `TaskQueue`. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    return this.queue.run(task);
  }

  private async insertNow(
    references: readonly LibraryReference[],
    target: InsertionTarget,
    details: CitationDetails,
    answer: EntryAnswer,
  ): Promise<void> {
    // An edit is refused when the writer types at the same moment.
    for (let attempt = 0; attempt < maxAttempts && !target.document.isClosed; attempt++) {
      const plan = await this.entries.plan(target.document, references, answer);
      const { isKnown } = plan;
      if (await this.apply(references, target, plan, { ...details, ...(isKnown && { isKnown }) })) {
        const added = whatWasAdded(plan);
        if (added) notify.status(added);
        await this.recent.add(plan.keys);
        return;
      }
    }
    await copyInstead(references, vscode.l10n.t('{0} could not be changed.', nameOf(target.document.uri)));
  }

  private async apply(
    references: readonly LibraryReference[],
    { document, viewColumn, ...target }: InsertionTarget,
    plan: EntryPlan,
    details: InsertionOptions,
  ): Promise<boolean> {
    const text = document.getText();
    const reading = this.documents.citationsOf(document)!;
    const replaced = target.replaced();
    const insertions = target.cursors().map(offset =>
      replaced
        ? replacePlaceholder(text, replaced, plan.keys, reading.language, {
            ...readingOptions(document),
            ...details,
          })
        : insertCitation(text, offset, plan.keys, reading.language, { ...details, parsed: reading }),
    );
    const entryEdit = new EntryEdit(plan);
    const { edits, cursors } = joinInsertions(insertions, entryEdit.declarationIn(document));
    if (insertions.length > 0 && insertions.every(({ isRefused }) => isRefused)) {
      await copyInstead(references, vscode.l10n.t('Nothing can be cited at this place.'));
      return true;
    }
    if (insertions.some(({ isMoved }) => isMoved))
      notify.status(vscode.l10n.t('Nothing can be cited where the cursor was: cited at the nearest place'));
    if (!edits.length && !plan.change && !plan.declaration) {
      notify.status(vscode.l10n.t('{0} is cited here already', plan.keys.join(', ')));
      return true;
    }
    for (const { start, end, text: added } of edits)
      entryEdit.edit.replace(document.uri, rangeOf(document, start, end), added);
    return entryEdit.apply(async () => {
      const editor = await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }) });
      editor.selections = cursors.map(cursor => {
        const position = document.positionAt(cursor);
        return new vscode.Selection(position, position);
      });
    });
  }
}

function obstacleTo(target: InsertionTarget | undefined): string | undefined {
  if (!target || target.document.isClosed)
    return vscode.l10n.t('No Markdown, LaTeX or Typst document is open to cite in.');
  const { uri, isUntitled } = target.document;
  const readOnly = !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
  return readOnly ? vscode.l10n.t('{0} is read-only.', nameOf(uri)) : undefined;
}

async function copyInstead(references: readonly LibraryReference[], reason: string): Promise<void> {
  await copyKeys(references);
  const keys = references.map(({ key }) => key).join(', ');
  void notify.information(vscode.l10n.t('{0} Copied {1} instead.', reason, keys));
}
