import { say } from '../../../util/say';
import {
  type Access,
  type Catalog,
  type CatalogRecord,
  type CatalogRequest,
  UnreadableAnswer,
} from '../../catalog';
import { at, isObject, listAt, objectsAt, parseObject, textAt } from '../../json';
import { listReader } from '../../listReader';
import { childAt, type Element, isElement, parseXml } from '../../text/markup';
import { address, json, toolName } from '../address';
import { articleRecord } from './pubmedArticle';
import { bookRecord } from './pubmedBook';

const base = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils';
const converter = 'https://www.ncbi.nlm.nih.gov/pmc/utils/idconv/v1.0/';

/** PubMed by NCBI's E-utilities (ncbi.nlm.nih.gov/books/NBK25497): three requests a second, ten with a key. */
export const pubmed: Catalog = {
  id: 'pubmed',
  name: 'PubMed',
  hosts: ['eutils.ncbi.nlm.nih.gov', 'www.ncbi.nlm.nih.gov', 'pmc.ncbi.nlm.nih.gov'],
  pace: { interval: 340, atOnce: 1 },
  answersBrowsers: false,

  lookUp(query, access) {
    switch (query.kind) {
      case 'pmid':
        return fetchRecords([query.id], access);
      case 'doi':
        return searchIds(`"${query.id.replace(/"/g, '')}"[doi]`, 1, access);
      case 'pmcid':
        return {
          service: 'pubmed',
          url: address(converter, { ids: query.id, format: 'json', tool: toolName, email: access.email }),
          accept: json,
          notFound: [400],
          read(body) {
            const pmid = objectsAt(parseObject(body), 'records').map(entry => textAt(entry, 'pmid'))[0];
            return { records: [], next: pmid ? fetchRecords([pmid], access) : undefined };
          },
        };
      default:
        return undefined;
    }
  },

  search(words, limit, access) {
    return searchIds(words, limit, access);
  },
};

function parameters({ email, keys }: Access) {
  return { tool: toolName, email, api_key: keys?.pubmed };
}

function searchIds(term: string, limit: number, access: Access): CatalogRequest {
  return {
    service: 'pubmed',
    url: address(`${base}/esearch.fcgi`, {
      db: 'pubmed',
      term,
      retmode: 'json',
      retmax: limit,
      sort: 'relevance',
      ...parameters(access),
    }),
    accept: json,
    read(body) {
      const result = at(parseObject(body), 'esearchresult');
      if (!isObject(result) || !Array.isArray(result.idlist))
        throw new UnreadableAnswer(say('has no list of identifiers in it'));
      const ids = listAt(result, 'idlist')
        .map(id => textAt(id))
        .filter(id => /^\d+$/.test(id));
      return { records: [], next: ids.length > 0 ? fetchRecords(ids, access) : undefined };
    },
  };
}

function fetchRecords(ids: readonly string[], access: Access): CatalogRequest {
  return {
    service: 'pubmed',
    url: address(`${base}/efetch.fcgi`, {
      db: 'pubmed',
      id: ids.join(','),
      retmode: 'xml',
      ...parameters(access),
    }),
    accept: 'text/xml',
    notFound: [400],
    ...readArticles,
  };
}

const readArticles = listReader(body => {
  const set = childAt(parseXml(body), 'pubmedarticleset');
  if (!set || !/<\/PubmedArticleSet>\s*$|<PubmedArticleSet\s*\/>\s*$/i.test(body))
    throw new UnreadableAnswer(say('is broken off or not the XML it promises'));
  return set.children.filter(isElement);
}, record);

function record(entry: Element): CatalogRecord | undefined {
  return entry.name === 'pubmedbookarticle' ? bookRecord(entry) : articleRecord(entry);
}
