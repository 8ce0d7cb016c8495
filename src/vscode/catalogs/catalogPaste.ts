import * as vscode from 'vscode';
import { insertCitation } from '../../core/citing/edit/insertCitation';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import type { GivenEdits } from '../citing/givenEdits';
import type { CitingDocuments } from '../documents/citingDocuments';
import { citingDocuments } from '../documents/languages';
import { rangeOf } from '../documents/textEdits';
import { EntryEdit } from '../entries/entryEdit';
import type { EntryPlanner } from '../entries/entryPlanner';
import { prepareEntries } from '../entries/prepareEntries';
import { notify } from '../notify';
import { settings } from '../settings';
import { signalOf } from './abortSignal';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { identifierIn } from './droppedIdentifier';

export const lookUpKind = vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'lookUp');
/** What goes before ours where the writer has not chosen otherwise. */
export const plainKinds = [
  vscode.DocumentDropOrPasteEditKind.Text,
  vscode.DocumentDropOrPasteEditKind.Empty.append('uri'),
  vscode.DocumentDropOrPasteEditKind.Empty.append('markdown'),
];

interface Place {
  readonly text: string;
  readonly document: vscode.TextDocument;
  readonly ranges: readonly vscode.Range[];
}

class CitePaste extends vscode.DocumentPasteEdit {
  constructor(
    title: string,
    readonly place: Place,
  ) {
    super('', title, lookUpKind);
  }
}

/** “Cite 10.1145/…” for an identifier, or an address that carries one, that is pasted. Asked for is only what is chosen. */
export class CatalogPaste implements vscode.DocumentPasteEditProvider<CitePaste> {
  static register(...parts: ConstructorParameters<typeof CatalogPaste>): vscode.Disposable {
    const provider = new CatalogPaste(...parts);
    return vscode.languages.registerDocumentPasteEditProvider(citingDocuments, provider, {
      pasteMimeTypes: ['text/plain'],
      providedPasteEditKinds: [lookUpKind],
    });
  }

  constructor(
    private readonly desk: CatalogDesk,
    private readonly citer: CatalogCiter,
    private readonly documents: CitingDocuments,
    private readonly entries: EntryPlanner,
    private readonly given: GivenEdits,
  ) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
  ): Promise<CitePaste[] | undefined> {
    const place = await this.placeFor(document, ranges, transfer, ['text/plain']);
    if (!place) return undefined;
    const edit = new CitePaste(titleFor(place.text), place);
    if (settings.catalogs().paste !== 'citation') edit.yieldTo = plainKinds;
    return [edit];
  }

  async resolveDocumentPasteEdit(edit: CitePaste, token: vscode.CancellationToken): Promise<CitePaste> {
    const additional = await this.editFor(edit.place, token);
    if (additional) edit.additionalEdit = additional;
    else edit.insertText = edit.place.text;
    return edit;
  }

  private async placeFor(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    types: readonly string[],
  ): Promise<Place | undefined> {
    if (!this.desk.isOn || !this.documents.citationsOf(document)) return undefined;
    const text = await identifierIn(transfer, types);
    return text ? { text, document, ranges } : undefined;
  }

  /** The citation, its entry and the declaration of its bibliography. `undefined` when it came to nothing, which is told. */
  private async editFor(
    { text, document, ranges }: Place,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    void prepareEntries(document, this.documents, this.entries);
    const found = await this.desk.find(text, signalOf(token));
    if (token.isCancellationRequested) return undefined;
    const work = found.works[0];
    if (!work) {
      void notify.warning(found.error ?? vscode.l10n.t('Nothing was found.'));
      return undefined;
    }
    const reference = await this.citer.reference(work, document);
    const answer = reference && (await this.entries.ask(document, [reference], 'given'));
    if (!answer) return undefined;
    return this.given.give(async () => {
      const plan = await this.entries.plan(document, [reference], answer);
      const parsed = this.documents.citationsOf(document);
      if (!parsed) return undefined;
      const entry = new EntryEdit(plan);
      for (const range of ranges) {
        const { edits } = insertCitation(
          document.getText(),
          document.offsetAt(range.end),
          plan.keys,
          parsed.language,
          { parsed },
        );
        for (const { start, end, text: added } of edits)
          entry.edit.replace(document.uri, rangeOf(document, start, end), added);
      }
      for (const { start, end, text: added } of entry.declarationIn(document))
        entry.edit.replace(document.uri, rangeOf(document, start, end), added);
      const { edit, afterwards } = entry.prepared();
      return { edit, document, text: plan.keys[0]!, afterwards };
    });
  }
}

export function titleFor(text: string): string {
  return vscode.l10n.t('Cite {0}', identifierLabel(parseIdentifier(text)!));
}
