import type { Identifier } from '../../model/identifiers/identifier';
import { pmidIdentifier } from '../../model/identifiers/pubmed';
import type { Name } from '../../model/reference';
import { say } from '../../util/say';
import {
  type Catalog,
  type CatalogQuery,
  type CatalogRecord,
  type Notice,
  UnreadableAnswer,
} from '../catalog';
import { at, isObject, type JsonObject, objectsAt, parseObject, textAt } from '../json';
import { listReader } from '../listReader';
import { recordOf } from '../records/record';
import { readAbstract } from '../text/abstract';
import { readDate, withoutFirstDay } from '../text/date';
import { nlmJournal } from '../text/journal';
import { initialsName, literalName, splitName } from '../text/names/personName';
import { readContainer, readTitle } from '../text/title';
import { address, askedDoi, json } from './address';

const base = 'https://www.ebi.ac.uk/europepmc/webservices/rest/search';

/** Europe PMC's Articles API (europepmc.org/RestfulWebService). */
export const europePmc: Catalog = {
  id: 'europe-pmc',
  name: 'Europe PMC',
  hosts: ['www.ebi.ac.uk'],
  pace: { interval: 100, atOnce: 2 },
  answersBrowsers: false,

  lookUp(query) {
    const asked = question(query);
    if (!asked) return undefined;
    return request(asked, query.kind === 'reference' ? 5 : 2);
  },

  search(words, limit) {
    return request(words.replace(/["()]/g, ' '), limit);
  },
};

function request(query: string, pageSize: number) {
  return {
    service: 'europe-pmc' as const,
    url: address(base, { query, resultType: 'core', format: 'json', pageSize }),
    accept: json,
    ...readWorks,
  };
}

function question(query: CatalogQuery): string | undefined {
  const doi = askedDoi(query);
  if (doi) return `DOI:"${doi.replace(/"/g, '')}"`;
  if (query.kind === 'pmid') return `EXT_ID:${query.id} AND SRC:MED`;
  return query.kind === 'pmcid' ? `PMCID:${query.id}` : undefined;
}

const readWorks = listReader(body => {
  const list = at(parseObject(body), 'resultList', 'result');
  if (!Array.isArray(list)) throw new UnreadableAnswer(say('has no list of works in it'));
  return list.filter(isObject);
}, record);

function record(work: JsonObject): CatalogRecord {
  const isPreprint = textAt(work, 'source') === 'PPR';
  const kinds = [
    ...objectsOrTexts(at(work, 'pubTypeList', 'pubType')),
    ...textAt(work, 'pubType').split(/;\s*/),
  ].map(kind => kind.toLowerCase());
  const book = at(work, 'bookOrReportDetails');
  const type = workType(textAt(work, 'source'), kinds, book);
  const whole = readTitle(textAt(book, 'comprisingTitle'));
  const journal = textAt(work, 'journalInfo', 'journal', 'title') || textAt(work, 'journalTitle');
  const split = objectsAt(work, 'authorList', 'author').map(person);
  const source = textAt(work, 'source');
  return recordOf(
    'europe-pmc',
    {
      type,
      title: readTitle(textAt(work, 'title')),
      authors: split.length > 0 ? split : authorString(textAt(work, 'authorString')),
      issued: issued(work),
      container:
        type === 'chapter'
          ? whole
          : type === 'article-journal'
            ? readContainer(nlmJournal(journal))
            : undefined,
      abstract: readAbstract(at(work, 'abstractText')),
      doi: textAt(work, 'doi'),
      pmid: textAt(work, 'pmid'),
      pmcid: textAt(work, 'pmcid'),
      isbn: textAt(book, 'isbn13') || textAt(book, 'isbn10'),
      texts: {
        'container-title-short': textAt(work, 'journalInfo', 'journal', 'isoabbreviation'),
        publisher: isPreprint ? textAt(book, 'publisher') || journal : textAt(book, 'publisher'),
        edition: textAt(book, 'edition'),
        'number-of-pages': type === 'book' ? textAt(book, 'numberOfPages') : '',
        genre: isPreprint ? 'Preprint' : '',
        volume: textAt(work, 'journalInfo', 'volume') || textAt(work, 'journalVolume'),
        issue: (textAt(work, 'journalInfo', 'issue') || textAt(work, 'issue')).replace(/^forthcoming$/i, ''),
        page: textAt(work, 'pageInfo'),
        ISSN:
          textAt(work, 'journalInfo', 'journal', 'issn') || textAt(work, 'journalIssn').split(/[;,]\s*/)[0],
        language: textAt(work, 'language'),
      },
    },
    {
      page:
        source && textAt(work, 'id')
          ? `https://europepmc.org/article/${source}/${textAt(work, 'id')}`
          : undefined,
      pdf: freePdf(work),
      citations: at(work, 'citedByCount') as number | undefined,
      notices: notices(work, kinds),
      publishedAs: version(work, /^preprint of/i),
      preprint: version(work, /^preprint in/i),
      ownId: source && textAt(work, 'id') ? `${source}/${textAt(work, 'id')}` : undefined,
    },
  );
}

/** EThOS has theses, and where a book is told of, the record is it or a chapter of it. */
function workType(source: string, kinds: readonly string[], book: unknown): string {
  if (source === 'PPR') return 'article';
  if (source === 'ETH') return 'thesis';
  if (source === 'PAT') return 'patent';
  if (source === 'NBK' || kinds.some(kind => /^books?\b/.test(kind)) || book !== undefined)
    return textAt(book, 'comprisingTitle') || kinds.includes('book chapter') ? 'chapter' : 'book';
  return 'article-journal';
}

/** The other of a preprint and its published version, where PubMed has that. */
function version(work: JsonObject, relation: RegExp): Identifier | undefined {
  const other = objectsAt(work, 'commentCorrectionList', 'commentCorrection').find(
    entry => relation.test(textAt(entry, 'type')) && textAt(entry, 'source') === 'MED',
  );
  return other && pmidIdentifier(textAt(other, 'id'));
}

function person(author: JsonObject): Name | undefined {
  const collective = textAt(author, 'collectiveName');
  if (collective) return literalName(collective);
  return splitName(
    textAt(author, 'lastName') || textAt(author, 'fullName'),
    textAt(author, 'firstName') || textAt(author, 'initials'),
    textAt(author, 'suffix'),
  );
}

/** `Dinkel A, Goerling U, Stengel A.` */
function authorString(list: string): (Name | undefined)[] {
  return list.replace(/\.$/, '').split(/,\s+/).filter(Boolean).map(initialsName);
}

/** As the journal prints it; the first day of a month stands for the month, since a day has to be given. */
function issued(work: JsonObject) {
  const info = at(work, 'journalInfo');
  const year = Number(textAt(info, 'yearOfPublication') || textAt(work, 'pubYear'));
  const dates = [
    readDate(at(info, 'dateOfPublication')),
    withoutFirstDay(readDate(at(info, 'printPublicationDate'))),
    withoutFirstDay(readDate(at(work, 'firstPublicationDate'))),
  ];
  const printed = textAt(work, 'source') === 'PPR' ? dates.slice(2) : dates;
  return (
    printed.find(date => date?.['date-parts']?.[0]?.[0] === year) ?? readDate(year || undefined) ?? dates[2]
  );
}

function freePdf(work: JsonObject): string | undefined {
  const free = objectsAt(work, 'fullTextUrlList', 'fullTextUrl').find(
    entry => textAt(entry, 'documentStyle') === 'pdf' && /^(?:OA|F)$/.test(textAt(entry, 'availabilityCode')),
  );
  return free && textAt(free, 'url');
}

function notices(work: JsonObject, kinds: readonly string[]): readonly Notice[] | undefined {
  const list: Notice[] = objectsAt(work, 'commentCorrectionList', 'commentCorrection').flatMap(entry => {
    const type = textAt(entry, 'type').toLowerCase();
    const kind = /^retraction in/.test(type)
      ? 'retraction'
      : /^expression of concern in/.test(type)
        ? 'concern'
        : /^erratum in/.test(type)
          ? 'correction'
          : undefined;
    return kind ? [{ kind, source: 'Europe PMC' } as const] : [];
  });
  if (kinds.includes('retracted publication') && !list.some(({ kind }) => kind === 'retraction'))
    list.push({ kind: 'retraction', source: 'Europe PMC' });
  return list.length > 0 ? list : undefined;
}

function objectsOrTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(entry => typeof entry === 'string');
}
