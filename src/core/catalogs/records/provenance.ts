import { say } from '../../util/say';
import type { ServiceId } from '../catalog';
import { catalogOf } from '../services/catalogs';
import type { FoundWork, WorkSource } from './mergeRecords';

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
const words = (): Readonly<Record<string, string>> => ({
  type: '',
  language: '',
  genre: '',
  author: say('authors'),
  editor: say('editors'),
  translator: say('translators'),
  issued: say('date'),
  'container-title': say('journal or book'),
  'container-title-short': say('journal or book'),
  'collection-title': say('series'),
  'publisher-place': say('publisher'),
  'event-title': say('conference'),
  'event-place': say('conference'),
  page: say('pages'),
  'number-of-pages': say('pages'),
  'original-title': say('original title'),
  URL: say('address'),
  title: say('title'),
  abstract: say('abstract'),
  publisher: say('publisher'),
  volume: say('volume'),
  issue: say('issue'),
});

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
    ? [
        say('from {0}', first.name),
        ...others.map(({ name, fields }) => say('{0} from {1}', fields.join(', '), name)),
      ].join('; ')
    : '';
}

/** A variable of CSL in words: `journal or book` for `container-title`. */
export function fieldWord(field: string): string {
  return words()[field] || field;
}

function fieldWords({ fields }: WorkSource): string[] {
  return [...new Set(fields.map(field => words()[field] ?? field))].filter(Boolean);
}

function isWebAddress(page: string | undefined): page is string {
  return page !== undefined && /^https?:\/\//.test(page);
}
