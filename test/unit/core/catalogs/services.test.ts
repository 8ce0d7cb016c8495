import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery } from '../../../../src/core/catalogs/query';
import {
  publishedAmong,
  publishedVersion,
  workNotes,
} from '../../../../src/core/catalogs/records/describeWork';
import { mergeRecords } from '../../../../src/core/catalogs/records/mergeRecords';
import { catalogOf, catalogs } from '../../../../src/core/catalogs/services/catalogs';
import { doi, looked, searched } from './answers';

test('DataCite: an arXiv paper, a conference paper, a data set, people in one entry', () => {
  const answer = (attributes: object) => ({
    data: {
      id: 'x',
      type: 'dois',
      attributes: {
        doi: '10.5281/zenodo.1',
        titles: [{ title: 'Rivers' }],
        creators: [],
        dates: [],
        ...attributes,
      },
    },
  });
  const read = (attributes: object) => looked('datacite', doi('10.5281/zenodo.1'), answer(attributes))[0]!;
  const preprint = read({
    doi: '10.48550/arxiv.2306.00629',
    identifiers: [{ identifier: '2306.00629', identifierType: 'arXiv' }],
    creators: [{ name: 'Roe, Ann', nameType: 'Personal', givenName: 'Ann', familyName: 'Roe' }],
    publisher: 'arXiv',
    container: {},
    publicationYear: 2023,
    subjects: [{ subject: 'Digital Rivers (cs.DR)', subjectScheme: 'arXiv' }],
    dates: [
      { date: '2023-06-01T11:44:22Z', dateType: 'Submitted', dateInformation: 'v1' },
      { date: '2023-07', dateType: 'Available' },
    ],
    types: { resourceTypeGeneral: 'Preprint' },
    descriptions: [{ description: 'Rivers\n flow.', descriptionType: 'Abstract' }],
  }).item;
  assert.deepEqual(
    [preprint.type, preprint.DOI, preprint.number, preprint.custom?.primaryClass, preprint.abstract],
    ['article', undefined, 'arXiv:2306.00629', 'cs.DR', 'Rivers flow.'],
  );
  const paper = read({
    types: { resourceTypeGeneral: 'ConferencePaper' },
    container: { title: 'Series, Volume 22, RIV 2013', volume: '22', firstPage: '93', lastPage: '105' },
    publicationYear: 2013,
    dates: [
      { date: '2013', dateType: 'Issued' },
      { date: '2013-11-13', dateType: 'Available' },
    ],
    relatedItems: [
      {
        relatedItemType: 'ConferenceProceeding',
        titles: [
          { title: 'Series, Volume 22' },
          { title: '8th Conference on Rivers', titleType: 'Subtitle' },
        ],
      },
    ],
  }).item;
  assert.deepEqual(
    [paper.type, paper['container-title'], paper.page, paper.issued?.['date-parts']],
    ['paper-conference', '8th Conference on Rivers', '93-105', [[2013, 11, 13]]],
  );
  const people = read({
    creators: [
      { name: 'Roe, Ann (University of Glass); Doe, Ben (Oslo)' },
      { name: 'River Board', nameType: 'Organizational' },
    ],
    publicationYear: 2549,
    dates: [{ date: '2006-01-01', dateType: 'Issued' }],
  }).item;
  assert.deepEqual(people.author, [
    { family: 'Roe', given: 'Ann' },
    { family: 'Doe', given: 'Ben' },
    { literal: 'River Board' },
  ]);
  assert.deepEqual(people.issued, { 'date-parts': [[2006]] });
  assert.equal(
    read({
      types: { resourceTypeGeneral: 'Text', resourceType: 'Dissertation' },
      container: { title: 'University of Glass' },
    }).item.publisher,
    'University of Glass',
  );
});

const entry = (fields: string) =>
  `<entry><id>http://arxiv.org/abs/2306.00629v2</id><title>Rivers of\n  $\\beta$ glass</title><summary>  They\nflow.\n</summary><published>2023-06-01T00:00:00Z</published><updated>2024-01-02T00:00:00Z</updated><author><name>Ann Roe</name></author><arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.DR"/>${fields}</entry>`;
