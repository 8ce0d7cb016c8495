import type { Reference } from '../reference';
import { briefOf } from './brief';
import type { Topic } from './groups';
import { Library } from './library';
import { documentOf } from './searchDocument';
import type { BibliographyFormat, Problem, Source, SourceState } from './source';
import type { WorkIndex, WorkTexts } from './workIndex';
import type { Work, WorkChanges } from './works';

/** A bibliography as it was read. */
export interface ReadContent {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** The decoded text that the references' offsets are of. */
  readonly text: string;
  /** It ends inside an entry, as a file does that is still being written. */
  readonly truncated?: boolean;
}

/** Reads a bibliography; what is unchanged since `previous` is taken from there. */
export type ReadBibliography = (
  content: Uint8Array | string,
  format: BibliographyFormat,
  sourceId: string,
  previous?: ReadContent,
) => ReadContent | Promise<ReadContent>;

/** Works indexed between two pauses: a few milliseconds' worth, so that a question asked meanwhile is answered at once. */
const worksPerSlice = 200;
const abstractsPerSlice = 50;

interface LoadedSource {
  state: SourceState;
  content: ReadContent | undefined;
  /** Counts loads, so that one that was overtaken gives up. */
  version: number;
}

/** The library's sources: reading them, keeping the last good state of each, and indexing what changed in slices. */
export class LibrarySources {
  readonly library = new Library();
  readonly bySlot = new Map<number, Work>();
  readonly index: WorkIndex;
  private readonly loaded = new Map<string, LoadedSource>();
  private readonly topicsById: ReadonlyMap<string, Topic>;
  private indexingAbstracts: Promise<void> | undefined;
  private left = 0;

  constructor(
    createIndex: (texts: WorkTexts) => WorkIndex,
    private readonly read: ReadBibliography,
    topics: readonly Topic[],
    /** Lets other work run: the core has no timers of its own. */
    private readonly pause: () => Promise<void>,
    private readonly changed: (keys: readonly string[] | undefined) => void,
  ) {
    this.index = createIndex({
      title: slot => titleOf(this.bySlot.get(slot)),
      abstract: slot => firstAbstract(this.bySlot.get(slot)),
    });
    this.topicsById = new Map(topics.map(topic => [topic.id, topic]));
  }

  /** Something is not indexed yet. */
  get isIndexing(): boolean {
    return this.left > 0 || [...this.loaded.values()].some(({ state }) => state.status === 'loading');
  }

  states(): SourceState[] {
    return [...this.loaded.values()].map(({ state }) => state);
  }

  textOf(sourceId: string): string | undefined {
    return this.loaded.get(sourceId)?.content?.text;
  }

  label(sourceId: string): string {
    return this.loaded.get(sourceId)?.state.source.label ?? sourceId;
  }

  announce(source: Source): void {
    const known = this.loaded.get(source.id);
    if (known) this.update(known, { source, status: 'loading' });
    else this.loaded.set(source.id, { state: loading(source), content: undefined, version: 0 });
    this.changed([]);
  }

  async load(
    source: Source,
    content: Uint8Array | string | undefined,
    options: { readonly failure?: string; readonly settled?: boolean },
  ): Promise<SourceState> {
    const entry = this.loaded.get(source.id) ?? { state: loading(source), content: undefined, version: 0 };
    this.loaded.set(source.id, entry);
    const version = ++entry.version;
    if (content === undefined) {
      // The last good state stays: what cannot be read just now may be back in a moment.
      this.update(entry, { source, status: 'failed', message: options.failure ?? 'It could not be read.' });
      this.changed([]);
      return entry.state;
    }
    this.update(entry, { source, status: 'loading', progress: 0 });
    const read = await this.read(content, source.format, source.id, entry.content);
    if (version !== entry.version) return entry.state;
    if (!options.settled && looksHalfWritten(read, entry.content)) return entry.state;
    const before = this.library.contents(source.id);
    entry.content = read;
    const changes = this.library.replace(source.id, read.references);
    await this.indexChanges(changes, done => this.update(entry, { progress: done }));
    if (version !== entry.version) return entry.state;
    const { count: _, progress: __, message: ___, ...kept } = entry.state;
    entry.state = {
      ...kept,
      source,
      status: 'ready',
      count: read.references.length,
      problems: read.problems,
    };
    this.changed(before.length || read.references.length < 1000 ? keysOf(changes) : undefined);
    void this.indexAbstracts();
    return entry.state;
  }

