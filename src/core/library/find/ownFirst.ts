import type { AnswerSection, Standing } from '../libraryService';
import { collectionSource } from '../works/collectionSource';
import type { Work } from '../works/works';

/** What is ordered: what was found, and whose it is. */
interface Found {
  readonly score: number;
  readonly standing: Standing;
}

/**
 * Own rows in front of the collection's: a list of VS Code's takes two fifths of the window, and five rows of two lines must fit the
 * smallest, so that the collection's heading is on the screen.
 */
const ownInFront = 4;
/** Rows of the collection in front of more own ones. */
const collectionInFront = 5;
/** What matches so much worse than the best, as a share of its score, does not go before it. */
const leastInFront = 0.3;

/** Whose a work is: of the bibliographies that apply to the document at hand, of others of the writer's, or the collection's alone. */
export function standingOf({ references }: Work, preferredSources: readonly string[]): Standing {
  let standing: Standing = 'collection';
  for (const { origin } of references) {
    if (preferredSources.includes(origin.source)) return 'document';
    if (origin.source !== collectionSource.id) standing = 'library';
  }
  return standing;
}

const ranks: Readonly<Record<Standing, number>> = { document: 0, library: 1, collection: 2 };

/**
 * Puts what was found, best first, in the order of a list: the best of the document's bibliographies, of the writer's others, of the
 * collection, and then the rest of each. So a far better match of the collection is seen without going before the writer's own.
 */
export function ownFirst<T extends Found>(found: readonly T[]): (T & { readonly section: AnswerSection })[] {
  const best = Math.max(0, ...found.map(({ score }) => score));
  const own = found.filter(({ standing }) => standing !== 'collection');
  const collection = found.filter(({ standing }) => standing === 'collection');
  const isInFront = ({ score }: T) => score >= best * leastInFront;
  const inFront = collection.length ? own.slice(0, ownInFront).filter(isInFront) : own;
  const more = own.slice(inFront.length);
  const byStanding = [...inFront].sort((a, b) => ranks[a.standing] - ranks[b.standing]);
  const shown = more.length ? collectionInFront : collection.length;
  return [
    ...byStanding.map(one => ({ ...one, section: one.standing })),
    ...collection.slice(0, shown).map(one => ({ ...one, section: 'collection' as const })),
    ...more.map(one => ({ ...one, section: 'more' as const })),
    ...collection.slice(shown).map(one => ({ ...one, section: 'moreOfCollection' as const })),
  ];
}
