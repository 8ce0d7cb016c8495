import type { CatalogRecord } from '../../catalog';
import { recordOf } from '../../records/record';
import { childAt, childrenNamed, type Element, textOf } from '../../text/markup';
import { abstractOf, authorsOf, issuedOf, titleOf } from './pubmedParts';

/** A book of NCBI's shelf, or a chapter of one. */
export function bookRecord(entry: Element): CatalogRecord {
  const document = childAt(entry, 'bookdocument');
  const book = childAt(document, 'book');
  const chapter = childAt(document, 'articletitle');
  const lists = childrenNamed(book, 'authorlist');
  const named = (kind: string) => authorsOf(lists.find(list => list.attributes.Type === kind));
  const pmid = textOf(childAt(document, 'pmid'));
  return recordOf(
    'pubmed',
    {
      type: chapter ? 'chapter' : 'book',
      title: titleOf(chapter ?? childAt(book, 'booktitle')),
      authors: chapter ? authorsOf(childAt(document, 'authorlist')) : named('authors'),
      editors: named('editors'),
      issued: issuedOf(childAt(book, 'pubdate')),
      container: chapter && titleOf(childAt(book, 'booktitle')),
      abstract: abstractOf(childAt(document, 'abstract')),
      pmid,
      isbn: textOf(childAt(book, 'isbn')),
      texts: {
        publisher: textOf(childAt(book, 'publisher', 'publishername')),
        'publisher-place': textOf(childAt(book, 'publisher', 'publisherlocation')),
        'collection-title': textOf(childAt(book, 'collectiontitle')),
        volume: textOf(childAt(book, 'volume')),
        edition: textOf(childAt(book, 'edition')),
        language: textOf(childAt(document, 'language')),
      },
    },
    { page: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, ownId: pmid },
  );
}
