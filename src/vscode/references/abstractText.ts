import type * as vscode from 'vscode';
import { authorsInFull } from '../../core/display/authors';
import { bylineOf, titleOf } from '../../core/display/describe';
import type { LibraryService } from '../../core/library/libraryService';
import { referenceOfUri } from './abstractUri';

/** Abstract pages as plain text, for where VS Code shows text only: peeking at a definition. */
export class AbstractText implements vscode.TextDocumentContentProvider {
  constructor(private readonly library: LibraryService) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const id = referenceOfUri(uri);
    const reference = id && (await this.library.find([id.key], id.source ? [id.source] : []))[0];
    if (!reference) return undefined;
    const { item } = reference;
    const abstract = typeof item.abstract === 'string' ? item.abstract : undefined;
    return [titleOf(item), authorsInFull(item), bylineOf(item), abstract].filter(Boolean).join('\n\n');
  }
}
