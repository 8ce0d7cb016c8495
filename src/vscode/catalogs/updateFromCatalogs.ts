import * as vscode from 'vscode';
import { detectFormat } from '../../core/bibliography/detectFormat';
import { entriesOf } from '../../core/bibliography/entryKeys';
import { formatOf } from '../../core/bibliography/formats';
import { readQuery } from '../../core/catalogs/query';
import { entryItem, retractionForPeople } from '../../core/catalogs/records/entryItem';
import type { FoundWork } from '../../core/catalogs/records/mergeRecords';
import { isAlike } from '../../core/catalogs/records/sameWork';
import { formatReference } from '../../core/display/formatReference';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { identifierLabel, sameIdentifier } from '../../core/model/identifiers/identifier';
import { itemIdentifiers } from '../../core/model/identifiers/itemIdentifiers';
import { rangeOf } from '../documents/textEdits';
import type { WriteGate } from '../entries/writeGate';
import { notify } from '../notify';
import type { CatalogDesk } from './catalogDesk';

/** Of a large bibliography so many entries are looked up at a time: services are asked one after the other. */
const atATime = 100;

/** Fills what entries of a bibliography lack from the catalogs. Each change is shown as a difference, to be taken or left. */
export class CatalogUpdate {
  constructor(
    private readonly desk: CatalogDesk,
    private readonly library: LibraryService,
    private readonly gate: WriteGate,
  ) {}

  /** The whole bibliography in the editor, or what is selected of it. */
  async updateEditor(editor: vscode.TextEditor): Promise<void> {
    const { document, selections } = editor;
    const inFile = await this.library.contents(document.uri.toString());
    const wanted = selections.filter(selection => !selection.isEmpty);
    const chosen = inFile.filter(({ origin }) => {
      if (wanted.length === 0) return true;
      if (origin.start === undefined || origin.end === undefined) return false;
      const range = rangeOf(document, origin.start, origin.end);
      return wanted.some(selection => selection.intersection(range));
    });
    await this.update(document.uri, chosen);
  }

  /** References of one file. */
  async update(uri: vscode.Uri, references: readonly LibraryReference[]): Promise<void> {
    const obstacle = this.desk.obstacle();
    if (obstacle) return void notify.warning(obstacle);
    const lacking = references.filter(isLacking);
    if (lacking.length === 0)
      return void notify.information(vscode.l10n.t('Nothing is missing that a catalog could fill in.'));
    const file = await this.gate.passAsking(uri, 'bibliography', uri, vscode.l10n.t('Update from Catalogs'));
    if ('refusal' in file) return void notify.warning(`${file.refusal}.`);
    const title =
      lacking.length === 1
        ? vscode.l10n.t('Looking up {0}', lacking[0]!.key)
        : vscode.l10n.t('Looking up {0} entries', Math.min(lacking.length, atATime));
    const found = await notify.progress(title, signal => this.lookUp(lacking.slice(0, atATime), signal));
    if (!found) return;
    await this.propose(uri, found);
    if (lacking.length > atATime)
      void notify.information(
        vscode.l10n.t('{0} more entries lack something: run it again for these.', lacking.length - atATime),
      );
  }

  private async lookUp(references: readonly LibraryReference[], signal: AbortSignal) {
    const found: { reference: LibraryReference; work: FoundWork }[] = [];
    const failures = new Set<string>();
    for (const reference of references) {
      const identifiers = itemIdentifiers(reference.item);
      const identifier = identifiers[0];
      const question = identifier ? identifierLabel(identifier) : formatReference(reference.item);
      // Without identifier only a whole reference says which work is meant.
      if (!identifier && readQuery(question).query.kind !== 'reference') continue;
      const { works, failures: failed } = await this.desk.find(question, signal);
      signal.throwIfAborted();
      for (const { message } of failed) failures.add(message);
      const work = works.find(
        one =>
          one.identifiers.some(other => identifiers.some(own => sameIdentifier(own, other))) ||
          isAlike(one.item, reference.item),
      );
      if (work) found.push({ reference, work });
    }
    if (found.length === 0 && failures.size > 0) throw new Error([...failures].join(' '));
    return found;
  }

  /** In VS Code's preview of changes, where each entry has its own box and its own difference. */
  private async propose(
    uri: vscode.Uri,
    found: readonly { reference: LibraryReference; work: FoundWork }[],
  ): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const text = document.getText();
    const format = detectFormat(uri.path, text);
    const entries = new Map(format && entriesOf(text, format).map(entry => [entry.key, entry]));
    const edit = new vscode.WorkspaceEdit();
    let changes = 0;
    for (const { reference, work } of found) {
      const entry = entries.get(reference.key);
      const fill = format && entry && formatOf(format).fill(text, entry, entryItem(work, reference.key));
      if (!fill) continue;
      const at = document.positionAt(fill.edit.start);
      const retraction = retractionForPeople(work);
      edit.insert(uri, at, fill.edit.text, {
        needsConfirmation: true,
        label: reference.key,
        description: `${fill.fields.join(', ')}${retraction ? ` (${retraction})` : ''}`,
      });
      changes++;
    }
    if (changes === 0)
      return void notify.information(vscode.l10n.t('The catalogs know nothing that is missing here.'));
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  }
}

/** A reference as the bibliography has it that it is in; `undefined` when it is in none. */
export function inBibliography(
  reference: LibraryReference,
): { uri: vscode.Uri; reference: LibraryReference } | undefined {
  const origin = reference.origins.find(
    ({ source }) => /^[a-z][\w+.-]*:\/\//i.test(source) && detectFormat(source) !== undefined,
  );
  return (
    origin && {
      uri: vscode.Uri.parse(origin.source, true),
      reference: { ...reference, key: origin.key, origin },
    }
  );
}

/** Without DOI, or an article without what a reader needs to find it. */
function isLacking({ item }: LibraryReference): boolean {
  const isArticle = item.type === 'article-journal';
  return !item.DOI || !item.abstract || (isArticle && (!item.volume || !item.page));
}
