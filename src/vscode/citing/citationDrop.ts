import * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import { citationLanguage } from '../../core/citing/citationLanguages';
import { citedKeys } from '../../core/citing/citedKeys';
import { insertCitation } from '../../core/citing/edit/insertCitation';
import { applyEdits } from '../../core/model/textEdit';
import { onceChanged } from '../documents/changes/onceChanged';
import type { CitingDocuments } from '../documents/citingDocuments';
import { citingDocuments } from '../documents/languages';
import { toVscodeEdit } from '../documents/textEdits';
import type { EntryPlanner } from '../entries/entryPlanner';
import type { ReferenceChooser } from '../references/referenceChooser';
import { referenceIds } from '../references/referenceId';
import { referencesMimeType } from '../tree/libraryDrag';
import type { AfterInsert } from './afterInsert';

/** An edit that is not made within this time was not chosen, or cancelled, in milliseconds. */
const madeWithin = 10_000;

const citationKind = vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'citation');

/** Papers dragged from the library into a document are cited where they are dropped. */
export class CitationDropProvider implements vscode.DocumentDropEditProvider {
  static register(...parts: ConstructorParameters<typeof CitationDropProvider>): vscode.Disposable {
    return vscode.languages.registerDocumentDropEditProvider(
      citingDocuments,
      new CitationDropProvider(...parts),
      { dropMimeTypes: [referencesMimeType], providedDropEditKinds: [citationKind] },
    );
  }

  constructor(
    private readonly documents: CitingDocuments,
    private readonly chooser: ReferenceChooser,
    private readonly entries: EntryPlanner,
    private readonly followUp: AfterInsert,
  ) {}

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const dragged = await transfer.get(referencesMimeType)?.asString();
    const reading = this.documents.citationsOf(document);
    if (!dragged || !reading) return undefined;
    const references = await this.chooser.find(referenceIds(JSON.parse(dragged)));
    const { keys } = await this.entries.citedAs(document, references);
    if (!keys.length || token.isCancellationRequested) return undefined;

    const offset = document.offsetAt(position);
    const { edits, isMoved, isRefused } = insertCitation(document.getText(), offset, keys, reading.language, {
      parsed: reading,
    });
    // In code and the like a citation would be none: there the keys themselves are dropped.
    if (isMoved || isRefused || !isReadAs(applyEdits(document.getText(), edits), keys, reading))
      return new vscode.DocumentDropEdit(keys.join(', '), vscode.l10n.t('Drop the Keys'), citationKind);
    const here = edits.find(({ start, end }) => start === offset && end === offset);
    const drop = new vscode.DocumentDropEdit(here?.text ?? '', vscode.l10n.t('Cite'), citationKind);
    const others = edits.filter(edit => edit !== here).map(edit => toVscodeEdit(document, edit));
    if (others.length) {
      drop.additionalEdit = new vscode.WorkspaceEdit();
      drop.additionalEdit.set(document.uri, others);
    }
    // Not before: a document that changes meanwhile loses the drop.
    const { key } = references[0]!;
    onceChanged(
      document,
      ({ text }) => text.includes(key),
      madeWithin,
      () => void this.followUp.after(document, references),
    );
    return drop;
  }
}

/** Whether a text, read as the document is, cites these keys. */
function isReadAs(text: string, keys: readonly string[], parsed: DocumentCitations): boolean {
  const cited = new Set(
    citedKeys(citationLanguage(parsed.language).readLike(text, parsed)).map(({ key }) => key),
  );
  return keys.every(key => cited.has(key));
}
