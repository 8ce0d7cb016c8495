import { say } from '../../util/say';
import type { InvertedIndex } from '../index/invertedIndex';
import type { IdSet } from '../index/referencesWith';
import type { FoldedTexts } from '../text/foldedTexts';
import { phraseTest } from '../text/phrase';
import { filterNameOf } from './filterNames';
import { referencesLike, referencesWithAll, referencesWithExactly } from './filters';
import { type FacetFilter, type Query, wordsOf } from './query';

/** Which references a query's filters let pass. */
export interface QueryFilter {
  /** Absent when there is nothing to filter. */
  readonly accepts?: Check;
  /** The part of it that leaves out what is not wanted; absent when nothing is excluded. */
  readonly notExcluded?: Check;
  /** Words of filters that nothing matches: they are searched like others. */
  readonly words: readonly string[];
  /** Words of all filters that say what is wanted, for when no reference passes them. */
  readonly filterWords: readonly string[];
  readonly hints: readonly string[];
}

/** Which references pass a filter; `undefined` when it is none. */
export type FacetTest = (filter: FacetFilter) => ((id: number) => boolean) | undefined;

export type Check = (id: number) => boolean;

/** Evaluates the filters of a query against an index. Texts are read only to check phrases. */
export function queryFilter(
  index: InvertedIndex,
  query: Query,
  texts: FoldedTexts,
  facet?: FacetTest,
): QueryFilter {
  const wanted: Check[] = [];
  const unwanted: Check[] = [];
  const words: string[] = [];
  const hints: string[] = [];
  for (const { from, to, isExcluded } of query.years)
    (isExcluded ? unwanted : wanted).push(
      id => (index.year(id) >= from && index.year(id) <= to) !== isExcluded,
    );
  for (const { field, words: values, isPhrase, isExcluded } of query.filters) {
    const set = isExcluded ? referencesWithAll(index, values, field) : referencesLike(index, values, field);
    if (isExcluded) unwanted.push(id => !set[id]);
    else if (set.includes(1)) {
      wanted.push(isIn(set));
      const isText = field === 'title' || field === 'abstract';
      if (isPhrase && isText && values.length > 1) {
        const test = phraseTest(values);
        wanted.push(id => test(texts.of(id)[field]));
      }
    } else {
      words.push(...values);
      hints.push(
        say('Nothing has the {0} “{1}”, so it is searched as words.', filterNameOf(field), values.join(' ')),
      );
    }
  }
  for (const filter of query.facets) {
    const test = facet?.(filter);
    if (test && filter.isExcluded) unwanted.push(id => !test(id));
    else if (test) wanted.push(test);
    else {
      words.push(...wordsOf(filter.value));
      hints.push(say('“{0}:{1}” is searched as words.', filter.name, filter.value));
    }
  }
  for (const phrase of query.phrases) {
    wanted.push(isIn(referencesWithExactly(index, phrase)));
    wanted.push(hasPhrase(phrase, texts));
  }
  for (const phrase of query.excluded) {
    const set = referencesWithAll(index, phrase);
    const check = phrase.length > 1 ? hasPhrase(phrase, texts) : undefined;
    unwanted.push(id => !(set[id] && (!check || check(id))));
  }
  const named = query.filters.filter(({ isExcluded }) => !isExcluded).flatMap(filter => filter.words);
  return {
    words,
    filterWords: [...new Set([...words, ...named])],
    hints,
    ...(wanted.length + unwanted.length ? { accepts: all([...unwanted, ...wanted]) } : {}),
    ...(unwanted.length ? { notExcluded: all(unwanted) } : {}),
  };
}

function all(checks: readonly Check[]): Check {
  return id => checks.every(check => check(id));
}

function isIn(set: IdSet): Check {
  return id => set[id] === 1;
}

function hasPhrase(phrase: readonly string[], texts: FoldedTexts): Check {
  const test = phraseTest(phrase);
  return id => {
    const { title, abstract } = texts.of(id);
    return test(title) || test(abstract);
  };
}
