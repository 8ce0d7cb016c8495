import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CatalogReading,
  CatalogRecord,
  CatalogRequest,
  ServiceId,
} from '../../../../src/core/catalogs/catalog';
import { CatalogFailure, type FailureKind } from '../../../../src/core/catalogs/failure';
import { type Found, find } from '../../../../src/core/catalogs/find';
import { referenceConfidence } from '../../../../src/core/catalogs/likelihood';
import { readQuery } from '../../../../src/core/catalogs/query';
import { entryItem, keyItem } from '../../../../src/core/catalogs/records/entryItem';
import { mergeRecords } from '../../../../src/core/catalogs/records/mergeRecords';
import { recordOf } from '../../../../src/core/catalogs/records/record';
import { uniteRecords } from '../../../../src/core/catalogs/records/uniteRecords';
import { catalogs } from '../../../../src/core/catalogs/services/catalogs';
import { readTitle } from '../../../../src/core/catalogs/text/title';
import { crossrefWork } from './answers';

type Answer = object | string | FailureKind | undefined;

/** Looks a text up where each service answers as told; what is not told is not found. */
async function lookedUp(
  text: string,
  answers: Partial<Record<ServiceId, Answer>>,
  services?: readonly ServiceId[],
): Promise<Found & { asked: ServiceId[] }> {
  const asked: ServiceId[] = [];
  const ask = async (request: CatalogRequest): Promise<CatalogReading | undefined> => {
    asked.push(request.service);
    const answer = answers[request.service];
    if (answer === undefined) return undefined;
    if (typeof answer === 'string' && !answer.startsWith('<'))
      throw new CatalogFailure(request.service, answer as FailureKind, `${request.service} failed.`);
    return request.read(typeof answer === 'string' ? answer : JSON.stringify(answer));
  };
  const found = await find(text, {
    catalogs: services ? services.map(id => catalogs.find(catalog => catalog.id === id)!) : catalogs,
    onlyThese: services !== undefined,
    access: {},
    ask,
  });
  return { ...found, asked };
}

const whole = crossrefWork({ abstract: '<p>Rivers flow.</p>' });
const alex = {
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.1000/river.1',
  title: 'Rivers of glass',
  type: 'article',
  ids: { pmid: 'https://pubmed.ncbi.nlm.nih.gov/99' },
  abstract_inverted_index: { Rivers: [0], flow: [1] },
};
const dataciteWork = {
  data: {
    attributes: {
      doi: '10.1000/river.1',
      titles: [{ title: 'Gauges' }],
      creators: [],
      types: { resourceTypeGeneral: 'Dataset' },
    },
  },
};

test('what a text asks for', () => {
  for (const [text, kind] of [
    ['10.1000/182', 'doi'],
    ['https://arxiv.org/abs/2306.00629', 'arxiv'],
    ['31452104', 'words'],
    ['PMID 31452104', 'pmid'],
    ['arXiv:0000.0000', 'arxiv'],
    ['ISBN 9780000000000', 'isbn'],
    ['0000.0000', 'words'],
    ['9780000000000', 'words'],
    ['https://example.org/paper', 'url'],
    ['www.example.org/paper', 'url'],
    ['attention is all you need', 'words'],
    ['roe 2020 rivers', 'words'],
    ['a study of the effects of floods on rivers in 2020 and 2021', 'words'],
    ['Smith J, Roe A. A title. Journal 12(3), 2020', 'reference'],
    ['Roe, A. and Doe, B. (2020). Rivers of glass. Journal of Rivers, 12(3), 45–67.', 'reference'],
    ['A. Roe, B. Doe, “Rivers of glass and stone,” in Proc. RIV, 2020, pp. 45–67.', 'reference'],
    ['Roe A, Doe B, et al. Rivers of glass and stone. J Riv 2020;12:45-67. doi:10.1000/river.1', 'reference'],
  ] as const)
    assert.equal(readQuery(text).kind, kind, text);
  assert.deepEqual(
    readQuery('Roe A, Doe B. Rivers of glass and stone. J Riv 2020;12:45-67. doi:10.1000/river.1').query,
    { kind: 'doi', id: '10.1000/river.1' },
  );
});

