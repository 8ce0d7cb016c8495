import { identifierOfAddress } from '../../model/identifiers/address';
import type { Identifier } from '../../model/identifiers/identifier';
import { tableOf } from '../../util/collections/tableOf';
import { say } from '../../util/say';
import {
  type Access,
  type Catalog,
  type CatalogQuery,
  type CatalogReading,
  type CatalogRecord,
  type CatalogRequest,
  UnreadableAnswer,
} from '../catalog';
import { at, isObject, type JsonObject, listAt, numberAt, objectsAt, parseObject, textAt } from '../json';
import { listReader } from '../listReader';
import { recordOf } from '../records/record';
import { readAbstract } from '../text/abstract';
import { readDate } from '../text/date';
import { issnJournal } from '../text/journal';
import { personName, withoutRepeats } from '../text/names/personName';
import { pagesFrom } from '../text/pages';
import { isPreprintServer } from '../text/publisher';
import { readContainer, readTitle } from '../text/title';
import { address, askedDoi, inPath, json } from './address';

const base = 'https://api.openalex.org/works';
const select =
  'id,doi,ids,title,display_name,type,publication_date,publication_year,language,authorships,primary_location,best_oa_location,open_access,biblio,abstract_inverted_index,cited_by_count,is_retracted';

const types: Readonly<Record<string, string>> = tableOf({
  article: 'article-journal',
  book: 'book',
  'book-chapter': 'chapter',
  'conference-paper': 'paper-conference',
  dataset: 'dataset',
  dissertation: 'thesis',
  editorial: 'article-journal',
  erratum: 'article-journal',
  letter: 'article-journal',
  paratext: 'document',
  'peer-review': 'review',
  preprint: 'article',
  'reference-entry': 'entry-encyclopedia',
  report: 'report',
  review: 'article-journal',
  software: 'software',
  standard: 'standard',
});

