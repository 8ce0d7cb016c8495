import { writeBibtex } from '../bibliography/write/bibtex/writeBibtex';
import type { Identifier } from '../model/identifiers/identifier';
import type { CslItem, Reference } from '../model/reference';
import type { Source } from '../model/source';
import type { TextRange } from '../model/textRange';
import { completeFilter } from '../search/query/completeFilter';
import { definitionsOf, duplicateKeysOf } from './documents/definitions';
import { findEvidence } from './find/findEvidence';
import { ReferenceSearch } from './find/referenceSearch';
import { LibraryChanges } from './libraryChanges';
import type {
  Group,
  GroupBy,
  LibraryChange,
  LibraryReference,
  LibraryService,
  MemberOrder,
  SearchAnswer,
  SearchRequest,
  Understanding,
} from './libraryService';
import { PictureMaker } from './picture/pictureMaker';
import { encodeSnapshot } from './sources/librarySnapshot';
import { SourceLoader, type SourcesParts } from './sources/sourceLoader';
import { FieldValues, type ValuedField } from './works/fieldValues';
import { GroupingKeyBuilder } from './works/groupingKeys';
import { groupsOf, membersOf } from './works/groups';
import { toLibraryReference, withOrigins } from './works/libraryReference';
import { inOrder, type MarkedWork } from './works/memberOrder';
import { keysOf } from './works/referenceStore';
import type { Work } from './works/works';

/** A filter is for finding, not for listing: what matches worse than this many others is not shown. */
const maxFiltered = 500;

/** Works whose marks are made between two pauses. */
const markedPerSlice = 200;

export interface LibraryParts extends SourcesParts {
  /** The program and its version: what another one remembered is not read. */
  readonly writer: string;
}

/** The library itself, in this process: joins reading, uniting, indexing and display behind the one interface that hosts use. */
export function createLocalLibrary(parts: LibraryParts): LibraryService {
  return new Library(parts);
}

class Library implements LibraryService {
  private readonly changes: LibraryChanges;
  private readonly understandingListeners = new Set<(understanding: Understanding) => void>();
  private readonly sources_: SourceLoader;
  private readonly marker: GroupingKeyBuilder;
  private readonly values: FieldValues;
  private readonly searching: ReferenceSearch;
  private readonly pictures: PictureMaker;

  constructor(private readonly parts: LibraryParts) {
    this.changes = new LibraryChanges(() => this.sources_.states(), parts.pause);
    this.sources_ = new SourceLoader(
      parts,
      keys => {
        this.values.forget();
        this.searching.forget();
        this.changes.announce(keys);
      },
      understanding => {
        for (const listener of this.understandingListeners) listener(understanding);
      },
    );
    this.pictures = new PictureMaker(this.sources_, parts);
    this.searching = new ReferenceSearch(this.sources_, parts.pause);
    this.marker = new GroupingKeyBuilder(this.sources_.briefs);
    const topics = new Map(parts.topics.map(({ id, label }) => [id, label]));
    this.values = new FieldValues(
      () => this.sources_.library.works.all(),
      this.sources_.briefs,
      { topic: id => topics.get(id) ?? id, source: id => this.sources_.label(id) },
      parts.pause,
    );
  }

  load(
    source: Source,
    content: Uint8Array | string | undefined,
    options: { readonly failure?: string; readonly settled?: boolean } = {},
  ) {
    return this.sources_.load(source, content, options);
  }

  async announce(source: Source) {
    this.sources_.announce(source);
  }

  async drop(sourceId: string) {
    this.sources_.drop(sourceId);
  }

  async snapshot() {
    const snapshot = this.sources_.snapshot();
    return snapshot && encodeSnapshot(snapshot, this.parts.writer);
  }

  async sources() {
    return this.sources_.states();
  }

  settled() {
    return this.sources_.settled();
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    if (request.meaning ?? true) await this.parts.meaning?.ready;
    return this.searching.search(request);
  }

  complete(request: SearchRequest): Promise<SearchAnswer> {
    return this.searching.complete(request);
  }

  async completeFilter(query: string, offset: number) {
    const wanted: ValuedField[] = [];
    completeFilter(query, offset, field => {
      if (field !== 'title' && field !== 'abstract') wanted.push(field);
      return [];
    });
    const values = wanted[0] ? await this.values.of(wanted[0]) : [];
    return completeFilter(query, offset, () => values);
  }

  async find(keys: readonly string[], preferredSources: readonly string[] = []) {
    return keys.map(key => this.byKey(key, preferredSources));
  }

  async alike(item: CslItem, identifiers: readonly Identifier[]) {
    return this.searching.alike(item, identifiers);
  }

