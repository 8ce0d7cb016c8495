import type * as vscode from 'vscode';
import { invalidKeyReason } from '../../core/citing/citationKeySyntax';
import { refersElsewhere } from '../../core/citing/undefinedKeys';
import { shortReference } from '../../core/display/shortReference';
import {
  additionsOf,
  type CitedAs,
  citedAs,
  keyIn,
  type LackingEntry,
  lackingEntries,
  readerOf,
} from '../../core/library/documents/lackingEntries';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { say } from '../../core/util/say';
import type { TaskQueue } from '../../core/util/taskQueue';
import { isFromCatalog } from '../catalogs/foundReference';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { BibliographyReader } from '../documents/documents';
import { languageOf } from '../documents/languages';
import { nameOf } from '../documents/nameOf';
import { fileOf, partsOf } from '../documents/notebooks';
import { setting } from '../settings';
import type { AnsweredPlaces } from './answeredPlaces';
import { askAboutEntries } from './askAboutEntries';
import { planChange } from './bibliographyFile';
import type { BibliographyTarget, BibliographyTargets, WritablePlaces } from './bibliographyTargets';
import { type DocumentMoment, DocumentMoments } from './documentMoment';
import { type Consent, type EntryAnswer, type EntryPlan, hasAll, whyNowhere } from './entryPlan';
import type { EntryWriter } from './entryWriter';
import type { WritableFile, WriteGate } from './writeGate';

/** How references are cited in a document at a moment. */
interface CitedNow extends CitedAs {
  readonly references: readonly LibraryReference[];
  readonly document: vscode.TextDocument;
  readonly moment: DocumentMoment;
}

/** Sees to it that the bibliography of a document has what the document cites. */
export class EntryPlanner {
  private readonly moments: DocumentMoments;
  /** What `ask` found out. */
  private asked: CitedNow | undefined;

  constructor(
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly places: BibliographyTargets,
    private readonly gate: WriteGate,
    private readonly writer: EntryWriter,
    private readonly reader: BibliographyReader,
    private readonly answered: AnsweredPlaces,
    queue: TaskQueue,
  ) {
    this.moments = new DocumentMoments(library, documents, places, reader, queue);
  }

  /** Asks the writer where there is something to ask. `undefined` when they thought better of it. */
  async ask(
    document: vscode.TextDocument,
    references: readonly LibraryReference[],
    consent: Consent = 'setting',
  ): Promise<EntryAnswer | undefined> {
    const cited = await this.citedNow(document, references);
    const { keys, lacking, moment } = cited;
    for (const key of keys) {
      const reason = invalidKeyReason(key, languageOf(document));
      if (reason)
        throw new Error(say('“{0}” cannot be cited here: {1} Give the entry another key.', key, reason));
    }
    this.asked = cited;
    if (!lacking.length) return 'best';
    const wish = setting('addToBibliography', 'ask', document);
    if (consent === 'setting' && wish === 'never') return 'leave';
    const { places } = havingFirst(moment.places, lacking);
    const isSettled = consent === 'given' ? places.length === 1 : wish === 'always';
    if (!places.length || (isSettled && !places[0]!.asks)) return 'best';
    const known = this.answeredAmong(places, document);
    if (known) return known;
    // Whoever thinks about it takes a while.
    this.asked = undefined;
    const what =
      lacking.length === 1
        ? shortReference(lacking[0]!.reference.item)
        : say('{0} of these papers', lacking.length);
    const answer = await askAboutEntries({
      what,
      places,
      has: place => hasAll(place, lacking),
      allow: file => this.gate.remember(file),
    });
    if (typeof answer === 'object' && !answer.asks) await this.answered.remember(document, answer.uri);
    return answer;
  }

  /** The bibliography that the writer chose for this document before, if it can still be written to. */
  async answeredPlace(document: vscode.TextDocument): Promise<BibliographyTarget | undefined> {
    return this.answeredAmong((await this.places.of(document)).places, document);
  }

  private answeredAmong(
    places: readonly BibliographyTarget[],
    document: vscode.TextDocument,
  ): BibliographyTarget | undefined {
    const known = this.answered.of(document);
    return places.find(({ uri, asks }) => !asks && uri.toString() === known);
  }

