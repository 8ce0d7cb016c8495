import { say } from '../../util/say';
import { type Catalog, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, objectsAt, parseObject, textAt } from '../json';
import { recordOf } from '../records/record';
import { readDate } from '../text/date';
import { personName, splitName } from '../text/names/personName';
import { readContainer, readTitle } from '../text/title';
import { address, inPath, json } from './address';
import { crossrefTypes } from './crossref/crossrefTypes';

/** Unpaywall (unpaywall.org/products/api): where a free copy is. It refuses requests without an e-mail address. */
export const unpaywall: Catalog = {
  id: 'unpaywall',
  name: 'Unpaywall',
  hosts: ['api.unpaywall.org'],
  pace: { interval: 200, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query, { email }) {
    if (query.kind !== 'doi') return undefined;
    return {
      service: 'unpaywall',
      url: address(`https://api.unpaywall.org/v2/${inPath(query.id)}`, { email }),
      accept: json,
      read(body) {
        const work = parseObject(body);
        if (!textAt(work, 'doi')) throw new UnreadableAnswer(say('has no work in it'));
        return { records: [record(work)] };
      },
    };
  },
};

function record(work: Readonly<Record<string, unknown>>): CatalogRecord {
  const type = crossrefTypes[textAt(work, 'genre')] ?? 'document';
  const inContainer = /^(?:article-journal|paper-conference|chapter|entry-encyclopedia)$/.test(type);
  const best = at(work, 'best_oa_location');
  return recordOf(
    'unpaywall',
    {
      type,
      title: readTitle(at(work, 'title')),
      authors: objectsAt(work, 'z_authors').map(author =>
        textAt(author, 'family')
          ? splitName(author.family, author.given)
          : personName(author.raw_author_name),
      ),
      issued: readDate(textAt(work, 'published_date') || textAt(work, 'year')),
      container: inContainer ? readContainer(at(work, 'journal_name')) : undefined,
      doi: textAt(work, 'doi'),
      texts: { publisher: textAt(work, 'publisher'), ISSN: textAt(work, 'journal_issn_l') },
    },
    {
      page: textAt(work, 'doi_url'),
      pdf:
        textAt(best, 'url_for_pdf') ||
        objectsAt(work, 'oa_locations')
          .map(place => textAt(place, 'url_for_pdf'))
          .find(Boolean),
    },
  );
}
