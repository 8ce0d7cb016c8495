import type { Problem, Source, SourceState } from '../../model/source';
import type { NearestSentence } from '../../search/meaning/nearestSentence';
import type { PaperText } from '../../search/rank/meaningScorer';
import { type InBackground, noWork, type Task } from '../../util/cooperative';
import { contentHash } from '../../util/hash';
import { say } from '../../util/say';
import { SourceIndexing } from '../indexing/sourceIndexing';
import type { CreateIndex } from '../indexing/workIndex';
import { WorkIndexer } from '../indexing/workIndexer';
import type { Understanding } from '../libraryService';
import { Abbreviations } from '../works/abbreviations';
import { ChangedKeys } from '../works/changedKeys';
import type { Topic } from '../works/groups';
import { ReferenceStore } from '../works/referenceStore';
import { sameWorkProblems } from '../works/sameWork';
import { SummaryCache } from '../works/summaryCache';
import { noChanges } from '../works/works';
import type { LibrarySnapshot, SourceSnapshot } from './librarySnapshot';
import { listedProblems } from './listedProblems';
import {
  type FreshContent,
  looksHalfWritten,
  type ReadBibliography,
  type ReadContent,
  wholeOf,
} from './readContent';
import { SnapshotRestorer } from './snapshotRestorer';
import { takeSnapshot } from './takeSnapshot';

/** Meanings of papers, which outlast a session. */
export interface MeaningStore {
  /** Resolves when papers can be read for their meaning; to false where they cannot. */
  readonly ready: Promise<boolean>;
  enable(isEnabled: boolean): void;
  serialise(): Uint8Array;
  /** The sentence of a paper's abstract that speaks to a claim, in steps. */
  nearest(claim: string, paper: PaperText): Task<NearestSentence | undefined>;
}

export interface SourcesParts {
  readonly createIndex: CreateIndex;
  readonly read: ReadBibliography;
  readonly topics: readonly Topic[];
  /** Lets other work run: the core has no timers of its own. */
  readonly pause: () => Promise<void>;
  /** Does what nobody waits for, like learning meanings, which takes seconds to minutes. Default: at once, with a pause after each step. */
  readonly inBackground?: InBackground;
  /** Before it, nothing is read for its meaning unless somebody asks. */
  readonly opened?: Promise<void>;
  /** What can read papers for their meaning. */
  readonly meaning?: MeaningStore;
  /** What an earlier session knew; sources that did not change since are taken from there. */
  readonly snapshot?: LibrarySnapshot | undefined;
}

/** Reading takes about this share of the time, indexing the rest. */
const readingShare = 0.2;
/** Progress is told in steps of this size. */
const progressStep = 0.05;

interface LoadedSource {
  state: SourceState;
  content: ReadContent | undefined;
  contentHash: string;
  /** Not everything of it can be found yet. */
  filing?: SourceIndexing | undefined;
  /** Entries that are one work, found when all are filed. */
  sameWork: readonly Problem[];
  /** Counts loads, so that one that was overtaken gives up. */
  version: number;
}

/** The library's sources: reading them, keeping the last good state of each, and indexing what changed in slices. */
export class SourceLoader {
  readonly briefs = new SummaryCache();
  readonly library = new ReferenceStore(this.briefs);
  readonly indexed: WorkIndexer;
  private readonly loaded = new Map<string, LoadedSource>();
  private readonly abbreviations = new Abbreviations();
  private restored: SnapshotRestorer | undefined;
  private readonly settling = new Set<Promise<void>>();
  private readonly inBackground: InBackground;
  private isUnderstanding = false;

  constructor(
    private readonly parts: SourcesParts,
    private readonly changed: (keys: readonly string[] | undefined) => void,
    private readonly understood: (understanding: Understanding) => void = () => undefined,
  ) {
    const { createIndex, topics, pause, snapshot } = parts;
    this.inBackground = parts.inBackground ?? atOnce(pause);
    const label = (id: string) => this.label(id);
    this.indexed = new WorkIndexer(createIndex, snapshot?.index, this.briefs, topics, label, pause);
    if (snapshot && this.indexed.isRestored)
      this.restored = new SnapshotRestorer(snapshot, this.library, this.indexed);
  }

  /** Something is not searched yet. */
  get isIncomplete(): boolean {
    return this.indexed.isIncomplete || this.states().some(({ status }) => status === 'loading');
  }