  /** The writer said where entries of this document go. */
  async answer(document: vscode.TextDocument, place: BibliographyTarget): Promise<void> {
    if (!place.asks) await this.answered.remember(document, place.uri);
  }

  /** Where entries of a document go unasked: as the writer answered before, else the first place that needs no question. */
  async usualPlace(document: vscode.TextDocument): Promise<BibliographyTarget | undefined> {
    const { places } = await this.places.of(document);
    return this.answeredAmong(places, document) ?? places.find(({ asks }) => !asks);
  }

  /** Gets ready what adding to a document's bibliography needs, while something else is waited for. What fails is told when it is needed. */
  async prepare(document: vscode.TextDocument): Promise<void> {
    try {
      await this.documents.bibliographiesOf(document);
      const target = await this.usualPlace(document);
      const file = target && (await this.gate.pass(target.uri, 'bibliography', fileOf(document), false));
      if (!file || 'refusal' in file) return;
      const fileName = nameOf(file.uri);
      await planChange(file, (content, options) => this.writer.readAhead({ fileName, content, options }));
    } catch {
      // Then it is not ready.
    }
  }

  /** Where entries could go, those first that have them already and only have to be declared. */
  async placesFor(document: vscode.TextDocument, lacking: readonly LackingEntry[]): Promise<WritablePlaces> {
    return havingFirst(await this.places.of(document), lacking);
  }

  /** Begins to look at what citing in a document needs to know, while something else that comes before is done. */
  lookAhead(document: vscode.TextDocument): void {
    this.moments.begin(document);
  }

  /** What is to be written now, as the writer answered. To be applied before anything else is written: see `TaskQueue`. */
  async plan(
    document: vscode.TextDocument,
    references: readonly LibraryReference[],
    answer: EntryAnswer,
  ): Promise<EntryPlan> {
    const { asked } = this;
    this.asked = undefined;
    const holds = asked?.document === document && asked.references === references && asked.moment.holds();
    const cited = holds ? asked : await this.citedNow(document, references);
    const own = partsOf(document).flatMap(
      part => this.documents.citationsOf(part)?.definedKeys.map(({ key }) => key) ?? [],
    );
    const isKnown = knownKeys(cited.moment, own);
    return { ...(await this.planFor(cited, answer)), isKnown };
  }

  private async planFor(cited: CitedNow, answer: EntryAnswer): Promise<EntryPlan> {
    const { document, moment } = cited;
    if (!cited.lacking.length || answer === 'leave') return { keys: cited.keys };
    const { places, refusal } = havingFirst(moment.places, cited.lacking);
    const target =
      answer === 'best'
        ? places[0]
        : (places.find(({ uri }) => String(uri) === String(answer.uri)) ?? answer);
    if (!target) return { keys: cited.keys, warning: refusal ?? whyNowhere(document) };
    const declaration = target.declaration ? { declaration: target.declaration } : {};
    // One that the document did not use yet may have them.
    const { keys, lacking } = declaration.declaration ? await this.asIn(target.uri, cited) : cited;
    if (!lacking.length) return { keys, addedTo: target.label, ...declaration };
    // Whoever answered with a place that asks was shown its whole path.
    const file = await this.gate.pass(target.uri, 'bibliography', fileOf(document), answer !== 'best');
    if ('refusal' in file) return { keys, warning: file.refusal };
    const reader = await this.readerOf(document);
    const change = await this.changeOf(file, lacking, reader, this.reader.stampOf(file.uri));
    if ('refusal' in change) return { keys, warning: change.refusal };
    // The file knows best which keys are free in it.
    const keyOf = new Map(lacking.map(({ key }, index) => [key, change.keys[index]!]));
    return {
      keys: keys.map(key => keyOf.get(key) ?? key),
      change,
      addedTo: target.label,
      ...declaration,
    };
  }