/** OpenAlex (docs.openalex.org). A work by its DOI costs nothing, a search ten of a thousand credits a day. */
export const openalex: Catalog = {
  id: 'openalex',
  name: 'OpenAlex',
  hosts: ['api.openalex.org'],
  pace: { interval: 120, atOnce: 2 },
  answersBrowsers: true,

  lookUp(query, access) {
    const id = workId(query);
    return id ? request(`${base}/${id}`, { select }, access, { read: readWork }) : undefined;
  },

  search(words, limit, access) {
    return request(base, { search: words, select, 'per-page': limit }, access, readWorks);
  },

  connected({ identifiers, ownId }, direction, limit, access) {
    const list = (id: string) =>
      request(
        base,
        {
          filter: `${direction === 'references' ? 'cited_by' : 'cites'}:${id}`,
          sort: 'cited_by_count:desc',
          select,
          'per-page': limit,
        },
        access,
        readWorks,
      );
    if (ownId) return list(ownId);
    const id = identifiers.map(workId).find(found => found !== undefined);
    if (!id) return undefined;
    return request(`${base}/${id}`, { select: 'id' }, access, {
      read: body => ({
        records: [],
        next: list(textAt(parseObject(body), 'id').replace(/^.*\//, '')),
      }),
    });
  },
};

function request(
  url: string,
  parameters: Readonly<Record<string, string | number>>,
  { email, keys }: Access,
  reader: Pick<CatalogRequest, 'read' | 'readSteps'>,
): CatalogRequest {
  return {
    service: 'openalex',
    url: address(url, { ...parameters, mailto: email, api_key: keys?.openalex }),
    accept: json,
    ...reader,
  };
}

function workId(query: CatalogQuery): string | undefined {
  const doi = askedDoi(query);
  if (doi) return `doi:${inPath(doi)}`;
  switch (query.kind) {
    case 'pmid':
      return `pmid:${query.id}`;
    case 'pmcid':
      return `pmcid:${query.id}`;
    default:
      return undefined;
  }
}

function readWork(body: string): CatalogReading {
  const work = parseObject(body);
  if (!textAt(work, 'id')) throw new UnreadableAnswer(say('has no work in it'));
  return { records: [record(work)] };
}

const readWorks = listReader(body => {
  const parsed = parseObject(body);
  if (!Array.isArray(parsed.results)) throw new UnreadableAnswer(say('has no list of works in it'));
  return objectsAt(parsed, 'results');
}, record);

function record(work: JsonObject): CatalogRecord {
  const location = at(work, 'primary_location');
  const source = issnJournal(textAt(location, 'source', 'display_name'));
  // `instacron:FDV` is a harvester's own.
  const raw = textAt(location, 'raw_source_name').replace(/^\S+:\S+$/, '');
  const isRepository = textAt(location, 'source', 'type') === 'repository';
  const type = workType(work, isRepository ? source : '', raw);
  const container = isRepository ? raw : raw && type !== 'article-journal' ? raw : source || raw;
  const inContainer = /^(?:article-journal|paper-conference|chapter)$/.test(type);
  const doi = textAt(work, 'doi');
  const retracted = at(work, 'is_retracted') === true;
  return recordOf(
    'openalex',
    {
      type,
      title: readTitle(textAt(work, 'title') || textAt(work, 'display_name')),
      authors: withoutRepeats(
        objectsAt(work, 'authorships').map(authorship =>
          personName(textAt(authorship, 'raw_author_name') || textAt(authorship, 'author', 'display_name')),
        ),
      ),
      issued: readDate(textAt(work, 'publication_date') || textAt(work, 'publication_year')),
      container: inContainer ? readContainer(container) : undefined,
      abstract: readAbstract(invertedText(at(work, 'abstract_inverted_index'))),
      doi,
      arxiv: arxivOf(work),
      pmid: textAt(work, 'ids', 'pmid'),
      pmcid: textAt(work, 'ids', 'pmcid'),
      texts: {
        publisher: inContainer
          ? ''
          : type === 'article' || isRepository
            ? source.replace(/\s*\(.*\)$/, '')
            : textAt(location, 'source', 'host_organization_name') || container,
        genre: type === 'article' ? 'Preprint' : '',
        volume: textAt(work, 'biblio', 'volume'),
        issue: textAt(work, 'biblio', 'issue'),
        page: pagesFrom(textAt(work, 'biblio', 'first_page'), textAt(work, 'biblio', 'last_page')),
        ISSN: type === 'article-journal' ? textAt(location, 'source', 'issn_l') : '',
        language: textAt(work, 'language'),
      },
    },
    {
      page: textAt(work, 'id'),
      pdf: textAt(work, 'best_oa_location', 'pdf_url') || textAt(location, 'pdf_url') || undefined,
      citations: numberAt(work, 'cited_by_count'),
      notices: retracted ? [{ kind: 'retraction', source: 'OpenAlex' }] : undefined,
      ownId: textAt(work, 'id').replace(/^.*\//, ''),
    },
  );
}

/** What lies in a repository and in no journal that is known may be anything; on a server of preprints it is one. */
function workType(work: JsonObject, repository: string, raw: string): string {
  const location = at(work, 'primary_location');
  if (textAt(location, 'raw_type') === 'proceedings-article') return 'paper-conference';
  const type = types[textAt(work, 'type')] ?? 'document';
  if (type !== 'article-journal' || !repository) return type;
  if (isPreprintServer(repository)) return 'article';
  return raw ? type : 'document';
}

/** OpenAlex lists each word with its places. */
function invertedText(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const words: string[] = [];
  for (const [word, places] of Object.entries(index))
    for (const place of Array.isArray(places) ? places : [])
      if (Number.isInteger(place) && place >= 0 && place < 20_000) words[place] = word;
  return words.filter(word => word !== undefined).join(' ');
}

/** arXiv's identifier, where one of the places it can be had at is arXiv. */
function arxivOf(work: JsonObject): string | undefined {
  const places = [at(work, 'primary_location'), at(work, 'best_oa_location'), ...listAt(work, 'locations')];
  for (const place of places) {
    const found: Identifier | undefined = identifierOfAddress(textAt(place, 'landing_page_url'));
    if (found?.kind === 'arxiv') return found.id;
  }
  return undefined;
}