test('nothing is asked for nothing', async () => {
  for (const text of ['', '  ', '“”', '…'])
    assert.deepEqual(await lookedUp(text, {}), {
      works: [],
      failures: [],
      error: 'Nothing to look up.',
      asked: [],
    });
});

test('one request for a record that is whole, one more for an abstract, a further one only where that failed', async () => {
  assert.deepEqual((await lookedUp('10.1000/river.1', { crossref: whole, openalex: alex })).asked, [
    'crossref',
  ]);
  const two = await lookedUp('10.1000/river.1', { crossref: crossrefWork({}), openalex: alex });
  assert.deepEqual(two.asked, ['crossref', 'openalex']);
  assert.deepEqual(
    [two.works[0]!.item.abstract, two.works[0]!.item.PMID, two.works[0]!.item.title],
    ['Rivers flow', '99', 'Rivers of glass'],
  );
  assert.deepEqual(
    two.works[0]!.sources.map(({ service, fields }) => [service, fields.includes('abstract')]),
    [
      ['crossref', false],
      ['openalex', true],
    ],
  );
  assert.deepEqual((await lookedUp('10.1000/river.1', { crossref: crossrefWork({}) })).asked, [
    'crossref',
    'openalex',
  ]);
  assert.deepEqual(
    (await lookedUp('10.1000/river.1', { crossref: crossrefWork({}), openalex: 'budget' })).asked,
    ['crossref', 'openalex', 'europe-pmc'],
  );
  assert.deepEqual(
    (await lookedUp('10.1000/river.1', { crossref: crossrefWork({ type: 'monograph' }) })).asked,
    ['crossref'],
    'books have no abstracts',
  );
});

test('what a book is cited by is asked of the other catalogue of books, and a free copy of who is named', async () => {
  const book = (fields: object) => ({ 'ISBN:9780262033848': { title: 'Rivers of glass', ...fields } });
  const google = {
    totalItems: 1,
    items: [{ volumeInfo: { title: 'Rivers of glass', authors: ['Ann Roe'], publisher: 'River Press' } }],
  };
  const books = ['open-library', 'google-books'] as const;
  const poor = await lookedUp(
    '9780262033848',
    { 'open-library': book({ publish_date: '2009' }), 'google-books': google },
    books,
  );
  assert.deepEqual(poor.asked, books);
  assert.deepEqual(
    [poor.works[0]!.item.author, poor.works[0]!.item.publisher],
    [[{ family: 'Roe', given: 'Ann' }], 'River Press'],
  );
  const rich = book({ authors: [{ name: 'Ann Roe' }], publishers: [{ name: 'P' }], publish_date: '2009' });
  const whole = await lookedUp('9780262033848', { 'open-library': rich, 'google-books': google }, books);
  assert.deepEqual(whole.asked, ['open-library']);
  const free = { doi: '10.1000/river.1', best_oa_location: { url_for_pdf: 'https://example.org/a.pdf' } };
  const both = await lookedUp('10.1000/river.1', { crossref: crossrefWork({}), unpaywall: free }, [
    'crossref',
    'unpaywall',
  ]);
  assert.equal(both.works[0]!.pdf, 'https://example.org/a.pdf');
});

test('a DOI that Crossref has not is asked of DataCite, then of doi.org, whose no is final', async () => {
  assert.deepEqual((await lookedUp('10.1000/river.1', { datacite: dataciteWork })).asked, [
    'crossref',
    'datacite',
  ]);
  assert.deepEqual((await lookedUp('10.5281/zenodo.1', { datacite: dataciteWork })).asked, ['datacite']);
  const none = await lookedUp('10.1000/river.1', {});
  assert.deepEqual(none.asked, ['crossref', 'datacite', 'doi-org']);
  assert.equal(
    none.error,
    'Not found: Crossref, DataCite and doi.org have no such work. Is it spelled right?',
  );
  const helped = await lookedUp('10.1000/river.1', { crossref: 'server', openalex: alex });
  assert.deepEqual(
    [helped.asked[0], helped.works[0]?.sources[0]?.service, helped.error, helped.failures.length],
    ['crossref', 'openalex', undefined, 1],
  );
  const offline = await lookedUp(
    '10.1000/river.1',
    Object.fromEntries(catalogs.map(({ id }) => [id, 'offline'])),
  );
  assert.equal(offline.asked.length, 2, 'two that cannot be reached are enough');
  assert.match(offline.error!, /^Crossref and .* cannot be reached\. Is this computer online\?$/);
});

