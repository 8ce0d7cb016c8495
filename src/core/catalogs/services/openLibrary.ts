import type { Name } from '../../model/reference';
import type { Catalog, CatalogReading, CatalogRecord } from '../catalog';
import {
  at,
  firstText,
  isObject,
  type JsonObject,
  listAt,
  numberAt,
  objectsAt,
  parseObject,
  textAt,
} from '../json';
import { recordOf } from '../records/record';
import { readDate } from '../text/date';
import { personName } from '../text/names/personName';
import { readWholeTitle, type Title } from '../text/title';
import { address, json } from './address';

const base = 'https://openlibrary.org';

/** Open Library's books (openlibrary.org/developers/api). */
export const openLibrary: Catalog = {
  id: 'open-library',
  name: 'Open Library',
  hosts: ['openlibrary.org'],
  pace: { interval: 500, atOnce: 1 },
  answersBrowsers: false,

  lookUp(query) {
    if (query.kind !== 'isbn') return undefined;
    const key = `ISBN:${query.id}`;
    return {
      service: 'open-library',
      url: `${base}/api/books?bibkeys=${key}&jscmd=data&format=json`,
      accept: json,
      read(body) {
        const answer = parseObject(body);
        // A mirror may have the edition itself, whose authors are only keys.
        const book = answer[key] ?? (textAt(answer, 'title') ? answer : Object.values(answer)[0]);
        return { records: isObject(book) ? [bookRecord(book, query.id)] : [] };
      },
    };
  },

  search(words, limit) {
    return {
      service: 'open-library',
      url: address(`${base}/search.json`, {
        q: words,
        fields: 'key,title,subtitle,author_name,first_publish_year,publisher,language',
        limit,
      }),
      accept: json,
      read: body =>
        ({ records: objectsAt(parseObject(body), 'docs').map(foundRecord) }) satisfies CatalogReading,
    };
  },
};

function bookRecord(book: JsonObject, isbn: string): CatalogRecord {
  return recordOf(
    'open-library',
    {
      type: 'book',
      title: fullTitle(book),
      ...people(book),
      issued: readDate(at(book, 'publish_date')),
      isbn,
      texts: {
        publisher: firstText(listAt(book, 'publishers').map(entry => (isObject(entry) ? entry.name : entry))),
        'publisher-place': firstText(
          listAt(book, 'publish_places').map(entry => (isObject(entry) ? entry.name : entry)),
        ),
        edition: textAt(book, 'edition_name'),
        'number-of-pages': numberAt(book, 'number_of_pages')?.toString(),
        language: textAt(objectsAt(book, 'languages')[0], 'key').replace(/^.*\//, ''),
      },
    },
    { page: textAt(book, 'url').replace(/^http:/, 'https:') },
  );
}

/** By name, or as the title page says it, where that only lists people: `Ann Roe and Bo Doe.`, `edited by Ann Roe`, who are no authors then. */
function people(book: JsonObject): { authors?: (Name | undefined)[]; editors?: (Name | undefined)[] } {
  const [, role = '', list = ''] = /^((?:ed(?:ited|itors?|s?\.)?(?: by)?:?\s+)?)(.*)$/is.exec(
    textAt(book, 'by_statement'),
  )!;
  const stated = list
    .replace(/^by\s+|\.$/gi, '')
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/)
    .filter(Boolean);
  const named = objectsAt(book, 'authors')
    .map(author => textAt(author, 'name'))
    .filter(Boolean);
  const isList = stated.every(name => /^\p{Lu}[\p{L}.'’ -]*\s\p{L}[\p{L}'’-]+$/u.test(name));
  const names = (named.length > 0 ? named : isList ? stated : []).map(personName);
  return role && isList ? { editors: names } : { authors: names };
}

/** A search finds works: the numbers of all their editions are mixed, so none is taken over. */
function foundRecord(work: JsonObject): CatalogRecord {
  return recordOf(
    'open-library',
    {
      type: 'book',
      title: fullTitle(work),
      authors: listAt(work, 'author_name').slice(0, 1).map(personName),
      issued: readDate(at(work, 'first_publish_year')),
      texts: { publisher: firstText(at(work, 'publisher')) },
    },
    { page: textAt(work, 'key') && base + textAt(work, 'key') },
  );
}

function fullTitle(book: JsonObject): Title | undefined {
  // Libraries write the authors behind a stroke: `Introduction to rivers / Ann Roe … [et al.]`.
  const title = textAt(book, 'title').replace(
    /\s+\/\s+(?:(?:edited |translated )?by |[^/]*\[?et al).*$/i,
    '',
  );
  return readWholeTitle(title, textAt(book, 'subtitle'));
}