  states(): SourceState[] {
    return [...this.loaded.values()].map(({ state }) => state);
  }

  textOf(sourceId: string): ReadContent['text'] | undefined {
    return this.loaded.get(sourceId)?.content?.text;
  }

  label(sourceId: string): string {
    return this.loaded.get(sourceId)?.state.source.label ?? sourceId;
  }

  /** Makes what a query seems to ask for found before the rest, of sources that were read but are not wholly indexed. */
  bringForward(query: string): void {
    for (const { filing } of this.loaded.values()) filing?.bringForward(query);
  }

  announce(source: Source): void {
    this.update(this.entryOf(source), { source, status: 'loading' });
    this.changed([]);
  }

  async load(
    source: Source,
    content: Uint8Array | string | undefined,
    options: { readonly failure?: string; readonly settled?: boolean },
  ): Promise<SourceState> {
    const entry = this.entryOf(source);
    const version = ++entry.version;
    if (content === undefined) {
      // The last good state stays: what cannot be read just now may be back in a moment.
      this.update(entry, {
        source,
        status: 'failed',
        message: options.failure ?? say('It could not be read.'),
      });
      this.changed([]);
      return entry.state;
    }
    // Of a file that is met for the first time it can wait until the file can be searched.
    const isComparable = entry.contentHash !== '' || this.restored?.expects(source.id) === true;
    const hash = isComparable ? contentHash(content) : '';
    if (hash && entry.contentHash === hash) return this.finish(entry, source, []);
    this.update(entry, { source, status: 'loading', progress: 0 });
    const isCurrent = () => version === entry.version;
    const remembered = hash ? this.restored?.rememberedOf(source.id, hash) : undefined;
    const fresh = await this.read(entry, content, remembered, isCurrent);
    if (!fresh) return entry.state;
    const { whole, ...read } = fresh;
    if (!options.settled && looksHalfWritten(read, entry.content)) return entry.state;
    const known = this.restored?.take(source.id, hash, read.references.length);
    entry.content = read;
    this.defineAbbreviations(source.id, read.abbreviations);
    // Until everything is filed this is not what the content says.
    entry.contentHash = '';
    const keys = await this.take(entry, fresh, known, isCurrent);
    if (!isCurrent()) return entry.state;
    entry.contentHash = hash || contentHash(content);
    return this.finish(entry, source, keys);
  }

  drop(sourceId: string): void {
    const entry = this.loaded.get(sourceId);
    if (!entry) return;
    entry.version++;
    const changes = noChanges();
    this.library.replace(sourceId, [], changes);
    this.indexed.update(changes);
    this.loaded.delete(sourceId);
    this.defineAbbreviations(sourceId, undefined);
    this.changed(new ChangedKeys().add(changes).named);
  }

  /** Resolves when everything loaded until now is searched as well as it will be. */
  async settled(): Promise<void> {
    while (this.settling.size) await Promise.all(this.settling);
  }

  /** What this session knows, for the next; `undefined` while there is something to do. */
  snapshot(): LibrarySnapshot | undefined {
    if (this.isIncomplete) return undefined;
    this.restored?.sweep();
    this.restored = undefined;
    const sources = [...this.loaded].flatMap(([id, { contentHash, content }]) =>
      contentHash ? [{ id, contentHash, remembered: content?.remember?.() }] : [],
    );
    return takeSnapshot(this.library, sources, this.indexed.index);
  }

  private entryOf(source: Source): LoadedSource {
    let entry = this.loaded.get(source.id);
    if (!entry) {
      const state: SourceState = { source, status: 'loading', count: 0, problems: [] };
      entry = { state, content: undefined, contentHash: '', sameWork: [], version: 0 };
      this.loaded.set(source.id, entry);
    }
    return entry;
  }

