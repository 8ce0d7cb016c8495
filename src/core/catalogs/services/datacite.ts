import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
import type { Name } from '../../model/reference';
import { say } from '../../util/say';
import { type Catalog, type CatalogReading, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, firstText, isObject, type JsonObject, objectsAt, parseObject, textAt } from '../json';
import { listReader } from '../listReader';
import { recordOf } from '../records/record';
import { readAbstract } from '../text/abstract';
import { dateParts, exactestDate, readDate } from '../text/date';
import { literalName, personName, splitName, withoutRepeats } from '../text/names/personName';
import { pagesFrom } from '../text/pages';
import { plainLine } from '../text/plainLine';
import { readContainer, readTexTitle, readTitle, type Title, withSubtitle } from '../text/title';
import { address, askedDoi } from './address';
import { dataciteType } from './dataciteType';

const base = 'https://api.datacite.org';
const media = 'application/vnd.api+json';

/** DataCite's REST API (support.datacite.org/docs/api), JSON:API. */
export const datacite: Catalog = {
  id: 'datacite',
  name: 'DataCite',
  hosts: ['api.datacite.org', 'data.crosscite.org', 'data.datacite.org'],
  pace: { interval: 1000, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query) {
    const doi = askedDoi(query);
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
      ...readMany,
    };
  },
};

function readOne(body: string): CatalogReading {
  const data = at(parseObject(body), 'data');
  if (!isObject(data) || !isObject(data.attributes)) throw new UnreadableAnswer(say('has no work in it'));
  return { records: [record(data.attributes)] };
}

const readMany = listReader(body => {
  const parsed = parseObject(body);
  if (!Array.isArray(parsed.data)) throw new UnreadableAnswer(say('has no list of works in it'));
  return objectsAt(parsed, 'data')
    .map(entry => at(entry, 'attributes'))
    .filter(isObject);
}, record);

function record(work: JsonObject): CatalogRecord {
  const doi = textAt(work, 'doi');
  const arxiv = objectsAt(work, 'identifiers').find(entry =>
    /^arxiv$/i.test(textAt(entry, 'identifierType')),
  );
  const isArxiv = arxiv !== undefined || /^10\.48550\/arxiv\./i.test(doi);
  const type = isArxiv ? 'article' : dataciteType(work);
  const publisher = textAt(work, 'publisher') || textAt(work, 'publisher', 'name');
  const place = placeOf(work);
  const container = readContainer(proceedings(work) || place.title);
  const isPart = /^(?:article-journal|chapter|paper-conference)$/.test(type);
  return recordOf(
    'datacite',
    {
      type,
      title: title(work, isArxiv ? readTexTitle : readTitle),
      authors: withoutRepeats(objectsAt(work, 'creators').flatMap(people)),
      editors: [...objectsAt(work, 'contributors'), ...(type === 'chapter' ? place.people : [])]
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
      isbn: isPart ? related(work, 'ISBN') : identified(work, 'ISBN'),
      texts: {
        publisher: type === 'thesis' ? (container?.plain ?? publisher) : publisher,
        'collection-title': /^(?:book|report)$/.test(type) ? (container?.plain ?? '') : series(work, type),
        volume: isPart || type === 'book' ? place.volume : '',
        issue: isPart ? place.issue : '',
        number: type === 'report' ? place.volume || place.issue : '',
        page: isPart ? place.pages : '',
        ISSN: type === 'article-journal' ? place.issn || related(work, 'ISSN') : '',
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
      publishedAs: type === 'article' ? published(work, doi) : undefined,
    },
  );
}

/** The main title with a subtitle; not the alternative or translated ones. */
function title(work: JsonObject, read: (raw: string) => Title | undefined): Title | undefined {
  const titles = objectsAt(work, 'titles');
  const main = titles.find(entry => !textAt(entry, 'titleType')) ?? titles[0];
  const subtitle = titles.find(entry => textAt(entry, 'titleType') === 'Subtitle');
  return withSubtitle(read(textAt(main, 'title')), read(textAt(subtitle, 'title')));
}

/** Where a work appeared: in the container, or in what is listed as related since schema 4.4. */
function placeOf(work: JsonObject) {
  const container = at(work, 'container');
  const item = objectsAt(work, 'relatedItems').find(
    entry => textAt(entry, 'relationType') === 'IsPublishedIn',
  );
  const from = textAt(container, 'title') || !item ? container : item;
  return {
    title: textAt(container, 'title') || textAt(objectsAt(item, 'titles')[0], 'title'),
    people: objectsAt(item, 'contributors'),
    issn: /^e?issn$/i.test(textAt(container, 'identifierType')) ? textAt(container, 'identifier') : '',
    volume: textAt(from, 'volume'),
    issue: textAt(from, 'issue'),
    pages: pagesFrom(textAt(from, 'firstPage'), textAt(from, 'lastPage')) || textAt(from, 'number'),
  };
}

/** The number of what a work is in. */
function related(work: JsonObject, kind: string): string {
  const entry = objectsAt(work, 'relatedIdentifiers').find(
    other =>
      textAt(other, 'relatedIdentifierType').replace(/^E(?=ISSN)/, '') === kind &&
      /^(?:IsPartOf|IsPublishedIn|)$/.test(textAt(other, 'relationType')),
  );
  return textAt(entry, 'relatedIdentifier');
}

/** The number of the work itself. */
function identified(work: JsonObject, kind: string): string {
  const entry = objectsAt(work, 'identifiers').find(other => textAt(other, 'identifierType') === kind);
  return textAt(entry, 'identifier');
}

/** The published version that a preprint names, registered by somebody else. */
function published(work: JsonObject, doi: string) {
  const [prefix] = doi.split('/');
  const related = objectsAt(work, 'relatedIdentifiers').find(
    entry =>
      /^(?:IsVersionOf|IsPreviousVersionOf|IsPreprintOf)$/.test(textAt(entry, 'relationType')) &&
      textAt(entry, 'relatedIdentifierType') === 'DOI' &&
      !textAt(entry, 'relatedIdentifier').includes(`${prefix}/`),
  );
  const identifier = parseIdentifier(textAt(related, 'relatedIdentifier'));
  return identifier?.kind === 'doi' ? identifier : undefined;
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
  const datesOf = (kind: string) =>
    dates.filter(entry => textAt(entry, 'dateType') === kind).map(entry => readDate(at(entry, 'date')));
  for (const kind of ['Issued', 'Available', 'Submitted', 'Created', 'Copyrighted']) {
    const best = datesOf(kind)
      .filter(date => date && (!year || date['date-parts']?.[0]?.[0] === year))
      .sort((a, b) => (b?.['date-parts']?.[0]?.length ?? 0) - (a?.['date-parts']?.[0]?.length ?? 0))[0];
    if (best && (best['date-parts']![0]!.length > 1 || kind === 'Created' || !year))
      return exactestDate([best, ...datesOf('Submitted')]);
  }
  return year ? { 'date-parts': [[year]] } : readDate(firstText(dates.map(entry => at(entry, 'date'))));
}
