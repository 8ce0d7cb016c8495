import type { FieldName } from '../index/searchDocument';
import { foldText } from '../text/fold';
import { filterChoices, filterFields, filterNames } from './filterNames';
import { type QueryPart, queryParts } from './queryParts';

export interface FilterCompletion {
  /** Shown. */
  readonly label: string;
  /** The whole query after accepting. */
  readonly query: string;
  readonly count?: number;
}

/** A value that references have, and how many have it. */
export interface FieldValue {
  readonly value: string;
  readonly count: number;
}

const maxCompletions = 12;

/**
 * What could follow at `offset`: `aut` → `author:`; `author:va` → the names with a word that begins so, the most frequent first.
 * `values` gives what a field holds (`year` included). Nothing follows where a plain word is typed that begins no filter's name.
 */
export function completeFilter(
  query: string,
  offset: number,
  values: (field: FieldName) => Iterable<FieldValue>,
): FilterCompletion[] {
  const part = queryParts(query).find(({ start, end }) => start < offset && offset <= end);
  if (!part) return [];
  const name = part.name?.toLowerCase();
  if (name === undefined) return part.isQuoted ? [] : nameCompletions(query, part);
  const choices = filterChoices.get(name);
  if (choices) {
    const begun = query.slice(part.valueStart, Math.max(part.valueStart, offset)).toLowerCase();
    return choices
      .filter(choice => choice.startsWith(begun) && choice !== begun)
      .map(choice => ({ label: `${name}:${choice}`, query: replaceValue(query, part, choice) }));
  }
  const field = name === 'year' ? 'year' : filterFields.get(name);
  if (!field || field === 'title' || field === 'abstract') return [];
  const typed = foldText(query.slice(part.valueStart, Math.max(part.valueStart, offset)));
  return [...values(field)]
    .filter(({ value }) => hasWordStartingWith(foldText(value), typed))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, maxCompletions)
    .map(({ value, count }) => ({ label: value, query: replaceValue(query, part, value), count }));
}

function nameCompletions(query: string, part: QueryPart): FilterCompletion[] {
  const typed = part.value.toLowerCase();
  const start = part.end - part.value.length;
  if (!typed) return [];
  return filterNames
    .filter(name => name.startsWith(typed))
    .map(name => ({ label: `${name}:`, query: `${query.slice(0, start)}${name}:${query.slice(part.end)}` }));
}

function hasWordStartingWith(text: string, beginning: string): boolean {
  return text.startsWith(beginning) || text.split(/[^\p{L}\p{N}]+/u).some(word => word.startsWith(beginning));
}

/** The query with the value put in, quoted where it has spaces, ready for the next word. */
function replaceValue(query: string, part: QueryPart, value: string): string {
  const plain = value.replace(/["\u201c\u201d]/g, '');
  const written = /\s/.test(plain) ? `"${plain}"` : plain;
  const before = query.slice(0, part.valueStart - (part.isQuoted ? 1 : 0));
  const after = query.slice(part.end).trimStart();
  return `${before}${written} ${after}`;
}
