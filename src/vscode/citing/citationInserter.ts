import * as vscode from 'vscode';
import { type InsertionOptions, insertCitation } from '../../core/citing/insertCitation';
import { joinInsertions } from '../../core/citing/joinInsertions';
import { replacePlaceholder } from '../../core/citing/placeholders/replacePlaceholder';
import type { LibraryReference } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget } from '../documents/insertionTarget';
import { readingOptions } from '../documents/languages';
import type { RecentReferences } from '../documents/recentReferences';
import { rangeOf } from '../documents/textEdits';
import { notify } from '../notify';
import { copyKeys } from '../references/copyReferences';
import { nameOf } from './bibliographyFile';
import type { CitationDetails } from './citationDetails';
import { EntryEdit } from './entryEdit';
import type { Consent, EntryPlan, EntryPlanner } from './entryPlanner';

/** Puts citations into documents, and what they cite into bibliographies: one edit, one undo. */
export class CitationInserter {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly entries: EntryPlanner,
    private readonly recent: RecentReferences,
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
    const plan = await this.entries.plan(target.document, references, consent);
    if (!plan) return;
    const isKnown = await this.entries.knownKeys(target.document);
    if (await this.apply(target, plan, { ...details, isKnown })) await this.recent.add(plan.keys);
    else await copyInstead(references, `${nameOf(target.document.uri)} could not be changed.`);
  }

  private async apply(
    { document, selections, viewColumn, replaces }: InsertionTarget,
    plan: EntryPlan,
    details: InsertionOptions,
  ): Promise<boolean> {
    const text = document.getText();
    const reading = this.documents.citationsOf(document)!;
    const replaced = replaces && {
      start: document.offsetAt(replaces.start),
      end: document.offsetAt(replaces.end),
    };
    const insertions = selections.map(({ end }) => {
      if (replaced) {
        const { start, end } = replaced;
        return replacePlaceholder(text, [start, end], plan.keys, reading.language, {
          ...readingOptions(document),
          ...details,
        });
      }
      const offset = document.offsetAt(document.validatePosition(end));
      return insertCitation(text, offset, plan.keys, reading.language, { ...details, parsed: reading });
    });
    const entryEdit = new EntryEdit(plan);
    const { edits, cursors } = joinInsertions(insertions, entryEdit.declarationIn(document));
    for (const { start, end, text: added } of edits)
      entryEdit.edit.replace(document.uri, rangeOf(document, start, end), added);
    if (!(await entryEdit.apply())) return false;
    const editor = await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }) });
    editor.selections = cursors.map(cursor => {
      const position = document.positionAt(cursor);
      return new vscode.Selection(position, position);
    });
    return true;
  }
}

function obstacleTo(target: InsertionTarget | undefined): string | undefined {
  if (!target || target.document.isClosed) return 'No Markdown, LaTeX or Typst document is open to cite in.';
  const { uri, isUntitled } = target.document;
  const readOnly = !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
  return readOnly ? `${nameOf(uri)} is read-only.` : undefined;
}

async function copyInstead(references: readonly LibraryReference[], reason: string): Promise<void> {
  await copyKeys(references);
  const keys = references.map(({ key }) => key).join(', ');
  void notify.information(`${reason} Copied ${keys} instead.`);
}
