import * as vscode from 'vscode';
import { formatReference } from '../../core/display/formatReference';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';

/** How long the status bar says what was copied. */
const messageMilliseconds = 4000;

export async function copyKeys(references: readonly LibraryReference[]): Promise<void> {
  const keys = references.map(({ key }) => key).join(', ');
  await copy(keys, `Copied ${keys}`);
}

export async function copyBibtex(
  library: LibraryService,
  references: readonly LibraryReference[],
): Promise<void> {
  const entries = await Promise.all(
    references.map(({ key, origin }) => library.bibtex(key, [origin.source])),
  );
  const text = entries.filter(entry => entry !== undefined).join('\n');
  await copy(text, `Copied the BibTeX of ${named(references)}`);
}

export async function copyFormatted(references: readonly LibraryReference[]): Promise<void> {
  const text = references.map(({ item }) => formatReference(item)).join('\n');
  await copy(text, `Copied the reference of ${named(references)}`);
}

async function copy(text: string, message: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(message, messageMilliseconds);
}

function named(references: readonly LibraryReference[]): string {
  return references.length === 1 ? references[0]!.key : `${references.length} papers`;
}
