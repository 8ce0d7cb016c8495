import * as vscode from 'vscode';
import { entriesOf } from '../../core/bibliography/entryKeys';
import { type PastedCitations, pastedCitations } from '../../core/bibliography/pastedCitations';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import type { CitationInserter } from './citationInserter';
import type { PastedReferences } from './pastedReferences';
import { StandIns } from './standIns';

/** No longer file is read when it is dropped, in bytes. */
const maxFileSize = 300_000;
const citationFile = /\.(?:bib|bibtex|ris|nbib|json|ya?ml)$/i;
/** Keys that are named while their citation is made ready. */
const namedKeys = 3;

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'addAndCite');
const title = vscode.l10n.t('Add and Cite');
const mimeTypes = ['text/plain', 'text/uri-list'];

/** Citations that come as text, BibTeX and its like, or in a file, pasted into a document or dropped on it: added to its bibliography, and cited. */
export class CitationPasteProvider
  implements vscode.DocumentPasteEditProvider, vscode.DocumentDropEditProvider
{
  private readonly standIns: StandIns;

  static register(...parts: ConstructorParameters<typeof CitationPasteProvider>): vscode.Disposable {
    const provider = new CitationPasteProvider(...parts);
    return vscode.Disposable.from(
      vscode.languages.registerDocumentPasteEditProvider(citingDocuments, provider, {
        pasteMimeTypes: mimeTypes,
        providedPasteEditKinds: [kind],
      }),
      vscode.languages.registerDocumentDropEditProvider(citingDocuments, provider, {
        dropMimeTypes: mimeTypes,
        providedDropEditKinds: [kind],
      }),
    );
  }

  constructor(
    private readonly documents: CitingDocuments,
    private readonly references: PastedReferences,
    private readonly inserter: CitationInserter,
    targets: InsertionTargets,
  ) {
    this.standIns = new StandIns(targets);
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const standIn = await this.standInFor(document, ranges, transfer, token);
    if (standIn === undefined) return undefined;
    const edit = new vscode.DocumentPasteEdit(standIn, title, kind);
    // The text itself is what one mostly wants; ours is offered beside it.
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const here = new vscode.Range(position, position);
    const standIn = await this.standInFor(document, [here], transfer, token);
    if (standIn === undefined) return undefined;
    const edit = new vscode.DocumentDropEdit(standIn, title, kind);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return edit;
  }

  private async standInFor(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<string | undefined> {
    const pasted = this.documents.citationsOf(document) && (await citationsOf(transfer));
    const keys = pasted ? entriesOf(pasted.text, pasted.format).map(({ key }) => key) : [];
    if (!pasted || !keys.length || token.isCancellationRequested) return undefined;
    const standIn = `⟨${keys.slice(0, namedKeys).join(', ')}${keys.length > namedKeys ? ', …' : ''}⟩`;
    this.standIns.whenChosen(
      { document, ranges, standIn, text: pasted.text },
      async () => pasted,
      (found, target) =>
        this.references.using(found, references => this.inserter.insert(references, target, {}, 'given')),
    );
    return standIn;
  }
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
