import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model/textEdit';
import { nameOf } from '../documents/nameOf';
import { rangeOf } from '../documents/textEdits';
import { notSaved } from '../files/saveDocument';
import { savedEdit } from '../files/savedEdits';
import { notify } from '../notify';
import { declarationEdits } from './bibliographyTargets';
import type { EntryPlan } from './entryPlan';

/** What a plan changes in bibliographies and declarations, as one workspace edit that a citation can join. */
export class EntryEdit {
  readonly edit = new vscode.WorkspaceEdit();
  private declared = false;

  constructor(private readonly plan: EntryPlan) {
    plan.change?.addTo?.(this.edit);
  }

  /** The declaration's edits, when it is this document that declares: the caller joins them with its own. */
  declarationIn(document: vscode.TextDocument): readonly TextEdit[] {
    const { declaration } = this.plan;
    if (declaration?.document !== document) return [];
    this.declared = true;
    return declarationEdits(declaration) ?? [];
  }

  /**
   * `false` when nothing was changed. What went wrong besides is told.
   * @param made called once the edit is made, before bibliographies are saved: the writer goes on meanwhile
   */
  async apply(made?: () => Promise<void>): Promise<boolean> {
    const { declaration } = this.plan;
    const other = declaration && !this.declared ? declaration : undefined;
    const edits = other ? declarationEdits(other) : undefined;
    for (const { start, end, text } of edits ?? [])
      this.edit.replace(other!.document.uri, rangeOf(other!.document, start, end), text);
    const save = other && !other.document.isDirty ? savedEdit(other.document) : undefined;
    // An edit of nothing counts as refused.
    const isEmpty = this.edit.size === 0 && !this.plan.change?.addTo;
    if (!isEmpty && !(await vscode.workspace.applyEdit(this.edit))) {
      await this.plan.change?.takeBack();
      return false;
    }
    await made?.();
    if (save && !(await save())) void notify.warning(`${notSaved(nameOf(other!.document.uri))}.`);
    const failure = (await this.plan.change?.finish()) ?? this.plan.warning;
    if (failure) void notify.warning(`${failure}.`);
    return true;
  }
}