  async definitions(
    keys: readonly string[],
    sourceIds: readonly string[],
    { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
  ) {
    const found = definitionsOf(keys, sourceIds, this.sources_.library, ignoreCase);
    return found.map(reference => reference && withOrigins(reference, this.works.of(reference), this.works));
  }

  async areDefined(
    keys: readonly string[],
    sourceIds: readonly string[],
    { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
  ) {
    return definitionsOf(keys, sourceIds, this.sources_.library, ignoreCase).map(one => one !== undefined);
  }

  async keys(sourceIds: readonly string[]) {
    return [...new Set(sourceIds.flatMap(id => this.sources_.library.contents(id).flatMap(keysOf)))];
  }

  async duplicateKeys(sourceIds: readonly string[]) {
    return duplicateKeysOf(sourceIds, this.sources_.library);
  }

  async contents(sourceId: string) {
    return this.sources_.library
      .contents(sourceId)
      .map(reference => withOrigins(reference, this.works.of(reference), this.works));
  }

  async groups(by: GroupBy, filter?: string): Promise<readonly Group[]> {
    const works = this.found(filter)?.keys() ?? this.sources_.library.works.all();
    if (by !== 'source') return groupsOf(await this.marked(works), by, this.parts.topics);
    const counts = new Map<string, number>();
    for (const work of works)
      for (const id of new Set(work.references.map(({ origin }) => origin.source)))
        counts.set(id, (counts.get(id) ?? 0) + 1);
    return this.sources_
      .states()
      .filter(({ source }) => !filter || counts.has(source.id))
      .map(state => ({
        id: state.source.id,
        label: state.source.label,
        count: filter ? (counts.get(state.source.id) ?? 0) : state.count,
        state,
      }));
  }

  async members(
    by: GroupBy,
    groupId: string,
    filter?: string,
    slice?: readonly [number, number],
    order: MemberOrder = 'author',
  ) {
    const found = this.found(filter);
    const works = await this.marked(found?.keys() ?? this.sources_.library.works.all());
    const inGroup = membersOf(works, by, groupId);
    const members = inOrder(inGroup, order, this.sources_.briefs);
    const preferred = by === 'source' ? [groupId] : [];
    return (slice ? members.slice(...slice) : members).map(work => ({
      reference: toLibraryReference(work, this.works, preferred),
      titleMatches: found?.get(work) ?? [],
    }));
  }

  async related(key: string, limit: number) {
    const reference = this.sources_.library.withKey(key)[0];
    const work = reference && this.sources_.library.works.of(reference);
    if (!work || work.slot < 0) return [];
    const { indexed } = this.sources_;
    return indexed.index
      .related(work.slot, limit, indexed.has)
      .flatMap(({ id }) => indexed.at(id) ?? [])
      .map(other => toLibraryReference(other, this.works));
  }

  async evidence(claim: string, key: string, source?: string) {
    const named = this.sources_.library.withKey(key);
    const reference = named.find(({ origin }) => origin.source === source) ?? named[0];
    if (!reference) return undefined;
    const others = this.works.of(reference)?.references ?? [];
    return findEvidence(claim, [reference, ...others], { ...this.parts, briefs: this.sources_.briefs });
  }

  picture() {
    return this.pictures.of(() => this.marked(this.works.all()));
  }

  async bibtex(key: string, preferredSources: readonly string[] = []) {
    const reference = this.byKey(key, preferredSources);
    if (!reference) return undefined;
    const { source, start } = reference.origin;
    const own = this.sources_.library
      .withKey(key)
      .find(({ origin }) => origin.source === source && origin.start === start);
    if (own?.bibtex !== undefined) return own.bibtex;
    return writeBibtex(reference.item, reference.key, { dialect: 'bibtex' });
  }

  understand(isWanted: boolean) {
    return this.sources_.understand(isWanted);
  }

  async understood() {
    return this.parts.meaning?.serialise();
  }

  onDidUnderstand(listener: (understanding: Understanding) => void) {
    this.understandingListeners.add(listener);
    return () => void this.understandingListeners.delete(listener);
  }

  onDidChange(listener: (change: LibraryChange) => void) {
    return this.changes.listen(listener);
  }

  private get works() {
    return this.sources_.library.works;
  }

  private byKey(key: string, preferredSources: readonly string[]): LibraryReference | undefined {
    const all = this.sources_.library.withKey(key);
    const rank = (reference: Reference) => {
      const at = preferredSources.indexOf(reference.origin.source);
      return at < 0 ? preferredSources.length : at;
    };
    // One that has the key itself goes before one that has it as an alias.
    const [best] = [...all].sort(
      (a, b) => rank(a) - rank(b) || Number(a.key !== key) - Number(b.key !== key),
    );
    if (!best) return undefined;
    const found = withOrigins(best, this.works.of(best), this.works, preferredSources);
    if (best.key === key) return found;
    const [origin, ...others] = found.origins;
    return { ...found, key, origins: [{ ...origin!, key }, ...others] };
  }

  /** What a filter finds, and where its words stand in the titles; `undefined` without a filter. */
  private found(filter: string | undefined): ReadonlyMap<Work, readonly TextRange[]> | undefined {
    if (!filter?.trim()) return undefined;
    const found = new Map<Work, readonly TextRange[]>();
    this.sources_.bringForward(filter);
    const { indexed } = this.sources_;
    const asked = {
      limit: maxFiltered,
      unfinished: true,
      meaning: false,
      narrow: true,
      allowed: indexed.has,
    };
    for (const { id, titleMatches } of indexed.index.search(filter, asked).hits) {
      const work = indexed.at(id);
      if (work) found.set(work, titleMatches);
    }
    return found;
  }

  /** Making marks reads titles and names, which for a large library is done in slices. */
  private async marked(works: Iterable<Work>): Promise<MarkedWork[]> {
    const marked: MarkedWork[] = [];
    let made = 0;
    for (const work of works) {
      if (!work.marks) {
        work.marks = this.marker.marksOf(work.references);
        if (++made % markedPerSlice === 0) await this.parts.pause();
      }
      marked.push(work as MarkedWork);
    }
    return marked;
  }
}
