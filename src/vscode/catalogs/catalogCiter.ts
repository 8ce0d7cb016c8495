import * as vscode from 'vscode';
import { readQuery } from '../../core/catalogs/query';
import { publishedAmong, publishedVersion, workNotes } from '../../core/catalogs/records/describeWork';
import type { FoundWork } from '../../core/catalogs/records/mergeRecords';
import { describe } from '../../core/display/describe';
import { plainLabel } from '../../core/display/text/plainText';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import type { CitationDetails } from '../citing/citationDetails';
import type { CitationInserter } from '../citing/citationInserter';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget } from '../documents/insertionTarget';
import { rangeOf } from '../documents/textEdits';
import type { BibliographyTarget } from '../entries/bibliographyTargets';
import { EntryEdit } from '../entries/entryEdit';
import type { EntryAnswer } from '../entries/entryPlan';
import type { EntryPlanner } from '../entries/entryPlanner';
import { notify } from '../notify';
import { settings } from '../settings';
import type { CatalogDesk } from './catalogDesk';
import { asReference, foundReference, inLibrary, isFromCatalog } from './foundReference';
import type { FoundWorks } from './foundWorks';
import { type ReviewedPlace, reviewEntry } from './reviewEntry';

/** Looks works up and cites them: what is in the library already is cited as it is there. */
export class CatalogCiter {
  constructor(
    private readonly desk: CatalogDesk,
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly entries: EntryPlanner,
    private readonly inserter: CitationInserter,
    private readonly found: FoundWorks,
  ) {}

  /** Asks for an identifier or a reference, ready with what the clipboard holds, and cites what it names. */
  async addByIdentifier(target: InsertionTarget | undefined, given?: string): Promise<void> {
    if (this.refuses()) return;
    const text = given ?? (await askForIdentifier());
    if (!text) return;
    const references = await this.allLookedUp(text, target?.document);
    if (references.length > 0) await this.cite(references, target);
  }

  /** Cites references that were picked in a list, some of them perhaps from outside. */
  async cite(
    references: readonly LibraryReference[],
    target: InsertionTarget | undefined,
    details: CitationDetails = {},
  ): Promise<void> {
    const consent = references.some(isFromCatalog) ? 'given' : 'setting';
    await this.inserter.insert(references, target, details, consent);
  }

  /** What a text names: one work, or the one the writer chooses. `undefined` when there is none, which is told, or it was cancelled. */
  async lookedUp(text: string, document?: vscode.TextDocument): Promise<LibraryReference | undefined> {
    return (await this.allLookedUp(text, document))[0];
  }

  /** The same, or all works that a text states by their identifiers. */
  private async allLookedUp(
    text: string,
    document?: vscode.TextDocument,
  ): Promise<readonly LibraryReference[]> {
    const known = await this.inLibrary(text, document);
    if (known) return [known];
    const found = await notify.progress(vscode.l10n.t('Looking up {0}', shown(text)), signal => {
      const asked = this.desk.find(text, signal);
      if (document) void this.entries.prepare(document);
      return asked;
    });
    if (!found) return [];
    if (found.works.length === 0) {
      void notify.warning(found.error ?? vscode.l10n.t('Nothing was found.'));
      return [];
    }
    if (document) this.entries.lookAhead(document);
    for (const { kind, message } of found.failures) if (kind === 'not-found') void notify.warning(message);
    const references: LibraryReference[] = [];
    for (const work of await meantOf(found.works, text)) {
      const reference = await this.reference(work, document);
      if (!reference) return [];
      references.push(reference);
    }
    return references;
  }

  /** The library's own work that an identifier names: nobody need be asked for it. */
  private async inLibrary(
    text: string,
    document: vscode.TextDocument | undefined,
  ): Promise<LibraryReference | undefined> {
    const { stated } = readQuery(text);
    const [one, ...more] = stated;
    const identifier =
      parseIdentifier(text) ?? (one && !one.longer && more.length === 0 ? one.identifier : undefined);
    if (!identifier) return undefined;
    // Only once they are read are the works of the document's bibliographies known.
    if (document) await this.documents.bibliographiesOf(document);
    return inLibrary({ item: { id: '', type: '' }, identifiers: [identifier] }, this.library);
  }

  /** The reference to cite a work by; shown to the writer before, where they want that. */
  async reference(found: FoundWork, document?: vscode.TextDocument): Promise<LibraryReference | undefined> {
    const work = await this.chosenVersion(found);
    if (!work) return undefined;
    // What the document's bibliographies have must be known before, or it would be added again.
    if (document) await this.documents.bibliographiesOf(document);
    const { reference } = await foundReference(work, this.library);
    if (!isFromCatalog(reference)) return reference;
    this.found.remember(work);
    warnOfRetraction(work);
    if (!settings.catalogs().review) return reference;
    const reviewed = await reviewEntry(
      reference,
      workNotes(work),
      document && (await this.placeOf(document)),
    );
    return reviewed && { ...asReference(work, reviewed.key), item: reviewed.item };
  }