const feed = (entries: string) =>
  `<?xml version='1.0'?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><title>Query</title>${entries}</feed>`;

test('arXiv: line breaks, versions, the published version, errors that look like papers', () => {
  const asked = { kind: 'arxiv', id: '2306.00629' } as const;
  const [record] = looked(
    'arxiv',
    asked,
    feed(
      entry(
        '<arxiv:doi>10.1000/River.1</arxiv:doi><link title="pdf" href="http://arxiv.org/pdf/2306.00629v2"/>',
      ),
    ),
  );
  assert.equal(record!.item.title, 'Rivers of β glass');
  assert.equal(record!.item.abstract, 'They flow.');
  assert.deepEqual(record!.item.issued, { 'date-parts': [[2023, 6, 1]] }, 'the date of the first version');
  assert.deepEqual(record!.publishedAs, { kind: 'doi', id: '10.1000/river.1' });
  assert.equal(record!.pdf, 'https://arxiv.org/pdf/2306.00629v2');
  assert.deepEqual(looked('arxiv', asked, feed('')), []);
  assert.deepEqual(
    looked('arxiv', { kind: 'arxiv', id: '2306.00630' }, feed(entry(''))),
    [],
    'another paper is no answer',
  );
  assert.deepEqual(
    looked(
      'arxiv',
      asked,
      feed('<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title></entry>'),
    ),
    [],
  );
  assert.throws(() => looked('arxiv', asked, feed(entry('')).slice(0, -30)), /broken off/);
  assert.equal(
    looked(
      'arxiv',
      asked,
      feed(entry('<arxiv:comment>This paper has been withdrawn by the author</arxiv:comment>')),
    )[0]!.notices?.[0]?.kind,
    'retraction',
  );
  assert.match(catalogOf('arxiv').lookUp({ ...asked, version: 2 }, {})!.url, /id_list=2306\.00629v2&/);
  assert.match(
    catalogOf('arxiv').lookUp({ kind: 'arxiv', id: 'hep-th/9901001' }, {})!.url,
    /id_list=hep-th\/9901001&/,
  );
});

test('arXiv: a published version without a DOI is told as its authors say it, and asked for as a reference', () => {
  const asked = { kind: 'arxiv', id: '2306.00629' } as const;
  const journal = '<arxiv:journal_ref>Phys. Rev. D 76 (2007)\n 013009</arxiv:journal_ref>';
  const [alone] = looked('arxiv', asked, feed(entry(journal)));
  const work = mergeRecords([alone!]);
  assert.equal(work.publishedIn, 'Phys. Rev. D 76 (2007) 013009');
  assert.deepEqual(workNotes(work), ['Published in Phys. Rev. D 76 (2007) 013009']);
  const { query } = publishedVersion(work)!;
  assert.match(query, /^Roe\. Rivers of β glass\. Phys/);
  assert.equal(readQuery(query).kind, 'reference');
  const found = (title: string, about: object = {}) => ({
    ...work,
    item: { ...work.item, type: 'article-journal', title },
    ...about,
  });
  const [printed, stranger] = [found('Rivers of β Glass'), found('Glass of Rivers')];
  assert.equal(publishedAmong(work, [work, stranger, printed]), printed);
  assert.equal(publishedAmong(work, [stranger]), undefined);
  const sure = found('Rivers of Glass, Revisited', { confidence: 0.8 });
  assert.equal(publishedAmong(work, [sure]), sure);
  const [withDoi] = looked('arxiv', asked, feed(entry(`${journal}<arxiv:doi>10.1000/River.1</arxiv:doi>`)));
  assert.deepEqual(workNotes(mergeRecords([withDoi!])), ['Published as 10.1000/river.1']);
  const known = {
    ...alone!,
    service: 'semantic-scholar',
    publishedAs: { kind: 'doi', id: '10.1000/river.1' },
  } as const;
  assert.equal(mergeRecords([alone!, known]).publishedIn, undefined);
});

