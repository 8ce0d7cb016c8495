import type { FieldName } from '../index/searchDocument';

/** The filters that can be typed, and the field each looks in; `year` is a range. */
export const filterFields: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['author', 'authors'],
  ['authors', 'authors'],
  ['title', 'title'],
  ['venue', 'venue'],
  ['key', 'key'],
  ['topic', 'topics'],
  ['tag', 'topics'],
  ['in', 'sources'],
  ['abstract', 'abstract'],
]);

/** What a person types for a field. */
export function filterNameOf(field: FieldName): string {
  for (const [name, known] of filterFields) if (known === field) return name;
  return field;
}

/** Filters by identifier: one work passes, or none. */
export const identifierFilters: ReadonlySet<string> = new Set([
  'doi',
  'arxiv',
  'pmid',
  'pmcid',
  'isbn',
  'url',
]);

/** The values that each filter with a fixed choice has. */
export const filterChoices: ReadonlyMap<string, readonly string[]> = new Map([
  ['has', ['pdf', 'abstract', 'doi', 'note']],
  ['cited', ['yes', 'no']],
  [
    'type',
    [
      'article',
      'book',
      'chapter',
      'conference',
      'preprint',
      'report',
      'thesis',
      'dataset',
      'software',
      'webpage',
    ],
  ],
]);

/** `keys:` names works one by one, with commas between: a part of the map is filtered so. */
const facetNames: ReadonlySet<string> = new Set([
  'type',
  'has',
  'cited',
  'collection',
  'keys',
  ...identifierFilters,
]);

/** Whether a filter asks for what the index does not know. */
export function isFacetName(name: string): boolean {
  return facetNames.has(name);
}

/** Whether `name:` is a filter. */
export function isFilterName(name: string): boolean {
  return name === 'year' || filterFields.has(name) || facetNames.has(name);
}

/** The names offered for completion. */
export const filterNames = [
  'author',
  'year',
  'title',
  'venue',
  'key',
  'topic',
  'in',
  'abstract',
  'type',
  'has',
  'cited',
  'tag',
  'collection',
  'doi',
] as const;
