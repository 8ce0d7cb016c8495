import type { Identifier } from '../../model/identifiers/identifier';
import type { CslItem, Reference } from '../../model/reference';
import { briefOfItem } from '../../model/referenceSummary';
import { identifierFilters } from '../../search/query/filterNames';
import { parseQuery } from '../../search/query/query';
import type { FacetTest } from '../../search/query/queryFilter';
import { say } from '../../util/say';
import type { WorkSearchAnswer } from '../indexing/workIndex';
import type { LibraryReference, SearchAnswer, SearchHit, SearchRequest } from '../libraryService';
import type { SourceLoader } from '../sources/sourceLoader';
import { toLibraryReference, withOrigins } from '../works/libraryReference';
import { normalised } from '../works/workIdentity';
import type { Work } from '../works/works';
import { facetTests } from './facets';
import { findByIdentifier } from './identifierLookup';
import { type IdentifierQuery, identifierQuery, identifiersWithin } from './identifierQuery';
import { KeyCompletion } from './keyCompletion';
import { ownFirst, standingOf } from './ownFirst';

/** Fewer own hits than this among the first are looked for once more, without the collection. */
const fewOwn = 4;
/** So many works with the words of a title are compared with it. */
const mostAlike = 200;
/** So many are ranked at least: what is shown of the writer's own and of the collection is chosen from them. */
const leastRanked = 50;

type Hit = WorkSearchAnswer['hits'][number];

/** What decides which of several hits goes before others. */
type MarkedHit = Pick<SearchHit, 'section' | 'cited' | 'recent'>;

/** A work that was found by its key. */
interface KeyHit extends MarkedHit {
  /** The one of its references that is offered. */
  readonly offered: Reference;
  readonly work: Work | undefined;
}

/** Answers searches of the library: by identifiers, by keys, and by words and meaning, the writer's own first. */
export class ReferenceSearch {
  private readonly keyed = new KeyCompletion(() => this.sources.library.keyed());

  constructor(
    private readonly sources: SourceLoader,
    private readonly pause: () => Promise<void>,
  ) {}

  /** To be called when sources changed. */
  forget(): void {
    this.keyed.forget();
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const { query } = request;
    this.sources.bringForward(query);
    const wanted = request.isSentence ? undefined : identifierQuery(query);
    if (wanted) {
      const references = await this.byIdentifier(wanted);
      if (references.length || !wanted.isNumber) return this.identified(references, request);
    }
    const { identifiers, rest } = identifiersWithin(query);
    const isFilter = !request.isSentence && namesIdentifier(query);
    if (isFilter) return this.filteredByIdentifier(request);
    if (!identifiers.length) return this.byWords(request, request.query);
    // A sentence that names a work by its identifier speaks of that work, and of what it says.
    const named = (await Promise.all(identifiers.map(exact => this.byIdentifier({ exact })))).flat();
    const { hits, ...answer } = this.byWords(request, rest);
    const first = this.identified(named, request).hits;
    const others = hits.filter(({ reference }) => !first.some(hit => sameWork(hit.reference, reference)));
    return { ...answer, hits: [...first, ...others].slice(0, request.limit) };
  }

  async complete(request: SearchRequest): Promise<SearchAnswer> {
    const typed = request.query.trim();
    const byKey = this.byKey(typed, request);
    if (byKey.length >= request.limit) return { hits: byKey };
    const wanted = byKey.length ? undefined : identifierQuery(typed);
    if (wanted && !wanted.isNumber) return this.identified(await this.byIdentifier(wanted), request);
    this.sources.bringForward(request.query);
    const { hits, ...answer } = this.byWords({ ...request, isSentence: true }, request.query);
    const more = hits.filter(({ reference }) => !byKey.some(hit => sameWork(hit.reference, reference)));
    return { ...answer, hits: [...byKey, ...more].slice(0, request.limit) };
  }