test('Europe PMC: split and run-together names, stops, headings, a free PDF', () => {
  const answer = (work: object) => ({ hitCount: 1, resultList: { result: [work] } });
  const core = looked(
    'europe-pmc',
    doi('10.1000/r'),
    answer({
      id: '1234',
      source: 'MED',
      pmid: '1234',
      pmcid: 'PMC99',
      doi: '10.1000/R',
      title: 'Rivers of glass.',
      authorList: {
        author: [{ firstName: 'Ann', lastName: 'Roe', initials: 'A' }, { collectiveName: 'River Group' }],
      },
      journalInfo: {
        volume: '3',
        yearOfPublication: 2025,
        monthOfPublication: 8,
        printPublicationDate: '2025-08-01',
        journal: { title: 'Acta fluviorum : official organ', issn: '1111-222x' },
      },
      abstractText: '<h4>Background</h4>Rivers.<h4>Results</h4>Flow.',
      language: 'eng',
      citedByCount: 3,
      fullTextUrlList: {
        fullTextUrl: [{ documentStyle: 'pdf', availabilityCode: 'OA', url: 'https://example.org/r.pdf' }],
      },
      commentCorrectionList: { commentCorrection: [{ type: 'Retraction in' }] },
    }),
  )[0]!;
  assert.deepEqual(
    [core.item.title, core.item['container-title'], core.item.ISSN, core.item.language, core.item.PMCID],
    ['Rivers of glass', 'Acta Fluviorum', '1111-222X', 'en', 'PMC99'],
  );
  assert.deepEqual(core.item.author, [{ family: 'Roe', given: 'Ann' }, { literal: 'River Group' }]);
  assert.deepEqual(
    [core.item.issued?.['date-parts'], core.item.abstract, core.pdf, core.citations],
    [[[2025, 8]], 'Background: Rivers.\n\nResults: Flow.', 'https://example.org/r.pdf', 3],
  );
  assert.equal(core.notices?.[0]?.kind, 'retraction');
  const lite = searched(
    'europe-pmc',
    answer({
      source: 'MED',
      id: '5',
      pmid: '5',
      title: 'Flow.',
      authorString: "Roe AB, van der Berg J, O'Neill AF.",
      journalTitle: 'Lancet',
      pubYear: '2025',
      journalIssn: '0140-6736; 1474-547x; ',
    }),
  )[0]!;
  assert.deepEqual(
    lite.item.author?.map(name => name.family),
    ['Roe', 'Berg', "O'Neill"],
  );
  assert.equal(lite.item.ISSN, '0140-6736');
  assert.deepEqual(searched('europe-pmc', { hitCount: 0, resultList: { result: [] } }), []);
});

test('OpenAlex: abstracts by position, raw names, nothing where a title should be', () => {
  const work = looked('openalex', doi('10.1000/r'), {
    id: 'https://openalex.org/W1',
    doi: 'https://doi.org/10.1000/R',
    title: 'Rivers',
    type: 'article',
    publication_date: '2020-01-01',
    cited_by_count: 4,
    is_retracted: true,
    ids: { pmid: 'https://pubmed.ncbi.nlm.nih.gov/1234' },
    authorships: [
      { raw_author_name: 'Roe, Ann', author: { display_name: 'Ann Roe Δ' } },
      { author: { display_name: 'Ben Doe' } },
    ],
    primary_location: {
      source: { display_name: 'Journal of Rivers', issn_l: '1111-2222' },
      raw_type: 'journal-article',
    },
    best_oa_location: { pdf_url: 'https://example.org/r.pdf' },
    biblio: { volume: '1', issue: null, first_page: '5', last_page: '5' },
    abstract_inverted_index: { flow: [1], Rivers: [0], '.': [2] },
  })[0]!;
  assert.deepEqual(work.item.author, [
    { family: 'Roe', given: 'Ann' },
    { family: 'Doe', given: 'Ben' },
  ]);
  assert.deepEqual(
    [work.item.abstract, work.item.page, work.item.PMID, work.item.issued?.['date-parts']],
    ['Rivers flow .', '5', '1234', [[2020]]],
  );
  assert.deepEqual(work.notices, [{ kind: 'retraction', source: 'OpenAlex' }]);
  assert.equal(
    looked('openalex', doi('10.1000/r'), { id: 'https://openalex.org/W2', title: null })[0]!.item.title,
    undefined,
  );
  assert.equal(
    searched('openalex', {
      results: [
        {
          id: 'W',
          title: 'Talk',
          type: 'article',
          primary_location: {
            source: null,
            raw_type: 'proceedings-article',
            raw_source_name: 'Proc. of Rivers',
          },
        },
      ],
    })[0]!.item['container-title'],
    'Proc. of Rivers',
  );
  assert.throws(() => searched('openalex', { error: 'Rate limit exceeded', retryAfter: 3 }), /no list/);
});

