import { normaliseItem } from '../../bibliography/csl/normaliseItem';
import type { Name } from '../../model/reference';
import { say } from '../../util/say';
import { type Catalog, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, firstText, type JsonObject, objectsAt, parseObject, textAt } from '../json';
import { recordOf } from '../records/record';
import { readAbstract } from '../text/abstract';
import { dateOf, readDate } from '../text/date';
import { literalName, splitName } from '../text/names/personName';
import { letters, readContainer, readTitle } from '../text/title';
import { askedDoi, inPath } from './address';
import { crossrefRecord } from './crossref/crossrefRecord';

const csl = 'application/vnd.citationstyles.csl+json';

/**
 * The DOI system's content negotiation (citation.doi.org): a redirect to the agency that registered the DOI. Besides Crossref and DataCite,
 * those of the EU Publications Office and mEDRA answer.
 */
export const doiOrg: Catalog = {
  id: 'doi-org',
  name: 'doi.org',
  hosts: [
    'doi.org',
    'dx.doi.org',
    'www.doi.org',
    'ra.publications.europa.eu',
    'data.medra.org',
    'www.medra.org',
    'api.medra.org',
  ],
  pace: { interval: 500, atOnce: 1 },
  answersBrowsers: false,

  lookUp(query) {
    const doi = askedDoi(query);
    if (!doi) return undefined;
    return {
      service: 'doi-org',
      url: `https://doi.org/${inPath(doi)}`,
      accept: csl,
      notFound: [400],
      read(body) {
        const item = parseObject(body);
        if (!textAt(item, 'DOI') && !firstText(item.title))
          throw new UnreadableAnswer(say('has no work in it'));
        return { records: [record(item)] };
      },
    };
  },
};

/** Crossref's is its own record with texts instead of lists; that of others is CSL. */
function record(item: JsonObject): CatalogRecord {
  if (
    item.source === 'Crossref' ||
    Array.isArray(item['original-title']) ||
    item['reference-count'] !== undefined
  )
    return crossrefRecord(item, 'doi-org');
  const { type, page, volume, issue, publisher, language, version, genre } = normaliseItem('', item);
  const doi = textAt(item, 'DOI');
  // DataCite gives works of no known type that of an article, and their publisher for its journal.
  const container = readContainer(firstText(item['container-title']));
  const isPublisher =
    container !== undefined && letters(container.plain) === letters(textAt(item, 'publisher'));
  const inJournal = container !== undefined && !isPublisher;
  return recordOf(
    'doi-org',
    {
      type:
        type === 'document' && inJournal
          ? 'article-journal'
          : type === 'article-journal' && isPublisher && !volume
            ? 'document'
            : type,
      title: readTitle(firstText(item.title)),
      authors: objectsAt(item, 'author').map(person),
      editors: objectsAt(item, 'editor').map(person),
      issued: dateOf(partsOf(item)) ?? readDate(at(item, 'issued', 'raw')),
      container: inJournal ? container : undefined,
      abstract: readAbstract(item.abstract),
      doi,
      isbn: firstText(item.ISBN),
      texts: {
        page,
        volume,
        issue,
        publisher,
        language,
        version,
        genre,
        ISSN: firstText(item.ISSN),
        'publisher-place': item['publisher-place'],
      },
    },
    { page: doi && `https://doi.org/${doi.toLowerCase()}` },
  );
}

function person(name: JsonObject): Name | undefined {
  return textAt(name, 'literal')
    ? literalName(name.literal)
    : splitName(name.family, name.given, name.suffix);
}

function partsOf(item: JsonObject): readonly unknown[] {
  const parts = at(item, 'issued', 'date-parts');
  const first = Array.isArray(parts) ? parts[0] : undefined;
  return Array.isArray(first) ? first : [];
}