  /** The works whose keys begin with what is typed, then those in whose keys it stands; the items of what is listed alone are made out. */
  private byKey(typed: string, request: SearchRequest): SearchHit[] {
    const { works } = this.sources.library;
    const preferred = request.preferredSources ?? [];
    const marks = this.marksOf(request);
    const begun = new Map<Work | Reference, KeyHit>();
    const others = new Map<Work | Reference, KeyHit>();
    const add = (reference: Reference, begins: boolean) => {
      const work = works.of(reference);
      const id = work ?? reference;
      if (begun.has(id)) return;
      const offered = this.offered(reference, work, preferred);
      const isBegun = begins && offered.key === reference.key;
      const section = work ? standingOf(work, preferred) : 'library';
      (isBegun ? begun : others).set(id, { offered, work, section, ...marks(work?.slot ?? -1) });
    };
    const { beginning, containing } = this.keyed.find(typed);
    for (const reference of beginning) add(reference, true);
    for (const reference of containing) add(reference, false);
    for (const id of begun.keys()) others.delete(id);
    return [...byPreference(begun.values()), ...byPreference(others.values())]
      .slice(0, request.limit)
      .map(({ offered, work, ...hit }) => ({
        reference: withOrigins(offered, work, works, preferred),
        score: 1,
        titleMatches: [],
        ...hit,
      }));
  }

  /** See `LibraryService.alike`. */
  alike(item: CslItem, identifiers: readonly Identifier[]): readonly LibraryReference[] {
    const { works } = this.sources.library;
    const { title = '' } = item;
    if (title) this.sources.bringForward(title);
    const like = works.like({ ...briefOfItem(item), identifiers });
    return [...new Set([...like, ...this.titled(title)])].map(work => toLibraryReference(work, works));
  }

  private titled(title: string): Work[] {
    const { indexed, briefs } = this.sources;
    const wanted = normalised(title);
    const isTitledSo = ({ references }: Work) =>
      references.some(reference => normalised(briefs.of(reference).title) === wanted);
    return indexed.index
      .titledLike(title, mostAlike)
      .flatMap(slot => indexed.at(slot) ?? [])
      .filter(isTitledSo);
  }

  /** A work by the key that was typed, unless the document's own bibliographies have it under another. */
  private offered(reference: Reference, work: Work | undefined, preferred: readonly string[]): Reference {
    if (!work || preferred.includes(reference.origin.source)) return reference;
    return work.references.find(other => preferred.includes(other.origin.source)) ?? reference;
  }

  private byWords(request: SearchRequest, query: string, facet?: FacetTest): SearchAnswer {
    const { indexed } = this.sources;
    const { limit, preferredSources = [] } = request;
    const ranked = Math.max(limit, leastRanked);
    const standing = ({ id }: Hit) => {
      const work = indexed.at(id);
      return work ? standingOf(work, preferredSources) : 'library';
    };
    const first = this.rank(request, query, ranked, indexed.has, facet);
    let hits = first.hits;
    const isOwn = (hit: Hit) => standing(hit) !== 'collection';
    if (hits.length >= ranked && hits.filter(isOwn).length < fewOwn) {
      const ownOnly = (slot: number) => indexed.has(slot) && standing({ id: slot } as Hit) !== 'collection';
      const own = this.rank(request, query, fewOwn, ownOnly, facet).hits;
      hits = [...own.filter(({ id }) => !hits.some(hit => hit.id === id)), ...hits];
    }
    const marks = this.marksOf(request);
    const ordered = ownFirst(hits.map(hit => ({ ...hit, standing: standing(hit) }))).slice(0, limit);
    return {
      hits: ordered.flatMap(({ id, standing: _, ...hit }) => {
        const work = indexed.at(id);
        if (!work) return [];
        return [
          {
            ...hit,
            ...marks(id),
            reference: toLibraryReference(work, this.sources.library.works, preferredSources),
          },
        ];
      }),
      ...(first.hint ? { hint: first.hint } : {}),
      ...(this.sources.isIncomplete ? { partial: true } : {}),
    };
  }

  private rank(
    request: SearchRequest,
    query: string,
    limit: number,
    allowed: (slot: number) => boolean,
    facet: FacetTest | undefined,
  ): WorkSearchAnswer {
    const cited = this.slotsOf(request.citedKeys, request.preferredSources);
    const recent = this.slotsOf(request.recentKeys, request.preferredSources);
    const { index } = this.sources.indexed;
    const answer = index.search(query, {
      limit,
      unfinished: request.unfinished ?? true,
      meaning: request.meaning ?? true,
      isSentence: request.isSentence ?? false,
      allowed,
      facet: facet ?? this.facets(cited, new Map()),
      boost: slot => (cited.has(slot) ? 2 : 0) + (recent.has(slot) ? 1 : 0),
    });
    if (request.meaning ?? true)
      index.preferMeaning?.([...cited, ...recent, ...answer.hits.map(({ id }) => id)]);
    return answer;
  }

