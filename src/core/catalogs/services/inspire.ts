import type { Name } from '../../model/reference';
import { tableOf } from '../../util/collections/tableOf';
import { say } from '../../util/say';
import { type Catalog, type CatalogReading, type CatalogRecord, UnreadableAnswer } from '../catalog';
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
import { readAbstract } from '../text/abstract';
import { readDate } from '../text/date';
import { literalName, personName, splitName } from '../text/names/personName';
import { pagesFrom } from '../text/pages';
import { readContainer, readWholeTitle } from '../text/title';
import { address, inPath, json } from './address';

const base = 'https://inspirehep.net/api';
const fields =
  'titles,authors.full_name,authors.first_name,authors.last_name,authors.inspire_roles,author_count,collaborations,corporate_author,arxiv_eprints,dois,publication_info,abstracts,document_type,imprints,isbns,report_numbers,preprint_date,earliest_date,citation_count,control_number,texkeys,thesis_info';

const types: Readonly<Record<string, string>> = tableOf({
  article: 'article-journal',
  'conference paper': 'paper-conference',
  book: 'book',
  'book chapter': 'chapter',
  proceedings: 'book',
  report: 'report',
  thesis: 'thesis',
});

/** INSPIRE, high-energy physics (github.com/inspirehep/rest-api-doc): 15 requests in 5 seconds. */
export const inspire: Catalog = {
  id: 'inspire',
  name: 'INSPIRE',
  hosts: ['inspirehep.net'],
  pace: { interval: 340, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query) {
    const path =
      query.kind === 'doi'
        ? `doi/${query.id}`
        : query.kind === 'arxiv'
          ? `arxiv/${query.id}`
          : literaturePath(query.id);
    if (!path || (query.kind !== 'doi' && query.kind !== 'arxiv' && query.kind !== 'url')) return undefined;
    return {
      service: 'inspire',
      url: `${base}/${inPath(path)}`,
      accept: json,
      read: readOne,
    };
  },

  search(words, limit) {
    return {
      service: 'inspire',
      url: address(`${base}/literature`, { q: words, size: limit, fields }),
      accept: json,
      read(body) {
        const hits = at(parseObject(body), 'hits', 'hits');
        if (!Array.isArray(hits)) throw new UnreadableAnswer(say('has no list of hits in it'));
        return {
          records: hits
            .map(hit => at(hit, 'metadata'))
            .filter(isObject)
            .map(record),
        };
      },
    };
  },
};

function literaturePath(url: string): string | undefined {
  const id = /inspirehep\.net\/(?:api\/)?(?:literature|record)\/(\d+)/i.exec(url)?.[1];
  return id && `literature/${id}`;
}

function readOne(body: string): CatalogReading {
  const metadata = at(parseObject(body), 'metadata');
  if (!isObject(metadata)) throw new UnreadableAnswer(say('has no record in it'));
  return { records: [record(metadata)] };
}

function record(work: JsonObject): CatalogRecord {
  const publication =
    objectsAt(work, 'publication_info').find(
      entry => textAt(entry, 'journal_title') && textAt(entry, 'material') !== 'erratum',
    ) ?? objectsAt(work, 'publication_info')[0];
  const journal = textAt(publication, 'journal_title').replace(/\.(?=\p{Lu})/gu, '. ');
  const eprint = objectsAt(work, 'arxiv_eprints')[0];
  const kind = textAt(listAt(work, 'document_type')[0]);
  const isPreprint = kind === 'article' && !journal;
  const type = isPreprint ? 'article' : (types[kind] ?? 'document');
  const people = objectsAt(work, 'authors');
  const isEditor = (author: JsonObject) => listAt(author, 'inspire_roles').includes('editor');
  const authors = people.filter(author => !isEditor(author));
  const total = numberAt(work, 'author_count') ?? people.length;
  const first = textAt(publication, 'page_start');
  const title =
    objectsAt(work, 'titles').find(entry => textAt(entry, 'source') !== 'arXiv') ??
    objectsAt(work, 'titles')[0];
  const abstract =
    objectsAt(work, 'abstracts').find(entry => textAt(entry, 'source') !== 'arXiv') ??
    objectsAt(work, 'abstracts')[0];
  return recordOf(
    'inspire',
    {
      type,
      title: readWholeTitle(at(title, 'title'), at(title, 'subtitle')),
      authors: [
        ...objectsAt(work, 'collaborations').map(entry =>
          literalName(textAt(entry, 'value').replace(/(?: collaboration)?$/i, ' Collaboration')),
        ),
        ...listAt(work, 'corporate_author').map(literalName),
        ...authors.map(person),
      ],
      editors: people.filter(isEditor).map(person),
      authorsIncomplete: total > people.length,
      issued: readDate(
        textAt(objectsAt(work, 'imprints')[0], 'date') ||
          textAt(publication, 'year') ||
          textAt(work, 'thesis_info', 'date') ||
          textAt(work, 'preprint_date') ||
          textAt(work, 'earliest_date'),
      ),
      container:
        type === 'article-journal' || type === 'paper-conference'
          ? readContainer(journal || textAt(publication, 'pubinfo_freetext'))
          : undefined,
      abstract: readAbstract(textAt(abstract, 'value')),
      doi: textAt(objectsAt(work, 'dois')[0], 'value'),
      arxiv: textAt(eprint, 'value'),
      primaryClass: firstText(at(eprint, 'categories')),
      isbn: textAt(objectsAt(work, 'isbns')[0], 'value'),
      texts: {
        publisher: isPreprint
          ? 'arXiv'
          : textAt(objectsAt(work, 'imprints')[0], 'publisher') ||
            textAt(objectsAt(at(work, 'thesis_info'), 'institutions')[0], 'name'),
        'publisher-place': textAt(objectsAt(work, 'imprints')[0], 'place'),
        genre: isPreprint
          ? 'Preprint'
          : type === 'thesis'
            ? degree(textAt(work, 'thesis_info', 'degree_type'))
            : '',
        number: type === 'report' ? textAt(objectsAt(work, 'report_numbers')[0], 'value') : '',
        volume: textAt(publication, 'journal_volume'),
        issue: textAt(publication, 'journal_issue'),
        page: pagesFrom(first, textAt(publication, 'page_end')) || textAt(publication, 'artid'),
      },
    },
    {
      page:
        textAt(work, 'control_number') &&
        `https://inspirehep.net/literature/${textAt(work, 'control_number')}`,
      citations: numberAt(work, 'citation_count'),
      ownId: textAt(work, 'control_number'),
    },
  );
}

function person(author: JsonObject): Name | undefined {
  return textAt(author, 'last_name')
    ? splitName(author.last_name, author.first_name)
    : personName(author.full_name);
}

/** `phd`, `master`, `diploma` as they are written. */
function degree(kind: string): string {
  if (/^phd$/i.test(kind)) return 'PhD Thesis';
  return kind && `${kind.charAt(0).toUpperCase()}${kind.slice(1)} Thesis`;
}
