import type { Name } from '../../model/reference';
import { type Catalog, type CatalogReading, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, firstText, isObject, type JsonObject, objectsAt, parseObject, textAt } from '../json';
import { recordOf } from '../record';
import { readAbstract } from '../text/abstract';
import { dateParts, readDate } from '../text/date';
import { literalName, personName, splitName } from '../text/personName';
import { plainLine, readTitle } from '../text/title';
import { address } from './address';

const base = 'https://api.datacite.org';
const media = 'application/vnd.api+json';

/** DataCite's general types (schema 4.5, 10.a) as CSL's. */
const types: Readonly<Record<string, string>> = {
  audiovisual: 'motion_picture',
  book: 'book',
  bookchapter: 'chapter',
  computationalnotebook: 'software',
  conferencepaper: 'paper-conference',
  conferenceproceeding: 'book',
  dataset: 'dataset',
  datapaper: 'article-journal',
  dissertation: 'thesis',
  image: 'graphic',
  journalarticle: 'article-journal',
  model: 'dataset',
  peerreview: 'review',
  preprint: 'article',
  report: 'report',
  software: 'software',
  sound: 'song',
  standard: 'standard',
};

/** Works whose general type says only "Text". */
const bibtexTypes: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  techreport: 'report',
};

/** DataCite's REST API (support.datacite.org/docs/api), JSON:API. */
export const datacite: Catalog = {
  id: 'datacite',
  name: 'DataCite',
  hosts: ['api.datacite.org', 'data.crosscite.org', 'data.datacite.org'],
  pace: { interval: 1000, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query) {
    const doi =
      query.kind === 'doi' ? query.id : query.kind === 'arxiv' ? `10.48550/arxiv.${query.id}` : undefined;
    if (!doi) return undefined;
    return {
      service: 'datacite',
      url: `${base}/dois/${encodeURIComponent(doi)}`,
      accept: media,
      read: readOne,
    };
  },

  search(words, limit) {
    return {
      service: 'datacite',
      url: address(`${base}/dois`, {
        query: words.replace(/[+\-&|!(){}[\]^"~*?:\\/]/g, ' '),
        'page[size]': limit,
      }),
      accept: media,
      read: readMany,
    };
  },
};

function readOne(body: string): CatalogReading {
  const data = at(parseObject(body), 'data');
  if (!isObject(data) || !isObject(data.attributes)) throw new UnreadableAnswer('has no work in it');
  return { records: [record(data.attributes)] };
}

function readMany(body: string): CatalogReading {
  const parsed = parseObject(body);
  if (!Array.isArray(parsed.data)) throw new UnreadableAnswer('has no list of works in it');
  return {
    records: objectsAt(parsed, 'data')
      .map(entry => at(entry, 'attributes'))
      .filter(isObject)
      .map(record),
  };
}

function record(work: JsonObject): CatalogRecord {
  const doi = textAt(work, 'doi');
  const arxiv = objectsAt(work, 'identifiers').find(entry =>
    /^arxiv$/i.test(textAt(entry, 'identifierType')),
  );
  const type = arxiv || /^10\.48550\/arxiv\./i.test(doi) ? 'article' : workType(work);
  const publisher = textAt(work, 'publisher') || textAt(work, 'publisher', 'name');
  const container = readTitle(proceedings(work) || at(work, 'container', 'title'));
  const isPart = /^(?:article-journal|chapter|paper-conference)$/.test(type);
  const pages = [textAt(work, 'container', 'firstPage'), textAt(work, 'container', 'lastPage')].filter(
    Boolean,
  );
  return recordOf(
    'datacite',
    {
      type,
      title: readTitle(title(work)),
      authors: objectsAt(work, 'creators').flatMap(people),
      editors: objectsAt(work, 'contributors')
        .filter(entry => textAt(entry, 'contributorType') === 'Editor')
        .flatMap(people),
      issued: issued(work),
      container: isPart ? container : undefined,
      abstract: readAbstract(
        at(
          objectsAt(work, 'descriptions').find(entry => textAt(entry, 'descriptionType') === 'Abstract'),
          'description',
        ),
      ),
      doi,
      arxiv: arxiv && textAt(arxiv, 'identifier'),
      primaryClass: /\(([a-z-]+(?:\.[A-Za-z-]+)?)\)$/.exec(
        textAt(
          objectsAt(work, 'subjects').find(entry => textAt(entry, 'subjectScheme') === 'arXiv'),
          'subject',
        ),
      )?.[1],
      isbn: textAt(
        objectsAt(work, 'relatedIdentifiers').find(
          entry => isPart && textAt(entry, 'relatedIdentifierType') === 'ISBN',
        ),
        'relatedIdentifier',
      ),
      texts: {
        publisher: type === 'thesis' ? (container?.plain ?? publisher) : publisher,
        'collection-title': type === 'book' ? (container?.plain ?? '') : series(work, type),
        volume: isPart ? textAt(work, 'container', 'volume') : '',
        issue: isPart ? textAt(work, 'container', 'issue') : '',
        page: isPart ? [...new Set(pages)].join('-') : '',
        version: type === 'software' || type === 'dataset' ? textAt(work, 'version') : '',
        genre:
          type === 'article' ? 'Preprint' : type === 'thesis' ? textAt(work, 'types', 'resourceType') : '',
        language: textAt(work, 'language'),
        URL: type === 'dataset' || type === 'software' ? textAt(work, 'url') : '',
      },
    },
    {
      page: doi && `https://doi.org/${doi}`,
      citations: Number(textAt(work, 'citationCount')) || undefined,
      publishedAs: undefined,
    },
  );
}

function workType(work: JsonObject): string {
  const general = textAt(work, 'types', 'resourceTypeGeneral').toLowerCase();
  const special = textAt(work, 'types', 'resourceType');
  if (/thesis|dissertation/i.test(special)) return 'thesis';
  if (general !== 'text' && types[general]) return types[general];
  return bibtexTypes[textAt(work, 'types', 'bibtex')] ?? (/preprint/i.test(special) ? 'article' : 'document');
}

/** The main title with a subtitle; not the alternative or translated ones. */
function title(work: JsonObject): string {
  const titles = objectsAt(work, 'titles');
  const main = titles.find(entry => !textAt(entry, 'titleType')) ?? titles[0];
  const subtitle = titles.find(entry => textAt(entry, 'titleType') === 'Subtitle');
  return [textAt(main, 'title'), textAt(subtitle, 'title')].filter(Boolean).join(': ');
}

/** The name of the conference, where the container only counts the series: `LIPIcs, Volume 22, TQC 2013`. */
function proceedings(work: JsonObject): string {
  const book = objectsAt(work, 'relatedItems').find(
    entry => textAt(entry, 'relatedItemType') === 'ConferenceProceeding',
  );
  return textAt(
    objectsAt(book, 'titles').find(title => textAt(title, 'titleType') === 'Subtitle'),
    'title',
  );
}

function series(work: JsonObject, type: string): string {
  if (type !== 'paper-conference' && type !== 'chapter') return '';
  const collection = objectsAt(work, 'relatedItems').find(
    entry => textAt(entry, 'relatedItemType') === 'Collection',
  );
  return plainLine(textAt(objectsAt(collection, 'titles')[0], 'title')).replace(/\s*\([A-Z][A-Za-z]+\)$/, '');
}

/** One entry may hold several people, with or without their affiliations in brackets. */
function people(entry: JsonObject): (Name | undefined)[] {
  const name = textAt(entry, 'name');
  const family = textAt(entry, 'familyName');
  if (family) return [splitName(family, textAt(entry, 'givenName'))];
  if (/^organi[sz]ational$/i.test(textAt(entry, 'nameType'))) return [literalName(name)];
  const several = name
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*;\s*/)
    .filter(Boolean);
  return several.length > 1 ? several.map(personName) : [personName(several[0] ?? name)];
}

/** The most exact date that has the year the record counts as published. */
function issued(work: JsonObject) {
  const year = dateParts([at(work, 'publicationYear')])?.[0];
  const dates = objectsAt(work, 'dates');
  for (const kind of ['Issued', 'Available', 'Submitted', 'Created', 'Copyrighted']) {
    const best = dates
      .filter(entry => textAt(entry, 'dateType') === kind)
      .map(entry => readDate(at(entry, 'date')))
      .filter(date => date && (!year || date['date-parts']?.[0]?.[0] === year))
      .sort((a, b) => (b?.['date-parts']?.[0]?.length ?? 0) - (a?.['date-parts']?.[0]?.length ?? 0))[0];
    if (best && (best['date-parts']![0]!.length > 1 || kind === 'Created' || !year)) return best;
  }
  return year ? { 'date-parts': [[year]] } : readDate(firstText(dates.map(entry => at(entry, 'date'))));
}