  private facets(
    cited: ReadonlySet<number>,
    identified: ReadonlyMap<string, ReadonlySet<number>>,
  ): FacetTest {
    return facetTests({
      work: slot => this.sources.indexed.at(slot),
      summaries: this.sources.briefs,
      isCited: slot => cited.has(slot),
      identified,
    });
  }

  /** `doi:…` among other words and filters: nothing but that work, and nothing where there is none. */
  private async filteredByIdentifier(request: SearchRequest): Promise<SearchAnswer> {
    const identified = new Map<string, ReadonlySet<number>>();
    for (const { name, value } of parseQuery(request.query).facets) {
      if (!identifierFilters.has(name)) continue;
      const wanted = identifierQuery(`${name}:${value}`);
      const references = wanted ? await this.byIdentifier(wanted) : [];
      const slots = references.map(reference => this.sources.library.works.of(reference)?.slot ?? -1);
      if (!slots.length) return this.identified([], request);
      identified.set(`${name}:${value}`, new Set(slots));
    }
    return this.byWords(
      request,
      request.query,
      this.facets(this.slotsOf(request.citedKeys, request.preferredSources), identified),
    );
  }

  private async byIdentifier(wanted: IdentifierQuery): Promise<readonly Reference[]> {
    const found = await findByIdentifier(
      wanted,
      {
        withIdentifier: identifier => this.sources.library.works.withIdentifier(identifier)?.references ?? [],
        all: () => this.allReferences(),
      },
      this.pause,
    );
    const isExact = wanted.exact !== undefined;
    const works = new Set(found.map(reference => this.sources.library.works.of(reference) ?? reference));
    // Half typed, it may be that of any of several.
    return works.size > 1 && !isExact ? [] : found;
  }

  private *allReferences(): Iterable<Reference> {
    for (const { source } of this.sources.states()) yield* this.sources.library.contents(source.id);
  }

  private identified(references: readonly Reference[], request: SearchRequest): SearchAnswer {
    const { works } = this.sources.library;
    const preferred = request.preferredSources ?? [];
    const marks = this.marksOf(request);
    const hits = new Map<Work | Reference, SearchHit>();
    for (const reference of references) {
      const work = works.of(reference);
      if (hits.has(work ?? reference)) continue;
      hits.set(work ?? reference, {
        reference: work
          ? toLibraryReference(work, works, preferred)
          : withOrigins(reference, undefined, works),
        score: 1,
        titleMatches: [],
        ...(work ? { section: standingOf(work, preferred), ...marks(work.slot) } : {}),
      });
    }
    return {
      hits: [...byPreference(hits.values())].slice(0, request.limit),
      ...(hits.size ? {} : { hint: say('Nothing in the library has this identifier.') }),
      ...(this.sources.isIncomplete ? { partial: true } : {}),
    };
  }

  private marksOf(request: SearchRequest) {
    const cited = this.slotsOf(request.citedKeys, request.preferredSources);
    const recent = this.slotsOf(request.recentKeys, request.preferredSources);
    return (slot: number) => ({
      ...(cited.has(slot) ? { cited: true } : {}),
      ...(recent.has(slot) ? { recent: true } : {}),
    });
  }

  /** The works of keys: those that the preferred sources have under them, else all that have such a key. */
  slotsOf(keys: readonly string[] = [], preferred: readonly string[] = []): ReadonlySet<number> {
    const { library } = this.sources;
    const slots = keys.flatMap(key => {
      const found = library.withKey(key);
      const own = found.filter(({ origin }) => preferred.includes(origin.source));
      return (own.length ? own : found).map(one => library.works.of(one)?.slot ?? -1);
    });
    return new Set(slots.filter(slot => slot >= 0));
  }
}

const sections = ['document', 'library', 'collection', 'more', 'moreOfCollection'] as const;

/** The document's own first, then the writer's, then the collection's; of each what is cited, then what was cited lately. */
function byPreference<T extends MarkedHit>(hits: Iterable<T>): T[] {
  const rank = ({ section = 'library', cited, recent }: T) =>
    sections.indexOf(section) * 4 + (cited ? 0 : recent ? 1 : 2);
  return [...hits].sort((a, b) => rank(a) - rank(b));
}

function sameWork(a: LibraryReference, b: LibraryReference): boolean {
  return a.key === b.key && a.origin.source === b.origin.source;
}

function namesIdentifier(query: string): boolean {
  return parseQuery(query).facets.some(({ name }) => identifierFilters.has(name));
}
