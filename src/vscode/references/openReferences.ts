import * as vscode from 'vscode';
import { linksOf } from '../../core/display/links';
import type { LibraryReference } from '../../core/library/libraryService';
import { notify } from '../notify';
import { abstractUri } from './abstractUri';

/** The custom editor that package.json declares for abstract pages. */
export const abstractViewType = 'literature.abstract';

export async function openAbstracts(
  references: readonly LibraryReference[],
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const preview = references.length === 1;
  for (const reference of references)
    await vscode.commands.executeCommand('vscode.openWith', abstractUri(reference), abstractViewType, {
      preview,
      ...options,
    });
}

export async function openOnWeb(references: readonly LibraryReference[]): Promise<void> {
  const without: LibraryReference[] = [];
  for (const reference of references) {
    const [link] = linksOf(reference.item);
    if (link) await vscode.env.openExternal(vscode.Uri.parse(link.url));
    else without.push(reference);
  }
  if (without.length)
    void notify.information(
      vscode.l10n.t('No web address is known for {0}.', without.map(({ key }) => key).join(', ')),
    );
}