  async drop(sourceId: string): Promise<void> {
    const entry = this.loaded.get(sourceId);
    if (!entry) return;
    entry.version++;
    this.loaded.delete(sourceId);
    const changes = this.library.replace(sourceId, []);
    await this.indexChanges(changes);
    this.changed(keysOf(changes));
  }

  /** Takes over works that the index already knows, in slots from 0 in their order. */
  adopt(source: Source, content: ReadContent): void {
    const { added } = this.library.replace(source.id, content.references);
    let slot = 0;
    for (const work of added) {
      work.slot = slot;
      this.bySlot.set(slot++, work);
    }
    const state: SourceState = { source, status: 'ready', count: content.references.length, problems: [] };
    this.loaded.set(source.id, { state, content, version: 0 });
  }

  private update(entry: LoadedSource, change: Partial<SourceState>): void {
    entry.state = { ...entry.state, count: this.library.contents(entry.state.source.id).length, ...change };
  }

  private async indexChanges(changes: WorkChanges, progress?: (done: number) => void): Promise<void> {
    this.forget([...changes.removed]);
    for (const work of changes.changed)
      if (work.slot >= 0) this.index.replace(work.slot, this.documentOf(work));
    const added = [...changes.added];
    for (let at = 0; at < added.length; at += worksPerSlice) {
      const slice = added.slice(at, at + worksPerSlice).filter(work => this.isCurrent(work));
      const slots = this.index.add(
        slice.map(work => this.documentOf(work)),
        { deferAbstracts: true },
      );
      for (const [position, work] of slice.entries()) {
        work.slot = slots[position]!;
        this.bySlot.set(work.slot, work);
      }
      this.left += slice.length;
      if (at + worksPerSlice < added.length) {
        progress?.((at + worksPerSlice) / added.length);
        await this.pause();
      }
    }
  }

  /** Abstracts come after everything else: titles and names are found at once. */
  private indexAbstracts(): Promise<void> {
    this.indexingAbstracts ??= (async () => {
      do {
        this.left = this.index.indexAbstracts(abstractsPerSlice);
        await this.pause();
      } while (this.left > 0);
      this.indexingAbstracts = undefined;
      this.changed([]);
    })();
    return this.indexingAbstracts;
  }

  private forget(works: readonly Work[]): void {
    const slots = works.map(({ slot }) => slot).filter(slot => slot >= 0);
    this.index.remove(slots);
    for (const slot of slots) this.bySlot.delete(slot);
    for (const work of works) work.slot = -1;
  }

  /** It was not changed away while the slices before it were indexed. */
  private isCurrent(work: Work): boolean {
    return work.slot < 0 && this.library.works.of(work.references[0]!) === work;
  }

  private documentOf(work: Work) {
    return documentOf(work, this.topicsById, id => this.label(id));
  }
}

function titleOf(work: Work | undefined): string {
  return work ? briefOf(work.references[0]!).title : '';
}

function firstAbstract(work: Work | undefined): string | undefined {
  for (const reference of work?.references ?? []) {
    const { abstract } = briefOf(reference);
    if (abstract) return abstract;
  }
  return undefined;
}

const loading = (source: Source): SourceState => ({ source, status: 'loading', count: 0, problems: [] });

/** Another program is still writing it: it is empty, or ends inside an entry, and holds less than before. */
function looksHalfWritten(read: ReadContent, before: ReadContent | undefined): boolean {
  if (!before || before.references.length === 0) return false;
  if (read.references.length >= before.references.length) return false;
  return read.truncated === true || read.references.length === 0;
}

function keysOf(changes: WorkChanges): readonly string[] | undefined {
  const works = [...changes.added, ...changes.changed, ...changes.removed];
  if (works.length > 1000) return undefined;
  return [...new Set(works.flatMap(work => work.references.map(({ key }) => key)))];
}
