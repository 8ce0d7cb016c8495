import { isbnIdentifier } from '../../model/identifiers/isbn';
import { say } from '../../util/say';
import { type Catalog, type CatalogReading, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, isObject, type JsonObject, listAt, objectsAt, parseObject, textAt } from '../json';
import { recordOf } from '../records/record';
import { readAbstract } from '../text/abstract';
import { readDate } from '../text/date';
import { personName } from '../text/names/personName';
import { readWholeTitle } from '../text/title';
import { address, json } from './address';

/** Google Books (developers.google.com/books/docs/v1). Without a key its daily quota is often spent. */
export const googleBooks: Catalog = {
  id: 'google-books',
  name: 'Google Books',
  hosts: ['www.googleapis.com'],
  pace: { interval: 1000, atOnce: 1 },
  answersBrowsers: false,

  lookUp(query, { keys }) {
    return query.kind === 'isbn'
      ? request(`isbn:${query.id}`, 3, keys?.['google-books'], query.id)
      : undefined;
  },

  search(words, limit, { keys }) {
    return request(words, limit, keys?.['google-books']);
  },
};

function request(q: string, maxResults: number, key: string | undefined, isbn?: string) {
  return {
    service: 'google-books' as const,
    url: address('https://www.googleapis.com/books/v1/volumes', { q, maxResults, key }).replace(
      'q=isbn%3A',
      'q=isbn:',
    ),
    accept: json,
    read(body: string): CatalogReading {
      const answer = parseObject(body);
      if (answer.totalItems === undefined && answer.items === undefined)
        throw new UnreadableAnswer(say('has no list of books in it'));
      const books = objectsAt(answer, 'items')
        .map(volume => at(volume, 'volumeInfo'))
        .filter(isObject);
      return {
        records: books.filter(book => !isbn || mayBe(book, isbn)).map(book => record(book, isbn)),
      };
    },
  };
}

/** A search for a number also finds other editions, which name their own. */
function mayBe(book: JsonObject, isbn: string): boolean {
  const own = objectsAt(book, 'industryIdentifiers')
    .filter(entry => /^ISBN/.test(textAt(entry, 'type')))
    .map(entry => isbnIdentifier(textAt(entry, 'identifier'))?.id);
  return own.length === 0 || own.includes(isbn);
}

function record(book: JsonObject, asked?: string): CatalogRecord {
  const numbers = objectsAt(book, 'industryIdentifiers');
  const isbn =
    numbers.find(entry => textAt(entry, 'type') === 'ISBN_13') ??
    numbers.find(entry => textAt(entry, 'type') === 'ISBN_10');
  return recordOf(
    'google-books',
    {
      type: 'book',
      title: readWholeTitle(at(book, 'title'), at(book, 'subtitle')),
      authors: listAt(book, 'authors').map(personName),
      issued: readDate(at(book, 'publishedDate')),
      abstract: readAbstract(at(book, 'description')),
      isbn: asked ?? textAt(isbn, 'identifier'),
      texts: {
        publisher: textAt(book, 'publisher'),
        'number-of-pages': textAt(book, 'pageCount'),
        language: textAt(book, 'language'),
      },
    },
    { page: textAt(book, 'canonicalVolumeLink') || textAt(book, 'infoLink') },
  );
}
