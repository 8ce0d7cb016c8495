import type { InvertedIndex } from '../index/invertedIndex';
import type { FoldedTexts } from '../text/foldedTexts';
import { phraseTest } from '../text/phrase';
import { type IdSet, referencesLike, referencesWithAll, referencesWithExactly } from './filters';
import { filterNameOf, type Query } from './query';

/** Which references a query's filters let pass. */
export interface QueryFilter {
  /** Absent when there is nothing to filter. */
  readonly accepts?: (id: number) => boolean;
  /** Words of filters that nothing matches: they are searched like others. */
  readonly words: readonly string[];
  readonly hints: readonly string[];
}

type Check = (id: number) => boolean;

/** Evaluates the filters of a query against an index. Texts are read only to check phrases. */
export function queryFilter(index: InvertedIndex, query: Query, texts: FoldedTexts): QueryFilter {
  const checks: Check[] = [];
  const words: string[] = [];
  const hints: string[] = [];
  for (const { from, to, isExcluded } of query.years)
    checks.push(id => (index.year(id) >= from && index.year(id) <= to) !== isExcluded);
  for (const { field, words: values, isPhrase, isExcluded } of query.filters) {
    const set = isExcluded ? referencesWithAll(index, values, field) : referencesLike(index, values, field);
    if (isExcluded) checks.push(id => !set[id]);
    else if (set.includes(1)) {
      checks.push(isIn(set));
      const isText = field === 'title' || field === 'abstract';
      if (isPhrase && isText && values.length > 1) {
        const test = phraseTest(values);
        checks.push(id => test(texts.of(id)[field]));
      }
    } else {
      words.push(...values);
      hints.push(`Nothing has the ${filterNameOf(field)} “${values.join(' ')}”, so it is searched as words.`);
    }
  }
  for (const phrase of query.phrases) {
    checks.push(isIn(referencesWithExactly(index, phrase)));
    checks.push(hasPhrase(phrase, texts));
  }
  for (const phrase of query.excluded) {
    const set = referencesWithAll(index, phrase);
    const check = phrase.length > 1 ? hasPhrase(phrase, texts) : undefined;
    checks.push(id => !(set[id] && (!check || check(id))));
  }
  return { words, hints, ...(checks.length ? { accepts: id => checks.every(check => check(id)) } : {}) };
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
