import { plainText, taggedText } from '../../bibliography/tex/inline';
import type { DateValue, Name } from '../../model/reference';
import {
  type Access,
  type Catalog,
  type CatalogReading,
  type CatalogRecord,
  type CatalogRequest,
  type Notice,
  UnreadableAnswer,
} from '../catalog';
import { at, isObject, listAt, objectsAt, parseObject, textAt } from '../json';
import { recordOf } from '../record';
import { joinAbstract } from '../text/abstract';
import { dateOf, monthNumber, readDate } from '../text/date';
import { nlmJournal } from '../text/journal';
import { languageTag } from '../text/language';
import { childAt, childrenNamed, type Element, isElement, parseXml, textOf } from '../text/markup';
import { inlinesOf } from '../text/markupInlines';
import { literalName, splitName } from '../text/personName';
import { readTitle, type Title } from '../text/title';
import { address, json, toolName } from './address';

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
        throw new UnreadableAnswer('has no list of identifiers in it');
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
    read(body) {
      const set = childAt(parseXml(body), 'pubmedarticleset');
      if (!set || !/<\/PubmedArticleSet>\s*$|<PubmedArticleSet\s*\/>\s*$/i.test(body))
        throw new UnreadableAnswer('is broken off or not the XML it promises');
      return { records: set.children.filter(isElement).flatMap(record) } satisfies CatalogReading;
    },
  };
}

function record(entry: Element): CatalogRecord[] {
  if (entry.name === 'pubmedbookarticle') return [bookRecord(entry)];
  const citation = childAt(entry, 'medlinecitation');
  const article = childAt(citation, 'article');
  if (!article) return [];
  const journal = childAt(article, 'journal');
  const issue = childAt(journal, 'journalissue');
  const pmid = textOf(childAt(citation, 'pmid'));
  const kinds = childrenNamed(childAt(article, 'publicationtypelist'), 'publicationtype').map(textOf);
  const vernacular = readTitle(textOf(childAt(article, 'vernaculartitle')));
  return [
    recordOf(
      'pubmed',
      {
        type: kinds.includes('Preprint') ? 'article' : 'article-journal',
        title: title(childAt(article, 'articletitle')),
        authors: authors(childAt(article, 'authorlist')),
        authorsIncomplete: childAt(article, 'authorlist')?.attributes.CompleteYN === 'N',
        issued: issued(childAt(issue, 'pubdate')) ?? issued(childAt(article, 'articledate')),
        container: readTitle(nlmJournal(textOf(childAt(journal, 'title')))),
        abstract: abstract(childAt(article, 'abstract')),
        doi: located(article, 'doi') || articleId(entry, 'doi'),
        pmid,
        pmcid: articleId(entry, 'pmc'),
        texts: {
          'container-title-short': textOf(childAt(journal, 'isoabbreviation')),
          'original-title': vernacular?.plain,
          volume: textOf(childAt(issue, 'volume')),
          issue: textOf(childAt(issue, 'issue')),
          page:
            fullPages(textOf(childAt(article, 'pagination', 'medlinepgn'))) ||
            (located(article, 'doi') ? located(article, 'pii').replace(/^S\d{4}-.*$/, '') : ''),
          ISSN: textOf(childAt(journal, 'issn')),
          language: languageTag(textOf(childAt(article, 'language'))),
        },
      },
      { page: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, notices: notices(citation, kinds), ownId: pmid },
    ),
  ];
}

function bookRecord(entry: Element): CatalogRecord {
  const document = childAt(entry, 'bookdocument');
  const book = childAt(document, 'book');
  const chapter = childAt(document, 'articletitle');
  const lists = childrenNamed(book, 'authorlist');
  const named = (kind: string) => authors(lists.find(list => list.attributes.Type === kind));
  const pmid = textOf(childAt(document, 'pmid'));
  return recordOf(
    'pubmed',
    {
      type: chapter ? 'chapter' : 'book',
      title: title(chapter ?? childAt(book, 'booktitle')),
      authors: chapter ? authors(childAt(document, 'authorlist')) : named('authors'),
      editors: named('editors'),
      issued: issued(childAt(book, 'pubdate')),
      container: chapter && title(childAt(book, 'booktitle')),
      abstract: abstract(childAt(document, 'abstract')),
      pmid,
      isbn: textOf(childAt(book, 'isbn')),
      texts: {
        publisher: textOf(childAt(book, 'publisher', 'publishername')),
        'publisher-place': textOf(childAt(book, 'publisher', 'publisherlocation')),
        edition: textOf(childAt(book, 'edition')),
        language: languageTag(textOf(childAt(document, 'language'))),
      },
    },
    { page: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, ownId: pmid },
  );
}

