import { tableOf } from '../../util/collections/tableOf';
import { say } from '../../util/say';
import { type Catalog, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, firstText, isObject, type Json, type JsonObject, parseObject, textAt } from '../json';
import { listReader } from '../listReader';
import { recordOf } from '../records/record';
import { readDate } from '../text/date';
import { personName } from '../text/names/personName';
import { readContainer, readTitle } from '../text/title';
import { address, json } from './address';

const types: Readonly<Record<string, string>> = tableOf({
  'Journal Articles': 'article-journal',
  'Conference and Workshop Papers': 'paper-conference',
  'Parts in Books or Collections': 'chapter',
  'Books and Theses': 'book',
  Editorship: 'book',
  'Reference Works': 'entry-encyclopedia',
  'Informal and Other Publications': 'article',
  'Informal Publications': 'article',
  'Data and Artifacts': 'dataset',
});

/** DBLP's search of publications (dblp.org/faq/How+to+use+the+dblp+search+API). Lists of one are no lists there. */
export const dblp: Catalog = {
  id: 'dblp',
  name: 'DBLP',
  hosts: ['dblp.org'],
  pace: { interval: 1000, atOnce: 1 },
  answersBrowsers: false,

  lookUp(query) {
    return query.kind === 'reference' ? undefined : byIdentifier(query.kind, query.id);
  },

  search(words, limit) {
    return request(words, limit);
  },
};

function byIdentifier(kind: string, id: string) {
  if (kind !== 'doi') return undefined;
  const { readSteps: _all, ...one } = request(`doi:${id}:`, 1);
  return {
    ...one,
    read: (body: string) => ({
      records: one.read(body).records.filter(record => record.identifiers.some(other => other.id === id)),
    }),
  };
}

function request(words: string, limit: number) {
  return {
    service: 'dblp' as const,
    url: address('https://dblp.org/search/publ/api', { q: words, format: 'json', h: limit }),
    accept: json,
    ...readHits,
  };
}

const readHits = listReader(body => {
  const hits = at(parseObject(body), 'result', 'hits');
  if (!isObject(hits)) throw new UnreadableAnswer(say('has no list of hits in it'));
  return list(hits.hit)
    .map(hit => at(hit, 'info'))
    .filter(isObject);
}, record);

/** One or several. */
function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function record(info: JsonObject): CatalogRecord {
  const venue = firstText(info.venue);
  const isArxiv = venue === 'CoRR';
  const type = isArxiv ? 'article' : (types[textAt(info, 'type')] ?? 'document');
  const doi = textAt(info, 'doi');
  const ee = firstText(info.ee);
  const people = list(at(info, 'authors', 'author')).map(author =>
    personName(textAt(author, 'text') || textAt(author)),
  );
  const thesis = type === 'book' && /^(?:phd|ms)\//.test(textAt(info, 'key'));
  return recordOf(
    'dblp',
    {
      type: thesis ? 'thesis' : type,
      title: readTitle(at(info, 'title')),
      ...(textAt(info, 'type') === 'Editorship' ? { editors: people } : { authors: people }),
      issued: readDate(textAt(info, 'year')),
      container: type === 'article' || type === 'book' ? undefined : readContainer(venue),
      doi,
      arxiv: isArxiv
        ? (/arxiv\.org\/abs\/(.+)$/i.exec(ee)?.[1] ?? /^abs\/(.+)$/.exec(textAt(info, 'volume'))?.[1])
        : undefined,
      texts: {
        publisher: isArxiv ? 'arXiv' : type === 'article' ? venue : textAt(info, 'publisher'),
        'collection-title': type === 'book' ? firstText(info.series) || textAt(list(info.venue).at(-1)) : '',
        volume: isArxiv ? '' : textAt(info, 'volume'),
        issue: textAt(info, 'number'),
        page: textAt(info, 'pages'),
        URL: doi || isArxiv ? '' : ee,
      },
    },
    { page: textAt(info, 'url') },
  );
}
