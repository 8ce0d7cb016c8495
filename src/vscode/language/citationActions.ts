import * as vscode from 'vscode';
import type { Form } from '../../core/citing/citation';
import { citationAt } from '../../core/citing/citationAt';
import {
  addLocator,
  convertForm,
  moveKey,
  removeKey,
  reorderKeys,
} from '../../core/citing/edit/changeCitation';
import type { TextEdit } from '../../core/model/textEdit';
import type { TaskQueue } from '../../core/util/taskQueue';
import { internalCommands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { toVscodeEdit } from '../documents/textEdits';
import { notify } from '../notify';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';

const conversions: readonly { readonly form: Form; readonly title: string }[] = [
  { form: 'normal', title: vscode.l10n.t('Make the Citation Parenthetical') },
  { form: 'inText', title: vscode.l10n.t('Make the Citation In-Text') },
  { form: 'suppressAuthor', title: vscode.l10n.t('Leave the Author Out of the Citation') },
];

/** What can be done with the citation under the cursor: other forms, a locator, one key less, keys in another order. */
export class CitationActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.RefactorRewrite];

  constructor(
    private readonly documents: CitingDocuments,
    private readonly placeholders: DocumentPlaceholders,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const reading = await this.documents.citationsInProject(document);
    const found = reading && citationAt(reading, document.offsetAt(range.start));
    if (!reading || !found || found.citation.command === 'nocite') return [];
    // One that is still missing has no form.
    const placeholder = this.placeholders.at(document, range.start);
    if (placeholder && document.offsetAt(placeholder.start) <= found.citation.start) return [];
    const text = document.getText();
    const { citation, key = citation.keys[0] } = found;
    const actions: vscode.CodeAction[] = [];
    const offer = (title: string, edits: readonly TextEdit[]): void => {
      if (!edits.length) return;
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.set(
        document.uri,
        edits.map(edit => toVscodeEdit(document, edit)),
      );
      actions.push(action);
    };
    for (const { form, title } of conversions) offer(title, convertForm(text, reading, citation, form));
    if (!key) return actions;
    if (!key.crossReference) {
      const title = key.locator ? vscode.l10n.t('Change the Locator…') : vscode.l10n.t('Add a Locator…');
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      action.command = {
        command: internalCommands.addLocator,
        title: action.title,
        arguments: [document.uri, key.start],
      };
      actions.push(action);
    }
    offer(
      vscode.l10n.t('Move {0} Earlier in the Citation', key.key),
      moveKey(text, reading, citation, key, -1),
    );
    offer(vscode.l10n.t('Move {0} Later in the Citation', key.key), moveKey(text, reading, citation, key, 1));
    offer(vscode.l10n.t('Remove {0} from the Citation', key.key), removeKey(text, reading, citation, key));
    const keys = citation.keys.map(one => one.key);
    const sorted = [...keys].sort((a, b) => a.localeCompare(b, 'en'));
    if (sorted.some((one, index) => one !== keys[index]))
      offer(vscode.l10n.t('Sort the Keys of the Citation'), reorderKeys(text, reading, citation, sorted));
    return actions;
  }
}

/** Asks for a locator and gives it to the key at an offset. */
export async function askForLocator(
  { documents, targets, queue }: LocatorParts,
  uri: vscode.Uri,
  keyStart: number,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = document.positionAt(keyStart);
  // It follows what is edited while the question is open.
  const { cursors } = targets.at(document, [new vscode.Selection(place, place)], undefined);
  const before = locatorAt(documents, document, keyStart);
  const locator = await vscode.window.showInputBox({
    title: before ? vscode.l10n.t('Change the Locator') : vscode.l10n.t('Add a Locator'),
    ...(before && { value: before }),
    prompt: vscode.l10n.t('Where in the work: p. 3, pp. 3–5, chap. 2, sec. 4'),
    placeHolder: 'p. 3',
  });
  if (!locator?.trim() || locator.trim() === before) return;
  const isGiven = await queue.run(async () => {
    const reading = documents.citationsOf(document);
    const found = reading && citationAt(reading, cursors()[0]!);
    if (!reading || !found?.key) return false;
    const edits = addLocator(document.getText(), reading, found.citation, found.key, locator.trim());
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      uri,
      edits.map(one => toVscodeEdit(document, one)),
    );
    return vscode.workspace.applyEdit(edit);
  });
  if (!isGiven)
    void notify.warning(vscode.l10n.t('The locator could not be added: the document was changed meanwhile.'));
}

interface LocatorParts {
  readonly documents: CitingDocuments;
  readonly targets: InsertionTargets;
  readonly queue: TaskQueue;
}

function locatorAt(
  documents: CitingDocuments,
  document: vscode.TextDocument,
  keyStart: number,
): string | undefined {
  const parsed = documents.citationsOf(document);
  return parsed && citationAt(parsed, keyStart)?.key?.locator;
}
