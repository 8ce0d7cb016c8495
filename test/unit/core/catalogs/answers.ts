import type { CatalogQuery, CatalogRecord, ServiceId } from '../../../../src/core/catalogs/catalog';
import { catalogOf } from '../../../../src/core/catalogs/services/catalogs';

/** What a service's answer to a look-up amounts to. */
export function looked(service: ServiceId, query: CatalogQuery, body: unknown): readonly CatalogRecord[] {
  return catalogOf(service).lookUp(query, {})!.read(asText(body)).records;
}

/** What a service's answer to a search amounts to. */
export function searched(service: ServiceId, body: unknown): readonly CatalogRecord[] {
  return catalogOf(service).search!('words', 5, {})!.read(asText(body)).records;
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

export const doi = (id: string): CatalogQuery => ({ kind: 'doi', id });

/** A work as Crossref answers it, with made-up contents. */
export function crossrefWork(fields: object): object {
  return {
    status: 'ok',
    'message-type': 'work',
    message: {
      DOI: '10.1000/river.1',
      type: 'journal-article',
      title: ['Rivers of glass'],
      author: [{ given: 'Ann', family: 'Roe', sequence: 'first' }],
      'container-title': ['Journal of Rivers'],
      'short-container-title': ['J. Riv.'],
      issued: { 'date-parts': [[2020, 5, 4]] },
      publisher: 'River Press',
      volume: '12',
      issue: '3',
      page: '45-67',
      ISSN: ['1111-2222', '3333-444X'],
      'issn-type': [{ value: '3333-444X', type: 'print' }],
      'is-referenced-by-count': 7,
      ...fields,
    },
  };
}
