import * as vscode from 'vscode';
import { addReference } from '../../core/bibliography/addReference';
import { freeKey } from '../../core/bibliography/citationKey';
import { detectFormat } from '../../core/bibliography/detectFormat';
import { entriesOf } from '../../core/bibliography/entryKeys';
import type { Language } from '../../core/citing/citation';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { applyEdits } from '../../core/model/textEdit';
import type { CitingDocuments } from '../documents/citingDocuments';
import { languageOf } from '../documents/languages';
import { askAboutEntries } from './askAboutEntries';
import { type PlannedChange, planChange } from './bibliographyFile';
import type { BibliographyTarget, BibliographyTargets, Declaration } from './bibliographyTargets';
import type { WritableFile, WriteGate } from './writeGate';

/** By which keys references are to be cited, and what has to happen to bibliographies for that. */
export interface EntryPlan {
  /** In the order of the references. */
  readonly keys: readonly string[];
  /** What is to be added to the bibliography, if anything. */
  readonly change?: PlannedChange;
  /** Where the document is made to use that bibliography. */
  readonly declaration?: Declaration;
  /** What could not be done and why, for people. */
  readonly warning?: string;
}

/** Whether the writer is to be asked as the setting says, or has said already that entries are wanted. */
export type Consent = 'setting' | 'given';

/** Under which keys a document cites references. */
export interface CitedAs {
  /** In the order of the references. */
  readonly keys: readonly string[];
  /** Those that the document's bibliographies lack, with the keys that are free for them. */
  readonly lacking: readonly Entry[];
}

export interface Entry {
  readonly reference: LibraryReference;
  readonly key: string;
}

/** Sees to it that the bibliography of a document has what the document cites. */
export class EntryPlanner {
  constructor(
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly places: BibliographyTargets,
    private readonly gate: WriteGate,
  ) {}

  /** `undefined` when the writer was asked and thought better of it. */
  async plan(
    document: vscode.TextDocument,
    references: readonly LibraryReference[],
    consent: Consent = 'setting',
  ): Promise<EntryPlan | undefined> {
    const { keys, lacking } = await this.citedAs(document, references);
    if (!lacking.length) return { keys };
    const decided = await this.decide(document, lacking, consent);
    if (!decided) return undefined;
    if (decided === 'leave') return { keys };
    if ('refusal' in decided) return { keys, warning: decided.refusal };
    // Whoever decided on a place that asks was shown its whole path.
    const file = await this.gate.pass(decided.uri, 'bibliography', document.uri, true);
    if ('refusal' in file) return { keys, warning: file.refusal };
    const change = await this.changeOf(file, lacking, languageOf(document));
    if ('refusal' in change) return { keys, warning: change.refusal };
    return { keys, change, ...(decided.declaration && { declaration: decided.declaration }) };
  }

  /** Tells whether a key at the cursor is one that can be cited; where a bibliography could not be read, every key may be. */
  async knownKeys(document: vscode.TextDocument): Promise<(key: string) => boolean> {
    const { sources, unread, definedKeys } = await this.documents.bibliographiesOf(document);
    if (!sources.length || unread.length) return () => true;
    const own = this.documents.citationsOf(document)?.definedKeys.map(({ key }) => key) ?? [];
    const keys = [...(await this.library.keys(sources)), ...definedKeys, ...own];
    // BibTeX does not tell keys apart by case.
    const known = new Set(keys.map(key => key.toLowerCase()));
    return key => known.has(key.toLowerCase());
  }

  async citedAs(document: vscode.TextDocument, references: readonly LibraryReference[]): Promise<CitedAs> {
    const { sources } = await this.documents.bibliographiesOf(document);
    // Only now are these bibliographies in the library, and with them the keys they have for the same works.
    const current = await Promise.all(references.map(reference => this.current(reference)));
    const known = current.map(reference => keyIn(reference, sources));
    const lacking = await this.withFreeKeys(
      current.filter((_, index) => known[index] === undefined),
      sources,
    );
    const keys = current.map(
      (reference, index) => known[index] ?? lacking.find(entry => entry.reference === reference)!.key,
    );
    return { keys, lacking };
  }

  private async current(reference: LibraryReference): Promise<LibraryReference> {
    const [found] = await this.library.find([reference.key], [reference.origin.source]);
    return found?.origin.source === reference.origin.source ? found : reference;
  }

  private async withFreeKeys(
    references: readonly LibraryReference[],
    sources: readonly string[],
  ): Promise<Entry[]> {
    if (!references.length) return [];
    // BibTeX does not tell keys apart by case.
    const taken = new Set((await this.library.keys(sources)).map(key => key.toLowerCase()));
    return references.map(reference => {
      const key = freeKey(reference.key, candidate => taken.has(candidate.toLowerCase()));
      taken.add(key.toLowerCase());
      return { reference, key };
    });
  }

  private async decide(
    document: vscode.TextDocument,
    lacking: readonly Entry[],
    consent: Consent,
  ): Promise<BibliographyTarget | 'leave' | { readonly refusal: string } | undefined> {
    const setting = vscode.workspace
      .getConfiguration('literature', document)
      .get<'ask' | 'always' | 'never'>('addToBibliography', 'ask');
    if (consent === 'setting' && setting === 'never') return 'leave';
    const { places, refusal } = await this.places.of(document);
    const [best] = places;
    if (!best) return { refusal: refusal ?? whyNowhere(document) };
    const isSettled = consent === 'given' ? places.length === 1 : setting === 'always';
    if (isSettled && !best.asks) return best;
    const what =
      lacking.length === 1 ? shortReference(lacking[0]!.reference.item) : `${lacking.length} of these papers`;
    const allow = (file: vscode.Uri) => this.gate.remember(file);
    return askAboutEntries({ what, places, scope: document.uri, allow });
  }

  private async changeOf(file: WritableFile, entries: readonly Entry[], readBy: Language | undefined) {
    const own = await Promise.all(entries.map(({ reference }) => this.ownEntry(reference)));
    return planChange(file, (before, ascii) => {
      const format = detectFormat(file.uri.path, before, readBy) ?? 'bibtex';
      let text = before;
      // The library may be a moment behind the text: what was added just now is not added again.
      const present = new Set(entriesOf(before, format).map(entry => entry.key));
      for (const [index, { reference, key }] of entries.entries()) {
        if (present.has(key)) continue;
        const edit = addReference(text, format, reference.item, key, { entry: own[index], ascii, readBy });
        if (!edit) return undefined;
        text = applyEdits(text, [edit]);
      }
      return text;
    });
  }

  /** The entry as its `.bib` has it; for others there is none. */
  private async ownEntry({ key, origin }: LibraryReference): Promise<string | undefined> {
    const isBib = detectFormat(origin.source) === 'bibtex';
    return isBib ? this.library.bibtex(key, [origin.source]) : undefined;
  }
}

/** The key a document's bibliographies have the work under. */
function keyIn({ origins }: LibraryReference, sources: readonly string[]): string | undefined {
  for (const source of sources) {
    const origin = origins.find(one => one.source === source);
    if (origin) return origin.key;
  }
  return undefined;
}

function whyNowhere(document: vscode.TextDocument): string {
  if (document.isUntitled && !vscode.workspace.workspaceFolders?.length)
    return 'The citation is there; save the document, so that a bibliography can be made beside it';
  return 'The citation is there, but this document cannot declare a bibliography: it is a part of another, or lists its references itself';
}
