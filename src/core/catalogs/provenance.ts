import type { ServiceId } from './catalog';
import type { FoundWork, WorkSource } from './mergeRecords';
import { catalogOf } from './services/catalogs';

/** What one service gave of a work. */
export interface Provenance {
  readonly service: ServiceId;
  /** As the service calls itself. */
  readonly name: string;
  /** Where it shows the work; a web address. */
  readonly page?: string;
  /** In words: `title`, `authors`, `abstract`. */
  readonly fields: readonly string[];
}

/** Variables of CSL in words, where they are not words themselves; those that say the same are one. */
const words: Readonly<Record<string, string>> = {
  type: '',
  language: '',
  genre: '',
  author: 'authors',
  editor: 'editors',
  translator: 'translators',
  issued: 'date',
  'container-title': 'journal or book',
  'container-title-short': 'journal or book',
  'collection-title': 'series',
  'publisher-place': 'publisher',
  'event-title': 'conference',
  'event-place': 'conference',
  page: 'pages',
  'number-of-pages': 'pages',
  'original-title': 'original title',
  URL: 'address',
};

/** Which service gave what, in the order in which they were asked; those that gave nothing of it are left out. */
export function provenanceOf({ sources }: Pick<FoundWork, 'sources'>): Provenance[] {
  return sources.flatMap(source => {
    const fields = fieldWords(source);
    const { service, page } = source;
    return fields.length > 0
      ? [{ service, name: catalogOf(service).name, fields, ...(isWebAddress(page) && { page }) }]
      : [];
  });
}

/** In a line of a list: `from Crossref; abstract from OpenAlex`. */
export function provenanceNote(work: Pick<FoundWork, 'sources'>): string {
  const [first, ...others] = provenanceOf(work);
  return first
    ? [`from ${first.name}`, ...others.map(({ name, fields }) => `${fields.join(', ')} from ${name}`)].join(
        '; ',
      )
    : '';
}

function fieldWords({ fields }: WorkSource): string[] {
  return [...new Set(fields.map(field => words[field] ?? field))].filter(Boolean);
}

function isWebAddress(page: string | undefined): page is string {
  return page !== undefined && /^https?:\/\//.test(page);
}
