import * as vscode from 'vscode';
import { entriesOf } from '../../core/bibliography/entryKeys';
import { type PastedCitations, pastedCitations } from '../../core/bibliography/pastedCitations';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import type { CitationInserter } from './citationInserter';
import type { PastedReferences } from './pastedReferences';
import { registerStandInEdits } from './standInEdits';

/** No longer file is read when it is dropped, in bytes. */
const maxFileSize = 300_000;
const citationFile = /\.(?:bib|bibtex|ris|nbib|json|ya?ml)$/i;
/** Keys that are named while their citation is made ready. */
const namedKeys = 3;

const mimeTypes = ['text/plain', 'text/uri-list'];

/** Citations that come as text, BibTeX and its like, or in a file, pasted into a document or dropped on it: added to its bibliography, and cited. */
export function registerCitationPaste(
  documents: CitingDocuments,
  pasted: PastedReferences,
  inserter: CitationInserter,
  targets: InsertionTargets,
): vscode.Disposable {
  return registerStandInEdits(
    {
      kind: vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'addAndCite'),
      pasteMimeTypes: mimeTypes,
      dropMimeTypes: mimeTypes,
      async offer(document, transfer, _mimeTypes, token) {
        const citations = documents.citationsOf(document) && (await citationsOf(transfer));
        if (!citations || token.isCancellationRequested) return undefined;
        const keys = entriesOf(citations.text, citations.format).map(({ key }) => key);
        if (!keys.length) return undefined;
        return {
          title: vscode.l10n.t('Add and Cite'),
          standIn: `⟨${keys.slice(0, namedKeys).join(', ')}${keys.length > namedKeys ? ', …' : ''}⟩`,
          text: citations.text,
          // The text itself is what one mostly wants; ours is offered beside it.
          yieldTo: [vscode.DocumentDropOrPasteEditKind.Text],
          find: async () => target =>
            pasted.using(citations, references => inserter.insert(references, target, {}, 'given')),
        };
      },
    },
    targets,
  );
}

/** The citations that a transfer carries, as its text or in the one file that it names. */
export async function citationsOf(transfer: vscode.DataTransfer): Promise<PastedCitations | undefined> {
  const text = await transfer.get('text/plain')?.asString();
  const found = text === undefined ? undefined : pastedCitations(text);
  if (found) return found;
  const uris = (await transfer.get('text/uri-list')?.asString())
    ?.split(/\r?\n/)
    .filter(line => /^[a-z][\w+.-]*:/i.test(line));
  return uris?.length === 1 ? citationsInFile(vscode.Uri.parse(uris[0]!)) : undefined;
}

async function citationsInFile(uri: vscode.Uri): Promise<PastedCitations | undefined> {
  if (!citationFile.test(uri.path)) return undefined;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > maxFileSize) return undefined;
    return pastedCitations(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return undefined;
  }
}