  /** `undefined` when it was overtaken by a later load. */
  private async read(
    entry: LoadedSource,
    content: Uint8Array | string,
    remembered: Uint8Array | undefined,
    isCurrent: () => boolean,
  ): Promise<FreshContent | undefined> {
    const { format, id } = entry.state.source;
    const steps = this.parts.read(content, format, id, {
      previous: entry.content,
      abbreviation: this.abbreviations.find,
      remembered,
    });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      this.progress(entry, step.value * readingShare);
      await this.parts.pause();
      if (!isCurrent()) return undefined;
    }
  }

  /** Files and indexes the references of a source; gives the keys of what changed, unless they are many. */
  private async take(
    entry: LoadedSource,
    { references, text, whole }: FreshContent,
    known: SourceSnapshot | undefined,
    isCurrent: () => boolean,
  ): Promise<readonly string[] | undefined> {
    entry.filing = undefined;
    const changes = noChanges();
    const added = this.library.replace(entry.state.source.id, references, changes);
    if (known) {
      this.restored?.restore(references, known, changes);
      this.indexed.update(changes);
      return undefined;
    }
    this.indexed.update(changes);
    const filing = new SourceIndexing(added, whole ?? wholeOf(text), this.library, this.indexed);
    filing.changed.add(changes);
    entry.filing = filing;
    for (;;) {
      filing.fileSlice();
      if (filing.isDone) return filing.changed.named;
      this.progress(entry, readingShare + (1 - readingShare) * filing.share);
      await this.parts.pause();
      if (!isCurrent()) return undefined;
    }
  }

  private finish(entry: LoadedSource, source: Source, keys: readonly string[] | undefined): SourceState {
    const { format = source.format, references = [] } = entry.content ?? {};
    entry.sameWork =
      source.kind === 'bibliography' ? sameWorkProblems(references, this.library.works, this.briefs) : [];
    entry.state = {
      source: { ...source, format },
      status: 'ready',
      count: entry.content?.references.length ?? 0,
      problems: this.problemsOf(entry),
    };
    this.changed(keys);
    const settling = this.settle().finally(() => this.settling.delete(settling));
    this.settling.add(settling);
    return entry.state;
  }

  /** Those of the file that no other file makes good. */
  private problemsOf({ content, sameWork }: LoadedSource): readonly Problem[] {
    const isOpen = ({ abbreviation }: Problem) =>
      !abbreviation || this.abbreviations.find(abbreviation) === undefined;
    return listedProblems([...(content?.problems.filter(isOpen) ?? []), ...sameWork]);
  }

  private defineAbbreviations(sourceId: string, defined: ReadonlyMap<string, string> | undefined): void {
    if (!this.abbreviations.define(sourceId, defined)) return;
    for (const entry of this.loaded.values())
      if (entry.state.status === 'ready') entry.state = { ...entry.state, problems: this.problemsOf(entry) };
  }

  /** What a search is better for, but need not wait for: abstracts, then meanings. */
  private async settle(): Promise<void> {
    const changed = () => this.changed([]);
    await this.indexed.indexAbstracts(changed);
    if (!this.indexed.isIncomplete)
      for (const entry of this.loaded.values()) if (entry.filing?.isDone) entry.filing = undefined;
    const isIdle = () => !this.isIncomplete;
    if (isIdle()) await this.indexed.learnMeaning(this.inBackground, isIdle, changed);
    if (isIdle()) await this.encodeMeaning(isIdle);
  }

  /** Says whether papers are to be read for their meaning, as far as they are not. */
  async understand(isWanted: boolean): Promise<void> {
    const { meaning } = this.parts;
    if (!meaning) return;
    this.isUnderstanding = isWanted;
    meaning.enable(isWanted);
    if (isWanted) void this.settle();
  }

  private async encodeMeaning(isIdle: () => boolean): Promise<void> {
    const goesOn = () => isIdle() && this.isUnderstanding;
    if (!goesOn()) return;
    // What reads papers is unpacked when nobody asks for anything, too: it takes a third of a second.
    await this.parts.opened;
    const isQuiet = await this.inBackground(noWork(), goesOn, () => undefined);
    if (!isQuiet || !(await this.parts.meaning?.ready)) return;
    await this.indexed.encodeMeaning(this.inBackground, goesOn, this.understood);
  }

  private progress(entry: LoadedSource, progress: number): void {
    const isWorthTelling = progress >= (entry.state.progress ?? 0) + progressStep;
    if (!isWorthTelling) return;
    this.update(entry, { progress });
    this.changed([]);
  }

  private update(entry: LoadedSource, change: Partial<SourceState>): void {
    entry.state = { ...entry.state, count: this.library.contents(entry.state.source.id).length, ...change };
  }
}

function atOnce(pause: () => Promise<void>): InBackground {
  return async (work, goesOn, told) => {
    for (const step of work) {
      told(step);
      await pause();
      if (!goesOn()) return false;
    }
    return true;
  };
}
