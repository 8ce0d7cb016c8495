import { elsevierNumber } from '../../../model/identifiers/elsevierNumber';
import { say } from '../../../util/say';
import type { Catalog, CatalogReading, CatalogRequest } from '../../catalog';
import { UnreadableAnswer } from '../../catalog';
import { at, isObject, objectsAt, parseObject, textAt } from '../../json';
import { listReader } from '../../listReader';
import { address, json } from '../address';
import { crossrefRecord } from './crossrefRecord';
import { isWanted } from './crossrefTypes';

const base = 'https://api.crossref.org';

/** The fields that a search result is shown and written with; all else, above all the references, makes answers a hundred times as long. */
const select =
  'DOI,type,title,subtitle,original-title,short-container-title,container-title,author,editor,issued,published,published-print,published-online,posted,approved,accepted,created,publisher,publisher-location,volume,issue,page,article-number,ISBN,isbn-type,ISSN,issn-type,abstract,event,institution,degree,subtype,edition-number,language,is-referenced-by-count,updated-by,update-to,relation';

/** Crossref's REST API (api.crossref.org/swagger-ui). Where a path is asked for, its answer is one work; else a list. */
export const crossref: Catalog = {
  id: 'crossref',
  name: 'Crossref',
  hosts: ['api.crossref.org'],
  pace: { interval: 200, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query, { email }) {
    switch (query.kind) {
      case 'doi':
        return {
          service: 'crossref',
          url: address(`${base}/works/${encodeURIComponent(query.id)}`, { mailto: email }),
          accept: json,
          read: readWork,
        };
      case 'isbn':
        return {
          service: 'crossref',
          url: address(`${base}/works`, {
            filter: `isbn:${query.id},type:book,type:monograph,type:edited-book,type:reference-book`,
            rows: 2,
            select,
            mailto: email,
          }),
          accept: json,
          ...readWorks,
        };
      case 'reference':
        return {
          service: 'crossref',
          url: address(`${base}/works`, { 'query.bibliographic': query.id, rows: 5, select, mailto: email }),
          accept: json,
          ...readWorks,
        };
      case 'url':
        return byPii(query.id, email);
      default:
        return undefined;
    }
  },

  search(words, limit, { email }) {
    return {
      service: 'crossref',
      url: address(`${base}/works`, { 'query.bibliographic': words, rows: limit, select, mailto: email }),
      accept: json,
      ...readWorks,
    };
  },
};

/** Elsevier's pages show no DOI but their number of the paper, which it also registers. */
function byPii(url: string, email: string | undefined): CatalogRequest | undefined {
  const pii = elsevierNumber(url);
  if (!pii) return undefined;
  return {
    service: 'crossref',
    url: address(`${base}/works`, { filter: `alternative-id:${pii}`, rows: 1, select, mailto: email }),
    accept: json,
    ...readWorks,
  };
}

function readWork(body: string): CatalogReading {
  const work = at(parseObject(body), 'message');
  if (!isObject(work) || !textAt(work, 'DOI') || !(work.type || work.title))
    throw new UnreadableAnswer(say('has no work in it'));
  return { records: [crossrefRecord(work)] };
}

const readWorks = listReader(
  body => {
    const message = at(parseObject(body), 'message');
    if (!isObject(message) || !Array.isArray(message.items))
      throw new UnreadableAnswer(say('has no list of works in it'));
    return objectsAt(message, 'items').filter(isWanted);
  },
  work => crossrefRecord(work),
);
