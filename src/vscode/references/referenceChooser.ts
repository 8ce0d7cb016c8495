import * as vscode from 'vscode';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import { keyUnderCursor } from '../language/citationNavigation';
import { notify } from '../notify';
import type { LibrarySearch } from '../search/librarySearch';
import { referenceOfUri } from './abstractUri';
import { locatorIn, type ReferenceId, referenceIds } from './referenceId';

/** The argument of a key binding in our trees, which means the row with the focus. */
const focusedRow = 'focused';

/** Finds out which references a command is about: from its arguments, else from the cursor, else by asking. */
export class ReferenceChooser {
  constructor(
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly search: LibrarySearch,
    private readonly focusedRows: () => Promise<readonly unknown[]>,
  ) {}

  /**
   * @param argument what the command was given: a key, a `ReferenceId`, a row of the library view, an abstract page's address
   * @param selected all selected rows, when it was run from the menu of one
   * @param purpose title of the search that asks, when nothing was given: `Copy BibTeX`
   */
  async choose(argument: unknown, selected: unknown, purpose: string): Promise<readonly LibraryReference[]> {
    if (argument === focusedRow) {
      const rows = referenceIds([...(await this.focusedRows())]);
      if (!rows.length) notify.status(vscode.l10n.t('Go to a paper in the list first'));
      return this.find(rows);
    }
    const given = this.idsIn(argument, selected);
    if (given.length) return this.find(given);
    const cited = (await this.atCursor())?.reference;
    if (cited) return [cited];
    return (await this.search.pick({ title: purpose, several: 'never' }))?.references ?? [];
  }

  private idsIn(argument: unknown, selected: unknown): readonly ReferenceId[] {
    if (argument instanceof vscode.Uri) {
      const id = referenceOfUri(argument);
      return id ? [id] : [];
    }
    return referenceIds(Array.isArray(selected) && selected.length ? selected : argument);
  }

  /** The references with these ids, in their order; says which there are not. */
  async find(ids: readonly ReferenceId[]): Promise<readonly LibraryReference[]> {
    const found = await Promise.all(
      ids.map(async ({ key, source }) => (await this.library.find([key], source ? [source] : []))[0]),
    );
    const missing = ids.filter((_, index) => !found[index]).map(({ key }) => key);
    if (missing.length)
      void notify.warning(
        vscode.l10n.t('The library has no reference with the key {0}.', missing.join(', ')),
      );
    return found.filter(reference => reference !== undefined);
  }

  /** The locator that a link said, or that stands with the key at the cursor, of which the command is when it was given nothing. */
  async locator(argument: unknown): Promise<string | undefined> {
    if (argument !== undefined) return locatorIn(argument);
    return (await this.atCursor())?.locator;
  }

  /** The bibliographies of the document in hand. */
  async sources(): Promise<readonly string[]> {
    const document = vscode.window.activeTextEditor?.document;
    return document ? (await this.documents.bibliographiesOf(document)).sources : [];
  }

  private async atCursor(): Promise<{ reference: LibraryReference; locator?: string } | undefined> {
    const editor = vscode.window.activeTextEditor;
    const cited = editor && (await keyUnderCursor(this.documents, editor.document, editor.selection.active));
    if (!cited) return undefined;
    const { sources } = await this.documents.bibliographiesOf(editor.document);
    const [reference] = await this.library.find([cited.key], sources);
    return reference && { reference, ...(cited.locator && { locator: cited.locator }) };
  }
}