const pubmedArticle = (article: string, rest = '') =>
  `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">1234</PMID><Article><Journal><ISSN>1111-2222</ISSN><JournalIssue><Volume>3</Volume><PubDate><MedlineDate>2010 Sep-Oct</MedlineDate></PubDate></JournalIssue><Title>Acta fluviorum (Oslo, Norway)</Title></Journal>${article}</Article>${rest}</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/r</ArticleId><ArticleId IdType="pmc">PMC9</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>`;

test('PubMed: translated titles, parts of abstracts, bodies, short pages, two steps by DOI', () => {
  const query = { kind: 'pmid', id: '1234' } as const;
  const record = looked(
    'pubmed',
    query,
    pubmedArticle(
      '<ArticleTitle>[Rivers of <i>glass</i>].</ArticleTitle><VernacularTitle>Flüsse aus Glas.</VernacularTitle><Pagination><MedlinePgn>342-5</MedlinePgn></Pagination><Abstract><AbstractText Label="METHODS">We <i>looked</i>.</AbstractText><AbstractText>We saw.</AbstractText></Abstract><AuthorList CompleteYN="N"><Author><LastName>Roe</LastName><ForeName>Ann B</ForeName></Author><Author><CollectiveName>River Group.</CollectiveName></Author></AuthorList><Language>ger</Language><PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList>',
      '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>Acta. 2012; doi: 10.1000/Ret.</RefSource></CommentsCorrections></CommentsCorrectionsList>',
    ),
  )[0]!;
  assert.deepEqual(
    [record.item.title, record.item['original-title'], record.item.custom?.formatted?.title],
    ['Rivers of glass', 'Flüsse aus Glas', 'Rivers of <i>glass</i>'],
  );
  assert.deepEqual(
    [
      record.item.page,
      record.item['container-title'],
      record.item.language,
      record.item.issued?.['date-parts'],
      record.item.PMCID,
    ],
    [
      '342-345',
      'Acta Fluviorum',
      'de',
      [
        [2010, 9],
        [2010, 10],
      ],
      'PMC9',
    ],
  );
  assert.equal(record.item.abstract, 'Methods: We looked.\n\nWe saw.');
  assert.deepEqual(record.item.author, [{ family: 'Roe', given: 'Ann B' }, { literal: 'River Group' }]);
  assert.equal(record.item.custom?.authorsIncomplete, true);
  assert.deepEqual(record.notices, [{ kind: 'retraction', doi: '10.1000/ret', source: 'PubMed' }]);
  assert.deepEqual(
    looked('pubmed', query, '<?xml version="1.0"?><PubmedArticleSet>\n</PubmedArticleSet>'),
    [],
  );
  assert.throws(() => looked('pubmed', query, pubmedArticle('').slice(0, -9)), /broken off/);
  const request = catalogOf('pubmed').lookUp(doi('10.1000/r'), {})!;
  assert.match(
    request.read('{"esearchresult":{"count":"1","idlist":["1234"]}}').next!.url,
    /efetch\.fcgi\?db=pubmed&id=1234&/,
  );
  assert.equal(request.read('{"esearchresult":{"count":"0","idlist":[],"warninglist":{}}}').next, undefined);
});

