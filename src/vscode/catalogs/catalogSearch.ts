import { type AskedQuery, isIdentifierQuery, readQuery } from '../../core/catalogs/query';
import type { FoundWork } from '../../core/catalogs/records/mergeRecords';
import { catalogOf } from '../../core/catalogs/services/catalogs';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { type Identifier, identifierLabel, sameIdentifier } from '../../core/model/identifiers/identifier';
import { itemIdentifiers } from '../../core/model/identifiers/itemIdentifiers';
import { say } from '../../core/util/say';
import { notify } from '../notify';
import type { OutsideAnswer, OutsideOffer, OutsideSearch } from '../search/outsideSearch';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { foundReference, isFromCatalog } from './foundReference';
import type { FoundWorks } from './foundWorks';

/** Shorter queries are names half typed. */
const shortest = 3;
/** Services, or works, named in the row that offers to ask for them. */
const named = 2;

/** The public catalogs as the second section of the search list. */
export class CatalogSearch implements OutsideSearch {
  private readonly works = new WeakMap<LibraryReference, FoundWork>();

  constructor(
    private readonly desk: CatalogDesk,
    private readonly citer: CatalogCiter,
    private readonly library: LibraryService,
    private readonly found: FoundWorks,
  ) {}

  offer(query: string): OutsideOffer | undefined {
    const text = query.trim();
    if (!this.desk.isOn || text.length < shortest) return undefined;
    const asked = readQuery(text);
    const { kind, query: question, stated } = asked;
    if (kind !== 'words' && !this.desk.canLookUp(question)) return undefined;
    const identifiers = namedIn(asked);
    if (kind === 'url') return { label: say('Look up this address'), isExact: true, isIdentifier: true };
    if (identifiers.length > 0) {
      const labels = stated.length > 0 ? stated.map(({ identifier }) => identifier) : identifiers;
      return {
        label: say('Look up {0}', few(labels.map(identifierLabel))),
        isExact: true,
        isIdentifier: stated.length === 0,
      };
    }
    if (kind === 'reference')
      return {
        label: say('Look up this reference'),
        isExact: false,
        isIdentifier: false,
        goesFirst: true,
      };
    const names = this.desk.searched().map(({ name }) => name);
    if (names.length === 0) return undefined;
    return {
      label: say('Search {0} for “{1}”', few(names), text),
      isExact: false,
      isIdentifier: false,
    };
  }

  meantBy(query: string): (reference: LibraryReference) => boolean {
    const meant = namedIn(readQuery(query));
    return ({ item }) => itemIdentifiers(item).some(own => meant.some(one => sameIdentifier(own, one)));
  }

  async ask(query: string, progress: (answer: OutsideAnswer) => void, signal: AbortSignal): Promise<void> {
    const { kind } = readQuery(query);
    if (kind === 'words') {
      const heading = say(
        'From {0}',
        this.desk
          .searched()
          .map(({ name }) => name)
          .join(', '),
      );
      // Answers come faster than they are compared with the library: the last one is what counts.
      let newest = 0;
      const shown: Promise<void>[] = [];
      await this.desk.search(
        query.trim(),
        ({ works, pending, failures }) => {
          const turn = ++newest;
          const show = async () => {
            const hits = await this.hits(works);
            if (turn === newest)
              progress({
                query,
                heading,
                hits,
                pending: pending.map(id => catalogOf(id).name),
                failures: failures.map(({ message }) => message),
              });
          };
          shown.push(show());
        },
        signal,
      );
      await Promise.all(shown);
      return;
    }
    const { works, failures, error } = await this.desk.find(query, signal);
    const messages = error ? [error] : failures.map(({ message }) => message);
    progress({
      query,
      heading: say('From the catalogs'),
      hits: await this.hits(works),
      isMeant: true,
      pending: [],
      failures: messages,
    });
  }

  async comparedAnew(answer: OutsideAnswer): Promise<OutsideAnswer> {
    const works = answer.hits.map(({ reference }) => this.works.get(reference));
    return { ...answer, hits: await this.hits(works.filter(work => work !== undefined)) };
  }

  async finished(reference: LibraryReference): Promise<LibraryReference | undefined> {
    const work = this.works.get(reference);
    if (!work || !isFromCatalog(reference)) return reference;
    const whole = await notify.progress(say('Looking up {0}', reference.key), signal =>
      this.desk.complete(work, signal),
    );
    return whole && this.citer.reference(whole);
  }

  private async hits(works: readonly FoundWork[]) {
    return Promise.all(
      works.map(async work => {
        const { reference, notes } = await foundReference(work, this.library);
        this.works.set(reference, work);
        this.found.list(reference, work);
        return { reference, note: notes.join(' · ') };
      }),
    );
  }
}

/** The identifiers that a query is, or states among its words. */
function namedIn({ query, stated }: AskedQuery): Identifier[] {
  if (stated.length > 0)
    return stated.flatMap(({ identifier, longer }) => (longer ? [identifier, longer] : [identifier]));
  return isIdentifierQuery(query) ? [query] : [];
}

function few(names: readonly string[]): string {
  return names.length > named ? `${names.slice(0, named).join(', ')}, …` : names.join(', ');
}
