import * as vscode from 'vscode';
import { type PastedCitations, pastedCitations } from '../../core/bibliography/pastedCitations';
import { insertCitation } from '../../core/citing/edit/insertCitation';
import type { TextEdit } from '../../core/model/textEdit';
import type { CitingDocuments } from '../documents/citingDocuments';
import { citingDocuments } from '../documents/languages';
import { rangeOf } from '../documents/textEdits';
import { EntryEdit } from '../entries/entryEdit';
import type { EntryPlanner } from '../entries/entryPlanner';
import type { GivenEdits } from './givenEdits';
import type { PastedReferences } from './pastedReferences';

/** No longer file is read when it is dropped, in bytes. */
const maxFileSize = 300_000;
const citationFile = /\.(?:bib|bibtex|ris|nbib|json|ya?ml)$/i;

export const addAndCiteKind = vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'addAndCite');
export const addAndCiteTitle = vscode.l10n.t('Add and Cite');

/** What stands where the text would go, and the references that it is. */
interface Insertion {
  readonly document: vscode.TextDocument;
  readonly pasted: PastedCitations;
  readonly keys: readonly string[];
  readonly text: string;
  /** Of the same document, before anything is pasted. */
  readonly others: readonly TextEdit[];
}

class PasteEdit extends vscode.DocumentPasteEdit {
  constructor(readonly insertion: Insertion) {
    super(insertion.text, addAndCiteTitle, addAndCiteKind);
    // The text itself is what one mostly wants; ours is offered beside it.
    this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  }
}

/** Citations that come as text, BibTeX and its like, pasted into a document: added to its bibliography, and cited. */
export class CitationPasteProvider implements vscode.DocumentPasteEditProvider<PasteEdit> {
  static register(...parts: ConstructorParameters<typeof CitationPasteProvider>): vscode.Disposable {
    return vscode.languages.registerDocumentPasteEditProvider(
      citingDocuments,
      new CitationPasteProvider(...parts),
      { pasteMimeTypes: ['text/plain', 'text/uri-list'], providedPasteEditKinds: [addAndCiteKind] },
    );
  }

  constructor(
    private readonly documents: CitingDocuments,
    private readonly entries: EntryPlanner,
    private readonly references: PastedReferences,
    private readonly given: GivenEdits,
  ) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range]: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined> {
    const insertion = range && (await this.insertionFor(document, range, transfer, token));
    return insertion && [new PasteEdit(insertion)];
  }

  async resolveDocumentPasteEdit(edit: PasteEdit): Promise<PasteEdit> {
    edit.additionalEdit = (await this.additionalEdit(edit.insertion)) ?? new vscode.WorkspaceEdit();
    return edit;
  }

  private async insertionFor(
    document: vscode.TextDocument,
    range: vscode.Range,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<Insertion | undefined> {
    const parsed = this.documents.citationsOf(document);
    const pasted = parsed && (await citationsOf(transfer));
    if (!parsed || !pasted || token.isCancellationRequested) return undefined;
    const keys = await this.references.using(
      pasted,
      async found => (await this.entries.citedAs(document, found)).keys,
    );
    if (!keys.length || token.isCancellationRequested) return undefined;
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const whole = document.getText();
    // What is selected is replaced.
    const text = whole.slice(0, start) + whole.slice(end);
    const { edits } = insertCitation(text, start, keys, parsed.language, start === end ? { parsed } : {});
    const here = edits.find(edit => edit.start === start && edit.end === start);
    const others = edits
      .filter(edit => edit !== here)
      .map(edit =>
        edit.start >= start
          ? { ...edit, start: edit.start + end - start, end: edit.end + end - start }
          : edit,
      );
    return { document, pasted, keys, text: here?.text ?? '', others };
  }

  /** The entries that are lacking, with the rest of the citation: made when the edit is chosen, for only then may something be asked. */
  private async additionalEdit({
    document,
    pasted,
    keys,
    others,
    text,
  }: Insertion): Promise<vscode.WorkspaceEdit | undefined> {
    const answer = await this.references.using(pasted, found => this.entries.ask(document, found, 'given'));
    return this.given.give(async () => {
      const plan =
        answer && (await this.references.using(pasted, found => this.entries.plan(document, found, answer)));
      const entryEdit = new EntryEdit(plan ?? { keys });
      const inDocument = [...others, ...entryEdit.declarationIn(document)];
      for (const edit of inDocument)
        entryEdit.edit.replace(document.uri, rangeOf(document, edit.start, edit.end), edit.text);
      const { edit, afterwards } = entryEdit.prepared();
      return { edit, document, text: text || (others[0]?.text ?? ''), afterwards };
    });
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