test('Semantic Scholar: preprints, no data without a hit, both directions of citing', () => {
  const paper = {
    paperId: 'a1',
    title: '[PDF] Rivers',
    year: 2023,
    publicationDate: '2023-06-02',
    venue: 'arXiv.org',
    authors: [{ name: 'Ann Roe' }],
    externalIds: { ArXiv: '2306.00629', CorpusId: 5 },
    openAccessPdf: { url: '' },
    citationCount: 9,
  };
  const record = looked('semantic-scholar', { kind: 'arxiv', id: '2306.00629' }, paper)[0]!;
  assert.deepEqual(
    [record.item.type, record.item.title, record.item.number, record.pdf, record.citations],
    ['article', 'Rivers', 'arXiv:2306.00629', undefined, 9],
  );
  assert.deepEqual(searched('semantic-scholar', { total: 0, offset: 0 }), []);
  const catalog = catalogOf('semantic-scholar');
  const request = catalog.connected!({ identifiers: [{ kind: 'doi', id: '10.1000/r' }] }, 'references', 20, {
    keys: { 'semantic-scholar': 'secret' },
  })!;
  assert.match(request.url, /paper\/DOI:10\.1000\/r\/references\?/);
  assert.deepEqual(request.headers, { 'x-api-key': 'secret' });
  assert.equal(
    request.read(JSON.stringify({ data: [{ citedPaper: paper }, { citedPaper: { title: null } }] })).records
      .length,
    1,
  );
  for (const [url, id] of [
    [`https://www.semanticscholar.org/paper/Rivers-of-Glass-Roe/${'0a'.repeat(20)}`, '0a'.repeat(20)],
    ['https://api.semanticscholar.org/CorpusID:12', 'CorpusId:12'],
    ['https://aclanthology.org/W12-3903/', 'ACL:W12-3903'],
  ])
    assert.match(catalog.lookUp({ kind: 'url', id: url! }, {})!.url, new RegExp(`/paper/${id}\\?`));
  assert.equal(catalog.lookUp({ kind: 'url', id: 'https://example.org/x' }, {}), undefined);
});

test('DBLP: one author, one hit, namesakes', () => {
  const info = {
    authors: { author: { '@pid': '1', text: 'Ann Roe 0009' } },
    title: 'Rivers of Glass.',
    venue: 'RIV',
    pages: '1-2',
    year: '2021',
    type: 'Conference and Workshop Papers',
    doi: '10.1000/RIV',
    url: 'https://dblp.org/rec/x',
  };
  const [record] = searched('dblp', { result: { hits: { '@total': '1', hit: { info } } } });
  assert.deepEqual(
    [record!.item.author, record!.item.title, record!.item.DOI],
    [[{ family: 'Roe', given: 'Ann' }], 'Rivers of Glass', '10.1000/riv'],
  );
  assert.deepEqual(searched('dblp', { result: { hits: { '@total': '0' } } }), []);
  const [preprint] = searched('dblp', {
    result: {
      hits: {
        hit: [
          {
            info: {
              ...info,
              doi: undefined,
              venue: 'CoRR',
              volume: 'abs/2306.00629',
              type: 'Informal and Other Publications',
              ee: 'https://arxiv.org/abs/2306.00629',
            },
          },
        ],
      },
    },
  });
  assert.equal(preprint!.item.custom?.arxiv, '2306.00629');
});

test('books: Open Library and Google Books', () => {
  const query = { kind: 'isbn', id: '9780306406157' } as const;
  const book = looked('open-library', query, {
    'ISBN:9780306406157': {
      title: 'Rivers',
      subtitle: 'A Course',
      authors: [{ name: 'Ann Roe' }],
      publishers: [{ name: 'Glass Press' }],
      publish_places: [{ name: 'Oslo' }],
      publish_date: 'August 5, 2009',
      number_of_pages: 12,
    },
  })[0]!.item;
  assert.deepEqual(
    [book.title, book.publisher, book['publisher-place'], book.issued?.['date-parts'], book.ISBN],
    ['Rivers: A Course', 'Glass Press', 'Oslo', [[2009, 8, 5]], '9780306406157'],
  );
  assert.deepEqual(looked('open-library', query, {}), []);
  const volume = looked('google-books', query, {
    totalItems: 1,
    items: [
      {
        volumeInfo: {
          title: 'Rivers',
          publishedDate: '2009-08',
          industryIdentifiers: [{ type: 'ISBN_10', identifier: '0306406152' }],
        },
      },
    ],
  })[0]!.item;
  assert.deepEqual(
    [volume.author, volume.issued?.['date-parts'], volume.ISBN],
    [undefined, [[2009, 8]], '9780306406157'],
  );
  assert.deepEqual(looked('google-books', query, { totalItems: 0 }), []);
});

