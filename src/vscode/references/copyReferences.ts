import * as vscode from 'vscode';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { citeprocAttribution } from '../formatting/attribution';
import { styleOf } from '../formatting/citationStyles';
import type { FormatterHost } from '../formatting/formatterHost';
import { notify } from '../notify';
import type { StyledReference } from './abstractEditor';

export async function copyKeys(references: readonly LibraryReference[]): Promise<void> {
  const keys = references.map(({ key }) => key).join(', ');
  await copy(keys, vscode.l10n.t('Copied {0}', keys));
}

export async function copyBibtex(
  library: LibraryService,
  references: readonly LibraryReference[],
): Promise<void> {
  const entries = await Promise.all(
    references.map(({ key, origin }) => library.bibtex(key, [origin.source])),
  );
  const text = entries.filter(entry => entry !== undefined).join('\n');
  await copy(text, vscode.l10n.t('Copied the BibTeX of {0}', named(references)));
}

/** By the citation style of the settings; what it cannot format is listed plainly. */
export async function copyFormatted(
  formatter: FormatterHost,
  extensionUri: vscode.Uri,
  references: readonly LibraryReference[],
): Promise<void> {
  const style = await styleOf(extensionUri, vscode.window.activeTextEditor?.document.uri, undefined);
  const items = references.map(({ item, key }) => ({ ...item, id: key }));
  const { entries, problem } = await formatter.format(items, style.text, 'text');
  if (problem) void notify.warning(problem);
  const text = entries.map(entry => entry.text).join('\n');
  await copy(
    text,
    vscode.l10n.t(
      'Copied the reference of {0} in {1}. {2}',
      named(references),
      style.label,
      citeprocAttribution,
    ),
  );
}

/** A reference by the citation style of the settings; `undefined` where it cannot be formatted. */
export async function styledReference(
  formatter: FormatterHost,
  extensionUri: vscode.Uri,
  { item, key }: LibraryReference,
): Promise<StyledReference | undefined> {
  const style = await styleOf(extensionUri, vscode.window.activeTextEditor?.document.uri, undefined);
  const { entries, problem } = await formatter.format([{ ...item, id: key }], style.text, 'text');
  const formatted = entries[0]?.text.trim();
  return formatted && !problem ? { formatted, style: style.label } : undefined;
}

async function copy(text: string, message: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  notify.status(message);
}

function named(references: readonly LibraryReference[]): string {
  return references.length === 1 ? references[0]!.key : vscode.l10n.t('{0} papers', references.length);
}