  /** Where entries of the document go; the writer's choice counts as the answer to that question. */
  private async placeOf(document: vscode.TextDocument): Promise<ReviewedPlace | undefined> {
    const first = await this.entries.usualPlace(document);
    if (!first) return undefined;
    const { places } = await this.entries.placesFor(document, []);
    const ours = places.filter(({ asks }) => !asks);
    const rows = ours.map(place => ({
      label: plainLabel(place.label),
      description: place.note ?? '',
      place,
    }));
    const shownPlace = (place: BibliographyTarget): ReviewedPlace => ({
      name: place.label,
      accept: async () => {
        if (ours.length > 1) await this.entries.answer(document, place);
      },
      ...(ours.length > 1 && {
        choose: async () => {
          const title = vscode.l10n.t('Bibliography');
          const chosen = await vscode.window.showQuickPick(rows, { title, ignoreFocusOut: true });
          return chosen && shownPlace(chosen.place);
        },
      }),
    });
    return shownPlace(first);
  }

  /** Of a preprint that has been published, the writer says which to cite. */
  private async chosenVersion(work: FoundWork): Promise<FoundWork | undefined> {
    const version = publishedVersion(work);
    if (!version) return work;
    const own = work.identifiers[0];
    const [published, preprint] = [
      { label: vscode.l10n.t('Cite the Published Version'), description: plainLabel(version.shown) },
      { label: vscode.l10n.t('Cite the Preprint'), description: own ? identifierLabel(own) : '' },
    ] as const;
    const title = plainLabel(
      work.item.title
        ? vscode.l10n.t('{0} has been published', work.item.title)
        : vscode.l10n.t('This preprint has been published'),
    );
    const chosen = await vscode.window.showQuickPick([published, preprint], { title, ignoreFocusOut: true });
    if (chosen !== published) return chosen && work;
    const found = await notify.progress(vscode.l10n.t('Looking up {0}', version.shown), signal =>
      this.desk.find(version.query, signal),
    );
    // By its authors and title the preprint itself may be found, too.
    const other = work.publishedAs ? found?.works[0] : found && publishedAmong(work, found.works);
    if (found && !other) void notify.warning(found.error ?? vscode.l10n.t('Nothing was found.'));
    return other;
  }

  /** Puts the key of the work that an identifier names in the identifier's place, and its entry into the bibliography: one undo. */
  async replaceKey(uri: vscode.Uri, start: number, written: string): Promise<void> {
    if (this.refuses()) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const reference = await this.lookedUp(written, document);
    const answer = reference && (await this.entries.ask(document, [reference], 'given'));
    if (!answer) return;
    await this.inserter.exclusively(() => this.replaceNow(document, start, written, reference, answer));
  }

  private async replaceNow(
    document: vscode.TextDocument,
    start: number,
    written: string,
    reference: LibraryReference,
    answer: EntryAnswer,
  ): Promise<void> {
    const plan = await this.entries.plan(document, [reference], answer);
    const { uri } = document;
    const at = document.getText().indexOf(written, Math.max(0, start - 2));
    if (at < 0) return void notify.warning(vscode.l10n.t('{0} is not in the text any more.', shown(written)));
    const entry = new EntryEdit(plan);
    for (const { start: from, end, text } of entry.declarationIn(document))
      entry.edit.replace(uri, rangeOf(document, from, end), text);
    entry.edit.replace(uri, rangeOf(document, at, at + written.length), plan.keys[0]!);
    await entry.apply();
  }

  private refuses(): boolean {
    const obstacle = this.desk.obstacle();
    if (obstacle) void notify.warning(obstacle);
    return obstacle !== undefined;
  }
}

/** Retracted works can be cited, but nobody should without knowing. */
function warnOfRetraction(work: FoundWork): void {
  const retraction = work.notices?.some(({ kind }) => kind === 'retraction');
  if (retraction) void notify.warning(`${shown(work.item.title ?? '')}: ${workNotes(work)[0]}`);
}

async function askForIdentifier(): Promise<string | undefined> {
  const clipboard = (await vscode.env.clipboard.readText()).trim();
  const usable =
    clipboard.length < 2000 && (parseIdentifier(clipboard) || readQuery(clipboard).kind === 'reference');
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add by Identifier'),
    prompt: vscode.l10n.t(
      'DOI, arXiv id, PMID, PMCID, ISBN, an address that carries one, or a reference as text',
    ),
    placeHolder: '10.1145/3292500.3330701',
    value: usable ? clipboard.replace(/\s+/g, ' ') : '',
    ignoreFocusOut: true,
  });
  return text?.trim();
}

/** What cannot be mistaken is taken; else the writer says which is meant. */
async function meantOf(works: readonly FoundWork[], text: string): Promise<readonly FoundWork[]> {
  const isSure = works.every(({ isTitledOtherwise }) => !isTitledOtherwise);
  const { stated, listed } = readQuery(text);
  if (isSure && (works.length === 1 || stated.length > 1 || listed.length > 1)) return works;
  const chosen = await chooseWork(works);
  return chosen ? [chosen] : [];
}

async function chooseWork(works: readonly FoundWork[]): Promise<FoundWork | undefined> {
  const items = works.map(work => {
    const { title, byline } = describe(work.item);
    return {
      label: plainLabel(title),
      description: plainLabel(workNotes(work).join(' · ')),
      detail: plainLabel(byline),
      work,
    };
  });
  return (
    await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Which Work Is Meant?'),
      matchOnDetail: true,
    })
  )?.work;
}

/** As people know it, and short enough for a message. */
function shown(text: string): string {
  const identifier = parseIdentifier(text) ?? readQuery(text).stated[0]?.identifier;
  const label = identifier ? identifierLabel(identifier) : `“${text}”`;
  return label.length > 60 ? `${label.slice(0, 57)}…` : label;
}