test('INSPIRE, Hugging Face, Unpaywall', () => {
  const inspire = looked('inspire', doi('10.1000/r'), {
    metadata: {
      titles: [
        { title: 'Probes of glass', source: 'APS' },
        { title: 'Probes Of Glass', source: 'arXiv' },
      ],
      authors: [{ full_name: 'Roe, Ann' }],
      author_count: 3000,
      collaborations: [{ value: 'RIVER' }],
      publication_info: [{ year: 2019, artid: '015016', journal_title: 'Riv.Rev.D', journal_volume: '100' }],
      dois: [{ value: '10.1000/R' }],
      arxiv_eprints: [{ value: '1901.03061', categories: ['hep-ph'] }],
      document_type: ['article'],
    },
  })[0]!.item;
  assert.deepEqual(
    [
      inspire.title,
      inspire['container-title'],
      inspire.page,
      inspire.author?.[0],
      inspire.custom?.authorsIncomplete,
    ],
    ['Probes of glass', 'Riv. Rev. D', '015016', { literal: 'RIVER Collaboration' }, true],
  );
  const paper = {
    id: '2306.00629',
    title: 'Rivers\nof glass',
    authors: [{ name: 'Ann Roe' }, { name: 'Hid Den', hidden: true }],
    summary: 'Flow.',
    publishedAt: '2023-06-02T00:00:00.000Z',
  };
  assert.deepEqual(searched('hugging-face', [{ paper }])[0]!.item.author, [{ family: 'Roe', given: 'Ann' }]);
  const open = looked('unpaywall', doi('10.1000/r'), {
    doi: '10.1000/r',
    title: 'Rivers',
    genre: 'journal-article',
    best_oa_location: null,
    oa_locations: [],
    z_authors: [{ family: 'Roe', given: 'Ann' }, { raw_author_name: 'Ben Doe' }],
    year: 2020,
  })[0]!;
  assert.deepEqual([open.item.author?.map(name => name.family), open.pdf], [['Roe', 'Doe'], undefined]);
});

test("doi.org: Crossref's record with texts for lists, and true CSL", () => {
  const crossref = looked('doi-org', doi('10.1000/r'), {
    DOI: '10.1000/r',
    source: 'Crossref',
    'reference-count': 1,
    type: 'book-chapter',
    title: 'Rivers',
    'container-title': 'Waters',
    'original-title': [],
    author: [{ given: 'Ann', family: 'Roe' }],
    issued: { 'date-parts': [[2013, 12]] },
  })[0]!.item;
  assert.deepEqual(
    [crossref.type, crossref.title, crossref['container-title']],
    ['chapter', 'Rivers', 'Waters'],
  );
  const csl = looked('doi-org', doi('10.1000/r'), {
    type: 'dataset',
    id: 'x',
    author: [{ literal: 'River Board' }],
    issued: { 'date-parts': [['2020']] },
    DOI: '10.1000/R',
    title: 'Gauges',
    publisher: 'Zenodo',
  })[0]!.item;
  assert.deepEqual(
    [csl.type, csl.author, csl.DOI, csl.issued?.['date-parts']],
    ['dataset', [{ literal: 'River Board' }], '10.1000/r', [[2020]]],
  );
});

test('no service is confused by answers of any shape', () => {
  const odd = [
    'null',
    '[]',
    '{}',
    '5',
    '"x"',
    '{"data":5}',
    '{"results":[null,1]}',
    '{"message":{"items":[{}]}}',
    '<a/>',
    '<feed></feed>',
    '',
    '{"data":[null,{"attributes":null}]}',
    '{"hits":{"hits":[5]}}',
    '[{"paper":null},3]',
  ];
  const queries = [
    doi('10.1000/r'),
    { kind: 'arxiv', id: '2306.00629' },
    { kind: 'pmid', id: '1' },
    { kind: 'isbn', id: '9780306406157' },
  ] as const;
  for (const catalog of catalogs)
    for (const body of odd)
      for (const request of [
        ...queries.map(query => catalog.lookUp(query, {})),
        catalog.search?.('x', 3, {}),
      ])
        try {
          request?.read(body);
        } catch (error) {
          assert.equal(
            (error as Error).constructor.name,
            'UnreadableAnswer',
            `${catalog.id}: ${body}: ${error}`,
          );
        }
});
