import * as vscode from 'vscode';
import type { Form } from '../../core/citing/citation';
import { citationLanguage } from '../../core/citing/citationLanguages';
import type { CitedNotes, InsertionOptions } from '../../core/citing/edit/insertCitation';
import { shortReference } from '../../core/display/shortReference';
import { plainLabel } from '../../core/display/text/plainText';
import type { LibraryReference } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget } from '../documents/insertionTarget';
import { setting } from '../settings';

/** How a citation is to be written, beyond its keys. */
export type CitationDetails = Pick<InsertionOptions, 'form' | 'command' | 'notes' | 'prefix' | 'locator'>;

/** The form that citations of a document have where nothing else is said, by the setting of its language. */
export function defaultForm(document: vscode.TextDocument): Form {
  return setting('citationForm', 'parenthetical', document) === 'inText' ? 'inText' : 'normal';
}

/** The form that was asked for in a list. */
export function formOf(
  { otherForm }: { readonly otherForm?: boolean },
  target: InsertionTarget | undefined,
): CitationDetails {
  if (!otherForm || !target) return {};
  return { form: defaultForm(target.document) === 'inText' ? 'normal' : 'inText' };
}

interface FormItem extends vscode.QuickPickItem {
  readonly details?: Pick<CitationDetails, 'form' | 'command'>;
}

const forms: readonly FormItem[] = [
  { label: vscode.l10n.t('Parenthetical'), description: '(Roe 2020)', details: { form: 'normal' } },
  { label: vscode.l10n.t('In the Text'), description: 'Roe (2020)', details: { form: 'inText' } },
  { label: vscode.l10n.t('Without the Author'), description: '(2020)', details: { form: 'suppressAuthor' } },
];

/** Asks for the form, then for each paper what goes before and after it; `undefined` when the writer thinks better of it. */
export async function askForDetails(
  documents: CitingDocuments,
  { document }: InsertionTarget,
  references: readonly LibraryReference[],
): Promise<CitationDetails | undefined> {
  const commands = commandItems(documents, document);
  const items = commands.length
    ? [...forms, { label: vscode.l10n.t('Commands'), kind: vscode.QuickPickItemKind.Separator }, ...commands]
    : forms;
  const form = await vscode.window.showQuickPick<FormItem>(items, {
    title: vscode.l10n.t('Form of the Citation'),
  });
  if (!form?.details) return undefined;
  const notes: CitedNotes[] = [];
  for (const [at, reference] of references.entries()) {
    const which = references.length > 1 ? ` (${at + 1}/${references.length})` : '';
    const one = await askForNotes(plainLabel(shortReference(reference.item)) + which);
    if (!one) return undefined;
    notes.push(one);
  }
  return { ...form.details, notes };
}

/** Every command that the document's packages have, or that it defines, to cite with. */
function commandItems(documents: CitingDocuments, document: vscode.TextDocument): FormItem[] {
  const parsed = documents.citationsOf(document);
  const commands = parsed && citationLanguage(parsed.language).citingCommands?.(parsed);
  return (commands ?? []).map(({ name, form }) => ({ label: `\\${name}`, details: { command: name, form } }));
}

async function askForNotes(what: string): Promise<CitedNotes | undefined> {
  const prefix = await vscode.window.showInputBox({
    title: vscode.l10n.t('Before {0}', what),
    placeHolder: vscode.l10n.t('see, e.g., cf.; empty for nothing'),
  });
  if (prefix === undefined) return undefined;
  const locator = await vscode.window.showInputBox({
    title: vscode.l10n.t('Where in {0}, and What Follows', what),
    placeHolder: vscode.l10n.t(
      'p. 3, pp. 3–5, chap. 2, and elsewhere; “p. ” to type the page in the document; or nothing',
    ),
  });
  if (locator === undefined) return undefined;
  return {
    ...(prefix.trim() && { prefix: prefix.trim() }),
    // A space behind “p.” says that the number comes in the document.
    ...(locator.trim() && { locator: /\d/.test(locator) ? locator.trim() : locator.trimStart() }),
  };
}