test('only services that were named are asked', async () => {
  assert.deepEqual((await lookedUp('10.1000/river.1', { crossref: crossrefWork({}) }, ['crossref'])).asked, [
    'crossref',
  ]);
  assert.deepEqual((await lookedUp('10.1000/river.1', {}, ['openalex', 'inspire'])).asked, [
    'openalex',
    'inspire',
  ]);
  const unable = await lookedUp('10.1000/river.1', {}, ['open-library']);
  assert.deepEqual([unable.asked, unable.error], [[], 'None of the services asked can look this up.']);
  assert.match((await lookedUp('https://example.org/x', {})).error!, /carries no identifier/);
});

test("a publisher's page that shows only its own number of the paper is asked of Crossref", async () => {
  const list = { message: { items: [(crossrefWork({}) as { message: object }).message] } };
  for (const url of [
    'https://www.sciencedirect.com/science/article/abs/pii/S0140673697110960?via%3Dihub',
    'https://www.cell.com/cell/fulltext/S0092-8674(20)30001-2',
  ]) {
    const { works, asked } = await lookedUp(url, { crossref: list });
    assert.deepEqual([asked[0], works[0]?.item.DOI], ['crossref', '10.1000/river.1'], url);
  }
  const none = await lookedUp('https://www.sciencedirect.com/journal/rivers', { crossref: list });
  assert.deepEqual(none.asked.includes('crossref'), false);
});

test("another work's record is no answer", async () => {
  const other = { ...alex, doi: 'https://doi.org/10.1000/other' };
  assert.deepEqual((await lookedUp('10.1000/river.1', { openalex: other }, ['openalex'])).works, []);
});

test('a reference is found by its words, with how sure that is', async () => {
  const list = {
    message: {
      items: [
        (crossrefWork({ DOI: '10.1000/x', title: ['Lakes of iron'] }) as { message: object }).message,
        (whole as { message: object }).message,
      ],
    },
  };
  const found = await lookedUp('Roe, A. (2020). Rivers of glass. Journal of Rivers, 12(3), 45–67.', {
    crossref: list,
  });
  assert.deepEqual(
    found.works.map(({ item }) => item.title),
    ['Rivers of glass'],
  );
  assert.ok(found.works[0]!.confidence! > 0.9);
  const missed = await lookedUp('Doe, B. (1999). Mountains of salt. Journal of Rocks, 2(1), 5–6.', {
    crossref: list,
  });
  assert.equal(missed.works.length, 0);
  assert.ok(missed.error);
  assert.ok(
    referenceConfidence(
      'Roe A. Rivers of glass. 2020',
      (whole as { message: never }).message && {
        id: '',
        type: 'article-journal',
        title: 'Rivers of glass',
        author: [{ family: 'Roe' }],
        issued: { 'date-parts': [[2020]] },
      },
    ) > 0.8,
  );
});