  /** What is to be written so that a bibliography itself has references, whichever documents use it; no change where it has them all. */
  async planIn(
    bibliography: vscode.TextDocument,
    references: readonly LibraryReference[],
  ): Promise<EntryPlan> {
    const { uri } = bibliography;
    const file = await this.gate.pass(uri, 'bibliography', uri, true);
    if ('refusal' in file) return { keys: [], warning: file.refusal };
    const sources = await this.reader.read([uri], 'now');
    const wished = lackingEntries(references, await this.library.keys(sources), undefined);
    const { keys, lacking } = await this.asIn(uri, { keys: wished.map(({ key }) => key), lacking: wished });
    if (!lacking.length) return { keys };
    const change = await this.changeOf(file, lacking, {});
    if ('refusal' in change) return { keys, warning: change.refusal };
    return { keys, change, addedTo: nameOf(uri) };
  }

  /** The same, for a document that will use one more bibliography. */
  private async asIn(bibliography: vscode.Uri, { keys, lacking }: CitedAs): Promise<CitedAs> {
    const sources = await this.reader.read([bibliography], 'now');
    const known = new Map<string, string>();
    for (const { reference, key } of lacking) {
      const there = keyIn(await this.current(reference), sources);
      if (there !== undefined) known.set(key, there);
    }
    return {
      keys: keys.map(key => known.get(key) ?? key),
      lacking: lacking.filter(({ key }) => !known.has(key)),
    };
  }

  async citedAs(document: vscode.TextDocument, references: readonly LibraryReference[]): Promise<CitedAs> {
    const { sources } = await this.documents.bibliographiesOf(document);
    // Only now are these bibliographies in the library, and with them the keys they have for the same works.
    const current = await this.currentOf(references);
    return citedAs(current, sources, () => this.library.keys(sources), languageOf(document));
  }

  /** The same, with the bibliographies as they are this moment, also where they were just changed. */
  private async citedNow(
    document: vscode.TextDocument,
    references: readonly LibraryReference[],
  ): Promise<CitedNow> {
    const moment = await this.moments.of(document);
    const { sources } = moment.applied;
    const current = await this.currentOf(references);
    const cited = await citedAs(current, sources, async () => moment.taken, languageOf(document));
    return { ...cited, document, references, moment };
  }

  private currentOf(references: readonly LibraryReference[]): Promise<readonly LibraryReference[]> {
    return Promise.all(references.map(reference => this.current(reference)));
  }

  private async current(reference: LibraryReference): Promise<LibraryReference> {
    if (isFromCatalog(reference)) return reference;
    const [found] = await this.library.find([reference.key], [reference.origin.source]);
    return found?.origin.source === reference.origin.source ? found : reference;
  }

  /** What the program is that will read what is written. */
  private async readerOf(document: vscode.TextDocument): Promise<ReturnType<typeof readerOf>> {
    const citations = await this.documents.citationsInProject(document);
    return citations ? readerOf(citations) : {};
  }

  private async changeOf(
    file: WritableFile,
    entries: readonly LackingEntry[],
    reader: ReturnType<typeof readerOf>,
    stamp?: string,
  ) {
    const additions = await additionsOf(entries, this.library);
    const fileName = nameOf(file.uri);
    return planChange(
      file,
      (content, options) =>
        this.writer.ask({ fileName, content, additions, options: { ...options, ...reader } }),
      stamp,
    );
  }
}

/** Those first that have the entries already and only have to be declared. */
function havingFirst(
  { places, ...refusal }: WritablePlaces,
  lacking: readonly LackingEntry[],
): WritablePlaces {
  const having = places.filter(place => !place.asks && hasAll(place, lacking));
  return { places: [...having, ...places.filter(place => !having.includes(place))], ...refusal };
}

/** Tells which keys can be cited; where a bibliography could not be read, every key may be. */
function knownKeys({ applied, taken }: DocumentMoment, own: readonly string[]): (key: string) => boolean {
  const { sources, unread, definedKeys, otherReferences, isOpen } = applied;
  if (!sources.length || unread.length || isOpen) return () => true;
  // BibTeX does not tell keys apart by case.
  const known = new Set([...taken, ...definedKeys, ...own].map(key => key.toLowerCase()));
  return key =>
    known.has(key.toLowerCase()) || (otherReferences !== undefined && refersElsewhere(key, otherReferences));
}