/** Translated titles stand in square brackets; each ends in a stop. */
function title(element: Element | undefined): Title | undefined {
  if (!element) return undefined;
  const inlines = inlinesOf(element.children);
  const read = readTitle(taggedText(inlines).replace(/^\s*\[(.*)\]\.?\s*$/s, '$1'));
  return read ?? (plainText(inlines) ? readTitle(plainText(inlines)) : undefined);
}

function authors(list: Element | undefined): (Name | undefined)[] {
  return childrenNamed(list, 'author').map(author => {
    const collective = textOf(childAt(author, 'collectivename'));
    if (collective) return literalName(collective.replace(/\.$/, ''));
    return splitName(
      textOf(childAt(author, 'lastname')),
      textOf(childAt(author, 'forename')) || textOf(childAt(author, 'initials')),
      textOf(childAt(author, 'suffix')),
    );
  });
}

function issued(date: Element | undefined): DateValue | undefined {
  const season = textOf(childAt(date, 'season'));
  const medline = textOf(childAt(date, 'medlinedate'));
  const year = textOf(childAt(date, 'year'));
  if (medline || season) return readDate(medline || `${season} ${year}`);
  return dateOf([year, monthNumber(textOf(childAt(date, 'month'))), textOf(childAt(date, 'day'))]);
}

function abstract(element: Element | undefined): string | undefined {
  return joinAbstract(
    childrenNamed(element, 'abstracttext').map(part => ({
      heading: part.attributes.Label,
      text: plainText(inlinesOf(part.children)),
    })),
  );
}

function located(article: Element, kind: string): string {
  return textOf(
    childrenNamed(article, 'elocationid').find(
      id => id.attributes.EIdType === kind && id.attributes.ValidYN !== 'N',
    ),
  );
}

/** Of the article itself, not of what it refers to. */
function articleId(entry: Element, kind: string): string {
  return textOf(
    childrenNamed(childAt(entry, 'pubmeddata', 'articleidlist'), 'articleid').find(
      id => id.attributes.IdType === kind,
    ),
  );
}

/** `342-5` → `342-345` */
function fullPages(pages: string): string {
  return pages.replace(/^([A-Za-z]*)(\d+)-(\d+)$/, (whole, letters: string, from: string, to: string) =>
    to.length < from.length
      ? `${letters}${from}-${letters}${from.slice(0, from.length - to.length)}${to}`
      : whole,
  );
}

function notices(citation: Element | undefined, kinds: readonly string[]): readonly Notice[] | undefined {
  const list: Notice[] = childrenNamed(
    childAt(citation, 'commentscorrectionslist'),
    'commentscorrections',
  ).flatMap(entry => {
    const type = entry.attributes.RefType;
    const kind =
      type === 'RetractionIn'
        ? 'retraction'
        : type === 'ExpressionOfConcernIn'
          ? 'concern'
          : type === 'ErratumIn'
            ? 'correction'
            : undefined;
    const doi = /\b10\.\d{4,9}\/[^\s;]+/.exec(textOf(childAt(entry, 'refsource')))?.[0]?.replace(/[.,]$/, '');
    return kind ? [{ kind, doi: doi?.toLowerCase(), source: 'PubMed' } as const] : [];
  });
  if (kinds.includes('Retracted Publication') && !list.some(({ kind }) => kind === 'retraction'))
    list.unshift({ kind: 'retraction', source: 'PubMed' });
  return list.length > 0 ? list : undefined;
}
