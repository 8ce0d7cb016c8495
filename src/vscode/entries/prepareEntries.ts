import type * as vscode from 'vscode';
import type { CitingDocuments } from '../documents/citingDocuments';
import { openAhead } from './bibliographyFile';
import type { EntryPlanner } from './entryPlanner';

/** Gets ready what citing in a document needs, while something else is waited for. What fails here is told when it is needed. */
export async function prepareEntries(
  document: vscode.TextDocument,
  documents: CitingDocuments,
  entries: EntryPlanner,
): Promise<void> {
  try {
    await documents.bibliographiesOf(document);
    const target = await entries.usualPlace(document);
    if (target) await openAhead(target.uri);
  } catch {
    // Then it is not ready.
  }
}
