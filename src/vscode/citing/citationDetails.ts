import * as vscode from 'vscode';
import type { Form } from '../../core/citing/citation';
import type { InsertionOptions } from '../../core/citing/edit/insertCitation';
import type { InsertionTarget } from '../documents/insertionTarget';
import { setting } from '../settings';

/** How a citation is to be written, beyond its keys. */
export type CitationDetails = Pick<InsertionOptions, 'form' | 'prefix' | 'locator'>;

/** The form that citations of a document have where nothing else is said, and the other one, by the setting of its language. */
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

const forms: readonly (vscode.QuickPickItem & { readonly form: Form })[] = [
  { label: 'Parenthetical', description: '(Roe 2020) · [@roe2020] · \\citep', form: 'normal' },
  { label: 'In the text', description: 'Roe (2020) · @roe2020 · \\citet', form: 'inText' },
  {
    label: 'Without the author',
    description: '(2020) · [-@roe2020] · \\citeyearpar',
    form: 'suppressAuthor',
  },
];

/** Asks for the form, what goes before and where in the work; `undefined` when the writer thinks better of it. */
export async function askForDetails(): Promise<CitationDetails | undefined> {
  const form = await vscode.window.showQuickPick(forms, { title: 'Form of the Citation (1/3)' });
  if (!form) return undefined;
  const prefix = await vscode.window.showInputBox({
    title: 'Before the Citation (2/3)',
    placeHolder: 'see, e.g., cf.; empty for nothing',
  });
  if (prefix === undefined) return undefined;
  const locator = await vscode.window.showInputBox({
    title: 'Where in the Work (3/3)',
    placeHolder: 'p. 3, pp. 3–5, chap. 2; “p. ” to type the page in the document; empty for the whole work',
  });
  if (locator === undefined) return undefined;
  return {
    form: form.form,
    ...(prefix.trim() && { prefix: prefix.trim() }),
    // A space behind “p.” says that the number comes in the document.
    ...(locator.trim() && { locator: /\d/.test(locator) ? locator.trim() : locator.trimStart() }),
  };
}