test('references are read as they are printed: broken over lines, in many styles, as entries, several at once', async () => {
  const title = 'Efficient rivers of glass in distributed valleys';
  const work = crossrefWork({
    title: [title],
    author: [{ given: 'Jürgen', family: 'Müller' }],
    issued: { 'date-parts': [[2015]] },
    volume: '12',
    page: '123-145',
  });
  const list = { message: { items: [(work as { message: object }).message] } };
  for (const text of [
    'J. M¨uller and A. Fischer. Eﬃcient rivers of glass in distrib-\nuted val-\nleys. Journal of Rivers, 12(3):123–145, 2015.',
    'J. Mu¨ller, A. Fischer, Efficient rivers of glass in distributed valleys, J. Riv. 12 (2015) 123–145.',
    'Mueller J, Fischer A. Efficient rivers of glass in distributed valleys. J Riv 2015',
    'Müller, Jürgen/Fischer, Anna: Efficient rivers of glass in distributed valleys. In: Flüsse 12 (2015), H. 3, S. 123–145.',
    'MÜLLER J, FISCHER A. Efficient rivers of glass in distributed valleys[J]. Journal of Rivers, 2015, 12(3): 123-145.',
    '@article{m, author = {M{\\"u}ller, J.}, title = {Efficient Rivers of Glass in Distributed Valleys}, year = 2015, volume = 12}',
    'TY  - JOUR\nAU  - Müller, J.\nTI  - Efficient rivers of glass in distributed valleys\nPY  - 2015\nER  - \n',
    '(12) Müller, J.; Fischer, A. J. Riv. 2015, 12, 123–145.',
  ]) {
    assert.equal(readQuery(text).kind, 'reference', text);
    const found = await lookedUp(text, { crossref: list });
    assert.equal(found.works[0]?.item.title, title, `${text} ${found.error}`);
    const other = crossrefWork({
      title: [`Review of ${title}`],
      author: [{ family: 'Zoe' }],
      volume: '99',
      page: '7',
    });
    const reviews = { message: { items: [(other as { message: object }).message] } };
    assert.deepEqual((await lookedUp(text, { crossref: reviews })).works, [], text);
  }
  assert.match(
    readQuery('J. M¨uller and A. Fischer. Eﬃcient rivers of glass in distrib-\nuted valleys. J Riv, 2015.')
      .query.id,
    /^J\. Müller .* Efficient rivers of glass in distributed valleys/,
  );
  for (const text of [
    '王小明, 李国强. 乡村图书馆的历史与现状[J]. 图书馆学报, 2012, 12(3): 45-50.',
    '王小明：《乡村图书馆的历史与现状》，《图书馆学报》2012年第3期',
    'Foucault M. The order of rivers. New York: Vintage; 1994.',
    'Foucault, Michel. The Order of Rivers. New York: Vintage, 1994. Print.',
    'Roe A. Rivers. Nature. 2019;500:12-13.',
  ])
    assert.equal(readQuery(text).kind, 'reference', text);
  const several = await lookedUp(
    '[1] J. Müller, “Efficient rivers of glass in distributed valleys,” J. Riv., vol. 12, 2015.\n[2] A. Poe, “Lakes of iron and of stone,” J. Riv., vol. 9, 2016.',
    { crossref: list },
    ['crossref'],
  );
  assert.deepEqual([several.asked.length, several.works.length], [2, 1]);
});

test('what the record of a reference lacks is asked of one more service', async () => {
  const list = { message: { items: [(crossrefWork({}) as { message: object }).message] } };
  const text = 'Roe, A. (2020). Rivers of glass. Journal of Rivers, 12(3), 45–67.';
  const found = await lookedUp(text, { crossref: list, openalex: alex }, ['crossref', 'openalex']);
  assert.deepEqual([found.asked, found.works[0]?.item.abstract], [['crossref', 'openalex'], 'Rivers flow']);
  const unsure = await lookedUp(
    'Zoe, X. (1999). Something else entirely of rivers. Journal of Lakes, 99(1), 1–2.',
    { crossref: list, openalex: alex },
    ['crossref', 'openalex'],
  );
  assert.deepEqual([unsure.asked, unsure.works], [['crossref'], []]);
});

test('services that take no whole references are asked for the title and the first name', async () => {
  const words: string[] = [];
  await find('Roe A, Smith J. Rivers of glass in mountain valleys. J Riv. 2020;12(3):45-67.', {
    catalogs: catalogs.filter(({ id }) => id === 'europe-pmc'),
    onlyThese: true,
    access: {},
    ask: async ({ url }) => {
      words.push(new URL(url).searchParams.get('query')!);
      return undefined;
    },
  });
  assert.deepEqual(words, ['Rivers of glass in mountain valleys Roe']);
});

