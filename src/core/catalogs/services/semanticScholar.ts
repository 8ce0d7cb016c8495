import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
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
import { personName } from '../text/names/personName';
import { isPreprintServer } from '../text/publisher';
import { readContainer, readTitle } from '../text/title';
import { address, inPath, json, keyHeader } from './address';

const base = 'https://api.semanticscholar.org/graph/v1/paper';
const fields =
  'title,abstract,venue,publicationVenue,year,publicationDate,authors,externalIds,citationCount,openAccessPdf,journal,publicationTypes,url';

/** Semantic Scholar's graph (api.semanticscholar.org/api-docs). Without a key all the world shares one limit. */
export const semanticScholar: Catalog = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  hosts: ['api.semanticscholar.org'],
  pace: { interval: 1100, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query, access) {
    const id = paperId(query);
    return id ? request(`${base}/${inPath(id)}`, { fields }, access, { read: readPaper }) : undefined;
  },

  search(words, limit, access) {
    // Hyphens exclude words in its query language.
    return request(`${base}/search`, { query: words.replace(/-/g, ' '), limit, fields }, access, readPapers);
  },

  connected({ identifiers, ownId }, direction, limit, access) {
    const id = identifiers.map(paperId).find(found => found !== undefined) ?? ownId;
    if (!id) return undefined;
    const path = `${base}/${inPath(id)}/${direction}`;
    const part = direction === 'references' ? 'citedPaper' : 'citingPaper';
    const papers = (body: string) =>
      objectsAt(parseObject(body), 'data')
        .map(entry => at(entry, part))
        .filter(isObject)
        .filter(paper => textAt(paper, 'title'));
    return request(path, { fields, limit }, access, listReader(papers, record));
  },
};

function request(
  url: string,
  parameters: Readonly<Record<string, string | number>>,
  { keys }: Access,
  reader: Pick<CatalogRequest, 'read' | 'readSteps'>,
): CatalogRequest {
  return {
    service: 'semantic-scholar',
    url: address(url, parameters).replaceAll('%2C', ','),
    accept: json,
    ...keyHeader('x-api-key', 'semantic-scholar', keys),
    ...reader,
  };
}

function paperId(query: CatalogQuery): string | undefined {
  switch (query.kind) {
    case 'doi':
      return `DOI:${query.id}`;
    case 'arxiv':
      return `ARXIV:${query.id}`;
    case 'pmid':
      return `PMID:${query.id}`;
    case 'pmcid':
      return `PMCID:${query.id.replace(/^PMC/, '')}`;
    case 'url':
      return addressId(query.id);
    default:
      return undefined;
  }
}

/** Its own pages end in the identifier; those of the sites it names in its documentation it finds by address. */
function addressId(url: string): string | undefined {
  const own =
    /^https?:\/\/(?:www\.|api\.|pdfs\.)?semanticscholar\.org\/(?:.*\/)?([\da-f]{40})(?:[/?#]|$)/i.exec(
      url,
    )?.[1];
  if (own) return own.toLowerCase();
  const corpus = /semanticscholar\.org\/(?:.*\/)?CorpusID:(\d+)/i.exec(url)?.[1];
  if (corpus) return `CorpusId:${corpus}`;
  const anthology =
    /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([\w.-]+?)(?:\.pdf|\.bib)?\/?$/i.exec(
      url,
    )?.[1];
  if (anthology) return `ACL:${anthology}`;
  return /^https?:\/\/(?:[\w-]+\.)*(?:semanticscholar\.org|arxiv\.org|aclweb\.org|acm\.org|biorxiv\.org|openreview\.net)\//i.test(
    url,
  )
    ? `URL:${url}`
    : undefined;
}

function readPaper(body: string): CatalogReading {
  const paper = parseObject(body);
  if (!textAt(paper, 'paperId')) throw new UnreadableAnswer(say('has no paper in it'));
  return { records: [record(paper)] };
}

/** Without a hit there is no `data`. */
const readPapers = listReader(body => {
  const parsed = parseObject(body);
  if (!Array.isArray(parsed.data) && parsed.total === undefined)
    throw new UnreadableAnswer(say('has no list of papers in it'));
  return objectsAt(parsed, 'data');
}, record);

function record(paper: JsonObject): CatalogRecord {
  const ids = at(paper, 'externalIds');
  const doi = textAt(ids, 'DOI');
  const arxiv = textAt(ids, 'ArXiv');
  const venue =
    textAt(paper, 'publicationVenue', 'name') || textAt(paper, 'journal', 'name') || textAt(paper, 'venue');
  const onArxiv = /^arxiv(?:\.org)?$/i.test(venue) || (!venue && arxiv !== '');
  const server = onArxiv ? 'arXiv' : isPreprintServer(venue) ? venue : '';
  const type = server ? 'article' : paperType(paper, venue);
  const ownId = textAt(paper, 'paperId');
  // Its date is that of the earliest version.
  const year = textAt(paper, 'year');
  const date = textAt(paper, 'publicationDate');
  // `12 3`: the issue stands behind the volume.
  const [, volume = '', issue = ''] =
    /^(.*?)(?:(?<=^\d+) (\d+))?$/s.exec(textAt(paper, 'journal', 'volume').trim()) ?? [];
  return recordOf(
    'semantic-scholar',
    {
      type,
      title: readTitle(at(paper, 'title')),
      authors: objectsAt(paper, 'authors').map(author => personName(at(author, 'name'))),
      issued: readDate(date.startsWith(year) && date ? date : year),
      container: server || type === 'book' ? undefined : readContainer(venue),
      abstract: readAbstract(at(paper, 'abstract')),
      doi: parseIdentifier(doi)?.kind === 'doi' ? doi : '',
      arxiv,
      pmid: textAt(ids, 'PubMed'),
      pmcid: textAt(ids, 'PubMedCentral'),
      texts: {
        publisher: server,
        genre: server ? 'Preprint' : '',
        volume: server ? '' : volume.replace(/^abs\/.*$/, ''),
        issue: server ? '' : issue,
        page: textAt(paper, 'journal', 'pages').replace(/\s+/g, ''),
        ISSN: type === 'article-journal' ? textAt(paper, 'publicationVenue', 'issn') : '',
      },
    },
    {
      page: textAt(paper, 'url') || (ownId && `https://www.semanticscholar.org/paper/${ownId}`),
      pdf: textAt(paper, 'openAccessPdf', 'url') || undefined,
      citations: numberAt(paper, 'citationCount'),
      ownId,
    },
  );
}

function paperType(paper: JsonObject, venue: string): string {
  const kinds = listAt(paper, 'publicationTypes').map(kind => textAt(kind));
  const kind = textAt(paper, 'publicationVenue', 'type');
  if (kinds.includes('Book')) return 'book';
  if (kinds.includes('BookSection')) return 'chapter';
  if (
    kinds.includes('Conference') ||
    kind === 'conference' ||
    /\b(?:proceedings|conference|workshop|symposium)\b/i.test(venue)
  )
    return 'paper-conference';
  if (kinds.includes('Dataset')) return 'dataset';
  // Of a title alone nobody can say.
  return venue || kinds.length > 0 || isObject(at(paper, 'journal')) ? 'article-journal' : 'document';
}