test('words go to several services, and their answers are united', async () => {
  const list = { message: { items: [(whole as { message: object }).message] } };
  const found = await lookedUp('rivers of glass roe', {
    crossref: list,
    openalex: { results: [alex, { ...alex, id: 'W2', doi: null, ids: {}, title: 'Lakes' }] },
    arxiv: 'timeout',
    'semantic-scholar': { total: 0 },
    'europe-pmc': { resultList: { result: [] } },
  });
  assert.deepEqual(
    found.works.map(({ item, sources }) => [item.title, sources.map(({ service }) => service)]),
    [
      ['Rivers of glass', ['crossref', 'openalex']],
      ['Lakes', ['openalex']],
    ],
  );
  assert.deepEqual(
    found.failures.map(({ service }) => service),
    ['arxiv'],
  );
  assert.equal(found.error, undefined);
});

const record = (
  service: ServiceId,
  title: string,
  fields: Partial<Parameters<typeof recordOf>[1]> = {},
  about = {},
): CatalogRecord =>
  recordOf(
    service,
    {
      type: 'article-journal',
      title: readTitle(title),
      authors: [{ family: 'Roe', given: 'A' }],
      issued: { 'date-parts': [[2020]] },
      ...fields,
    },
    about,
  );

test('a preprint and its published version stay two, and know of one another', () => {
  const works = uniteRecords([
    record('crossref', 'Rivers of glass and stone', { doi: '10.1000/j' }),
    record('arxiv', 'Rivers of Glass and Stone', {
      type: 'article',
      arxiv: '2306.00629',
      issued: { 'date-parts': [[2019]] },
    }),
    record('semantic-scholar', 'Rivers of glass and stone', { doi: '10.1000/J', arxiv: '2306.00629' }),
    record('dblp', 'Rivers of glass and stone.'),
  ]);
  assert.deepEqual(
    works.map(({ sources }) => sources.map(({ service }) => service)),
    [['crossref', 'semantic-scholar', 'dblp'], ['arxiv']],
  );
  assert.deepEqual(works[0]!.preprint, { kind: 'arxiv', id: '2306.00629' });
  assert.deepEqual(works[1]!.publishedAs, { kind: 'doi', id: '10.1000/j' });
  assert.equal(
    uniteRecords([record('crossref', 'Editorial', { doi: '10.1000/1' }), record('dblp', 'Editorial')]).length,
    2,
    'a short title says nothing',
  );
});

test('the best field from each: fuller names, the notice that names its DOI', () => {
  const merged = mergeRecords([
    record(
      'crossref',
      'Rivers',
      { doi: '10.1000/j' },
      { notices: [{ kind: 'retraction', doi: '10.1000/r', source: 'publisher' }] },
    ),
    record(
      'openalex',
      'Rivers!',
      { doi: '10.1000/j', authors: [{ family: 'Roe', given: 'Ann' }], abstract: 'Flow.', pmid: 5 },
      { notices: [{ kind: 'retraction', source: 'OpenAlex' }], pdf: 'https://x.org/p.pdf', citations: 3 },
    ),
  ]);
  assert.deepEqual(merged.item.author, [{ family: 'Roe', given: 'Ann' }]);
  assert.deepEqual(
    [merged.item.title, merged.item.abstract, merged.pdf, merged.citations],
    ['Rivers', 'Flow.', 'https://x.org/p.pdf', { service: 'openalex', count: 3 }],
  );
  assert.equal(merged.notices?.length, 1);
  assert.deepEqual(merged.sources[1]!.fields, ['PMID', 'abstract', 'author']);
});

test('an entry is written as a careful author would', () => {
  const work = mergeRecords([
    record(
      'crossref',
      'RETRACTED: Growth of <i>Rosa</i>',
      { doi: '10.1000/j', authors: [{ family: 'Roe', given: 'AB' }], texts: { publisher: 'Press BV' } },
      { notices: [{ kind: 'retraction', doi: '10.1000/r', date: '2010-02-06' }] },
    ),
  ]);
  const item = entryItem(work, 'roe2020growth');
  assert.equal(item.title, 'RETRACTED: Growth of Rosa');
  assert.equal(item.custom?.formatted?.title, 'RETRACTED: Growth of <i>Rosa</i>');
  assert.deepEqual(
    [item.author, item.publisher, item.note],
    [[{ family: 'Roe', given: 'A. B.' }], undefined, 'Retracted 2010-02-06: https://doi.org/10.1000/r'],
  );
  assert.equal(keyItem(work).title, 'Growth of Rosa');
});
