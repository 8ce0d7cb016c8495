import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogQuery } from '../../../../src/core/catalogs/catalog';
import { crossrefWork, doi, looked, searched } from './answers';

const isbn: CatalogQuery = { kind: 'isbn', id: '9780262033848' };
const pmid: CatalogQuery = { kind: 'pmid', id: '1234' };
const crossref = (fields: object) => looked('crossref', doi('10.1000/river.1'), crossrefWork(fields))[0]!;
const datacite = (attributes: object) =>
  looked('datacite', doi('10.1000/x'), {
    data: { attributes: { doi: '10.1000/x', titles: [{ title: 'Rivers of glass' }], ...attributes } },
  })[0]!;

test('editions, volumes and what libraries leave at the end', () => {
  const { item } = crossref({
    type: 'book',
    title: ['Rivers of glass /'],
    'edition-number': '2nd ed.',
    volume: 'Vol. 3',
    publisher: 'River Press :',
    'publisher-location': 'Oxford ;',
  });
  assert.deepEqual(
    [item.title, item.edition, item.volume, item.publisher, item['publisher-place']],
    ['Rivers of glass', '2', '3', 'River Press', 'Oxford'],
  );
  assert.equal(crossref({ type: 'book', 'edition-number': '1st edition' }).item.edition, undefined);
});

test("Crossref: Springer's chapters of proceedings are papers, their own number is no part of a title", () => {
  const { item } = crossref({
    type: 'book-chapter',
    title: ['12. Rivers of glass'],
    'container-title': ['Lecture Notes in Computer Science', 'Rivers – RIV 2014'],
    assertion: [
      { name: 'conference_name', value: 'Conference on Rivers', group: { name: 'ConferenceInfo' } },
    ],
  });
  assert.deepEqual(
    [item.type, item.title, item['container-title'], item['collection-title'], item['event-title']],
    [
      'paper-conference',
      'Rivers of glass',
      'Rivers – RIV 2014',
      'Lecture Notes in Computer Science',
      'Conference on Rivers',
    ],
  );
  assert.equal(crossref({ type: 'book-chapter' }).item.type, 'chapter');
});

test('Crossref: what a preprint lies on, what an abbreviation is, which names are bodies', () => {
  const preprint = (fields: object) =>
    crossref({ type: 'posted-content', subtype: 'preprint', 'container-title': [], ...fields }).item;
  assert.equal(
    preprint({ 'group-title': 'PsyArXiv', publisher: 'Center for Open Science' }).publisher,
    'PsyArXiv',
  );
  assert.equal(
    preprint({ 'group-title': 'Biology', publisher: 'Research Square Platform LLC' }).publisher,
    'Research Square',
  );
  const ssrn = preprint({ 'container-title': ['SSRN Electronic Journal'], publisher: 'Elsevier BV' });
  assert.deepEqual([ssrn.publisher, ssrn['container-title']], ['SSRN', undefined]);
  assert.equal(crossref({ 'short-container-title': ['rivgl'] }).item['container-title-short'], undefined);
  assert.equal(
    crossref({ 'container-title': [], 'short-container-title': ['J. Riv.'] }).item['container-title'],
    'J. Riv.',
  );
  assert.deepEqual(
    crossref({
      author: [
        { family: 'OECD' },
        { given: 'The ATLAS', family: 'Collaboration' },
        { name: 'on behalf of the River Study Group' },
        { given: 'Ann', family: 'Roe', suffix: 'PhD' },
        { given: 'Y.', family: 'Wang' },
        { given: 'Y.', family: 'Wang' },
        { given: 'Ann', family: 'Roe' },
      ],
    }).item.author,
    [
      { family: 'OECD' },
      { literal: 'The ATLAS Collaboration' },
      { literal: 'River Study Group' },
      { family: 'Roe', given: 'Ann' },
      { family: 'Wang', given: 'Y.' },
      { family: 'Wang', given: 'Y.' },
    ],
  );
});

test('Crossref: new versions are no notices, and a notice may stand under the DOI of its work', () => {
  assert.equal(crossref({ 'update-to': [{ DOI: '10.1000/v1', type: 'new_version' }] }).noticeOf, undefined);
  const own = crossref({
    'update-to': [{ DOI: '10.1000/RIVER.1', type: 'retraction', updated: { 'date-parts': [[2021, 3, 4]] } }],
  });
  assert.deepEqual(
    [own.noticeOf, own.notices],
    [undefined, [{ kind: 'retraction', doi: '10.1000/river.1', date: '2021-03-04', source: 'publisher' }]],
  );
  assert.deepEqual(crossref({ title: ['[Retracted] Rivers'] }).notices, [
    { kind: 'retraction', source: 'title' },
  ]);
});

test('DataCite: types that only their own words tell, places in related items, published versions, codes for nothing', () => {
  const type = (resourceTypeGeneral: string, resourceType: string) =>
    datacite({ types: { resourceTypeGeneral, resourceType } }).item.type;
  assert.deepEqual(
    [
      type('Text', 'Working paper'),
      type('Text', 'Conference paper'),
      type('Other', 'Journal article'),
      type('Text', 'Book chapter'),
      type('Audiovisual', 'Lecture'),
      type('Text', 'Master thesis'),
      type('Dataset', 'Report data'),
      type('JournalArticle', ''),
      type('Text', ''),
    ],
    [
      'report',
      'paper-conference',
      'article-journal',
      'chapter',
      'speech',
      'thesis',
      'dataset',
      'article-journal',
      'document',
    ],
  );
  const { item, publishedAs } = datacite({
    types: { resourceTypeGeneral: 'JournalArticle' },
    creators: [{ name: '(:unav)' }, { name: 'Roe, Ann' }],
    container: {},
    publisher: '(:tba)',
    language: 'eng',
    relatedItems: [
      {
        relatedItemType: 'Journal',
        relationType: 'IsPublishedIn',
        titles: [{ title: 'Journal of Rivers' }],
        volume: '4',
        issue: '2',
        firstPage: '10',
        lastPage: '19',
      },
    ],
  });
  assert.deepEqual(
    [item['container-title'], item.volume, item.issue, item.page, item.publisher, item.language, item.author],
    ['Journal of Rivers', '4', '2', '10-19', undefined, 'en', [{ family: 'Roe', given: 'Ann' }]],
  );
  assert.equal(publishedAs, undefined);
  const preprint = looked('datacite', doi('10.48550/arxiv.2001.00001'), {
    data: {
      attributes: {
        doi: '10.48550/arxiv.2001.00001',
        titles: [{ title: 'Rivers of $L^2$ and Erd\\H{o}s' }],
        relatedIdentifiers: [
          {
            relationType: 'IsVersionOf',
            relatedIdentifierType: 'DOI',
            relatedIdentifier: '10.1000/Published',
          },
        ],
      },
    },
  })[0]!;
  assert.equal(preprint.item.title, 'Rivers of L² and Erdős');
  assert.deepEqual(preprint.publishedAs, { kind: 'doi', id: '10.1000/published' });
});

test('arXiv: a paper is withdrawn when its comment or abstract says so of itself', () => {
  const withdrawn = (comment: string, summary = 'We look at rivers.') =>
    looked(
      'arxiv',
      { kind: 'arxiv', id: '2001.00001' },
      `<feed><entry><id>http://arxiv.org/abs/2001.00001v2</id><title>Rivers</title><summary>${summary}</summary><comment>${comment}</comment></entry></feed>`,
    )[0]!.notices !== undefined;
  for (const comment of [
    'This paper has been withdrawn by the author due to an error',
    'Withdrawn',
    '12 pages. Paper withdrawn by the authors',
    'This submission has been withdrawn by arXiv administrators',
    '5 pages, 2 figures; withdrawn due to a crucial error',
  ])
    assert.ok(withdrawn(comment), comment);
  assert.ok(withdrawn('', 'This paper has been withdrawn.'));
  for (const comment of [
    'Replaces a withdrawn paper',
    'On money that is withdrawn',
    'supersedes the withdrawn 0801.0001',
  ])
    assert.ok(!withdrawn(comment), comment);
});

test('Europe PMC: brackets around translated titles, chapters, theses, the first day of a month, the other version', () => {
  const [work] = looked('europe-pmc', pmid, {
    resultList: {
      result: [
        {
          id: '1234',
          source: 'MED',
          pmid: '1234',
          title: '[Rivers of glass].',
          authorString: 'Roe A.',
          pubYear: '2020',
          firstPublicationDate: '2020-05-01',
          journalInfo: {
            journal: { title: 'Acta fluviorum' },
            yearOfPublication: 2020,
            dateOfPublication: '2020 May-Jun',
          },
          commentCorrectionList: { commentCorrection: [{ source: 'MED', id: '999', type: 'Preprint in' }] },
        },
      ],
    },
  });
  assert.deepEqual(
    [work!.item.title, work!.item.issued, work!.preprint],
    [
      'Rivers of glass',
      {
        'date-parts': [
          [2020, 5],
          [2020, 6],
        ],
      },
      { kind: 'pmid', id: '999' },
    ],
  );
  const chapter = looked('europe-pmc', pmid, {
    resultList: {
      result: [
        {
          id: 'NBK1',
          source: 'NBK',
          title: 'On glass.',
          pubYear: '2020',
          firstPublicationDate: '2020-05-01',
          bookOrReportDetails: {
            comprisingTitle: 'Handbook of Rivers',
            publisher: 'River Press',
            isbn13: '9780262033848',
          },
        },
      ],
    },
  })[0]!;
  assert.deepEqual(
    [chapter.item.type, chapter.item['container-title'], chapter.item.issued, chapter.identifiers],
    ['chapter', 'Handbook of Rivers', { 'date-parts': [[2020, 5]] }, []],
  );
});

test('OpenAlex: a repository is no journal', () => {
  const type = (source: object, raw?: string) =>
    searched('openalex', {
      results: [
        {
          id: 'https://openalex.org/W1',
          title: 'Rivers',
          type: 'article',
          primary_location: { source, raw_source_name: raw },
        },
      ],
    })[0]!.item;
  const item = type(
    { display_name: 'River Archive (Academy of Rivers)', type: 'repository' },
    'instacron:RIV',
  );
  assert.deepEqual(
    [item.type, item['container-title'], item.publisher],
    ['document', undefined, 'River Archive'],
  );
  assert.equal(
    type({ display_name: 'bioRxiv (Cold Spring Harbor Laboratory)', type: 'repository' }).type,
    'article',
  );
  const journal = type({ display_name: '˜The œriver journal', type: 'journal' });
  assert.deepEqual([journal.type, journal['container-title']], ['article-journal', 'The River Journal']);
});

test('PubMed: preprints, titles that are not available, what a notice is about, versions', () => {
  const article = (inner: string, around = '', kind = 'Journal Article', journal = 'Acta fluviorum') =>
    looked(
      'pubmed',
      pmid,
      `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1234</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2001 Nov-Dec</MedlineDate></PubDate></JournalIssue><Title>${journal}</Title></Journal>${inner}<PublicationTypeList><PublicationType>${kind}</PublicationType></PublicationTypeList></Article><CommentsCorrectionsList>${around}</CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
    )[0]!;
  const untranslated = article(
    '<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Flüsse aus Glas.</VernacularTitle>',
  );
  assert.deepEqual(
    [untranslated.item.title, untranslated.item['original-title'], untranslated.item.issued],
    [
      'Flüsse aus Glas',
      undefined,
      {
        'date-parts': [
          [2001, 11],
          [2001, 12],
        ],
      },
    ],
  );
  const preprint = article(
    '<ArticleTitle>Rivers.</ArticleTitle>',
    '<CommentsCorrections RefType="UpdateIn"><RefSource>Acta. 2022</RefSource><PMID>77</PMID></CommentsCorrections>',
    'Preprint',
    'rivRxiv : the preprint server for rivers',
  );
  assert.deepEqual(
    [preprint.item.type, preprint.item.publisher, preprint.item['container-title'], preprint.publishedAs],
    ['article', 'rivRxiv', undefined, { kind: 'pmid', id: '77' }],
  );
  assert.deepEqual(
    article(
      '<ArticleTitle>Retraction.</ArticleTitle>',
      '<CommentsCorrections RefType="RetractionOf"><RefSource>Acta. 2012. doi: 10.1000/Old.</RefSource></CommentsCorrections>',
    ).noticeOf,
    { kind: 'retraction', doi: '10.1000/old' },
  );
});

test('DBLP: editors of a volume, series of informal papers; Semantic Scholar: servers of preprints', () => {
  const [volume, informal] = searched('dblp', {
    result: {
      hits: {
        hit: [
          {
            info: {
              type: 'Editorship',
              title: 'Rivers 2020.',
              authors: { author: { text: 'Ann Roe 0001' } },
              publisher: 'River Press',
              year: '2020',
            },
          },
          {
            info: {
              type: 'Informal and Other Publications',
              title: 'Glass.',
              venue: 'IACR Cryptol. ePrint Arch.',
              year: '2020',
            },
          },
        ],
      },
    },
  });
  assert.deepEqual(
    [volume!.item.author, volume!.item.editor, volume!.item.publisher],
    [undefined, [{ family: 'Roe', given: 'Ann' }], 'River Press'],
  );
  assert.deepEqual(
    [informal!.item.type, informal!.item.publisher, informal!.item['container-title']],
    ['article', 'IACR Cryptol. ePrint Arch.', undefined],
  );
  const [paper] = searched('semantic-scholar', {
    total: 1,
    data: [
      { paperId: 'a', title: 'Rivers', venue: 'bioRxiv', authors: null, externalIds: null, journal: null },
    ],
  });
  assert.deepEqual(
    [paper!.item.type, paper!.item.publisher, paper!.item.author],
    ['article', 'bioRxiv', undefined],
  );
});

test("books: another edition's number is not the one asked for; libraries' statements of authors go", () => {
  const volume = (title: string, identifier: string) => ({
    volumeInfo: {
      title,
      industryIdentifiers: [{ type: 'ISBN_13', identifier }],
      publisher: '"River Media, Inc."',
    },
  });
  const found = looked('google-books', isbn, {
    totalItems: 2,
    items: [volume('Other', '9780306406157'), volume('Rivers', '9780262033848')],
  });
  assert.deepEqual(
    found.map(({ item }) => [item.title, item.ISBN, item.publisher]),
    [['Rivers', '9780262033848', 'River Media']],
  );
  assert.equal(
    looked('open-library', isbn, {
      'ISBN:9780262033848': {
        title: 'Rivers of glass / Ann Roe ... [et al.]',
        authors: [{ name: 'Roe, Ann, 1950-' }],
      },
    })[0]!.item.title,
    'Rivers of glass',
  );
  const edition = (by_statement: string) =>
    looked('open-library', isbn, {
      title: 'Rivers',
      authors: [{ key: '/authors/OL1A' }],
      publishers: ['River Press'],
      languages: [{ key: '/languages/ger' }],
      by_statement,
    })[0]!.item;
  assert.deepEqual(edition('Ann Roe, Bo Doe and Cy de Poe.').author, [
    { family: 'Roe', given: 'Ann' },
    { family: 'Doe', given: 'Bo' },
    { family: 'Poe', given: 'Cy', 'non-dropping-particle': 'de' },
  ]);
  assert.equal(edition('edited by Ann Roe.').author, undefined);
  assert.deepEqual(
    [edition('').publisher, edition('').language, edition('').ISBN],
    ['River Press', 'de', isbn.id],
  );
});

test('INSPIRE: collaborations once, editors, errata, theses', () => {
  const work = (metadata: object) =>
    looked('inspire', doi('10.1000/x'), {
      metadata: { titles: [{ title: 'Rivers at $\\sqrt{s}=13$ TeV' }], ...metadata },
    })[0]!.item;
  const item = work({
    document_type: ['article'],
    collaborations: [{ value: 'ATLAS' }, { value: 'River Collaboration' }],
    authors: [{ full_name: 'Roe, Ann' }, { full_name: 'Doe, Bo', inspire_roles: ['editor'] }],
    publication_info: [
      { journal_title: 'Riv.J.', journal_volume: '9', material: 'erratum' },
      { journal_title: 'Riv.J.', journal_volume: '8', page_start: '10', page_end: '19' },
    ],
  });
  assert.deepEqual(
    [item.title, item.author, item['container-title'], item.volume, item.page],
    [
      'Rivers at √s = 13 TeV'.replace(' = ', '='),
      [
        { literal: 'ATLAS Collaboration' },
        { literal: 'River Collaboration' },
        { family: 'Roe', given: 'Ann' },
      ],
      'Riv. J.',
      '8',
      '10-19',
    ],
  );
  const thesis = work({
    document_type: ['thesis'],
    thesis_info: { degree_type: 'phd', date: '2015', institutions: [{ name: 'River U.' }] },
  });
  assert.deepEqual([thesis.type, thesis.genre, thesis.publisher], ['thesis', 'PhD Thesis', 'River U.']);
});

test("doi.org: an agency's publisher is no journal", () => {
  const { item } = looked('doi-org', doi('10.1000/x'), {
    type: 'article-journal',
    DOI: '10.1000/X',
    title: 'River guidelines',
    author: [{ literal: 'River Alliance' }],
    issued: { 'date-parts': [[2020]] },
    'container-title': 'RIV',
    publisher: 'RIV',
  })[0]!;
  assert.deepEqual([item.type, item['container-title'], item.publisher], ['document', undefined, 'RIV']);
});

test('volumes and issues that are still to come are none, and their labels go in any language', () => {
  for (const [field, raw, written] of [
    ['volume', 'ahead-of-print', undefined],
    ['volume', 'Band 12', '12'],
    ['volume', 'Tome XII', 'XII'],
    ['volume', '0', undefined],
    ['issue', 'Heft 3', '3'],
    ['issue', 'nº 3', '3'],
    ['issue', 'Suppl. 1', 'Suppl. 1'],
    ['page', '45–', '45'],
  ] as const)
    assert.equal(crossref({ [field]: raw }).item[field], written, raw);
});

test('Crossref: what is on a server of preprints in no journal, series of reports, kinds of no name, two people in one', () => {
  const ssrn = crossref({ 'container-title': ['SSRN Electronic Journal'], publisher: 'Elsevier BV' }).item;
  assert.deepEqual(
    [ssrn.type, ssrn.publisher, ssrn.genre, ssrn.ISSN],
    ['article', 'SSRN', 'Preprint', undefined],
  );
  const report = crossref({ type: 'report', 'container-title': ['River Papers'] }).item;
  assert.deepEqual([report['collection-title'], report['container-title']], ['River Papers', undefined]);
  assert.equal(crossref({ type: 'other' }).item.type, 'document');
  const posted = crossref({ type: 'posted-content', subtype: 'working_paper' }).item;
  assert.deepEqual([posted.type, posted.genre], ['report', 'Working paper']);
  assert.deepEqual(
    crossref({
      author: [
        { given: 'Kim', family: 'Poe Ann Doe' },
        { given: 'Ann', family: 'Doe' },
      ],
    }).item.author,
    [
      { family: 'Poe', given: 'Kim' },
      { family: 'Doe', given: 'Ann' },
    ],
  );
});

test("DataCite: the numbers of a journal and a book, a chapter's editors, the day a preprint came", () => {
  const article = datacite({
    types: { resourceTypeGeneral: 'JournalArticle' },
    container: { type: 'Journal', title: 'Rivers', identifier: '1111-2222', identifierType: 'ISSN' },
  });
  assert.equal(article.item.ISSN, '1111-2222');
  const book = datacite({
    types: { resourceTypeGeneral: 'Book' },
    identifiers: [{ identifier: '978-0-262-03384-8', identifierType: 'ISBN' }],
  });
  assert.equal(book.item.ISBN, '9780262033848');
  const chapter = datacite({
    types: { resourceTypeGeneral: 'BookChapter' },
    relatedItems: [
      {
        relationType: 'IsPublishedIn',
        titles: [{ title: 'A book of rivers' }],
        contributors: [{ name: 'Doe, Bo', contributorType: 'Editor' }],
      },
    ],
  });
  assert.deepEqual(chapter.item.editor, [{ family: 'Doe', given: 'Bo' }]);
  const preprint = datacite({
    types: { resourceTypeGeneral: 'Preprint' },
    publicationYear: 2023,
    dates: [
      { date: '2023-11-09T11:44:22Z', dateType: 'Submitted' },
      { date: '2023-11', dateType: 'Available' },
      { date: '2023', dateType: 'Issued' },
    ],
  });
  assert.deepEqual(preprint.item.issued, { 'date-parts': [[2023, 11, 9]] });
});

test('Semantic Scholar: an issue behind the volume; Open Library: who edited a book, what is not known', () => {
  const [paper] = looked('semantic-scholar', doi('10.1000/x'), {
    paperId: 'a',
    title: 'Rivers of glass',
    venue: 'Journal of Rivers',
    journal: { name: 'Journal of Rivers', volume: '12 3', pages: '1 - 9' },
  });
  assert.deepEqual([paper!.item.volume, paper!.item.issue, paper!.item.page], ['12', '3', '1-9']);
  const [edited] = looked('open-library', isbn, {
    'ISBN:9780262033848': {
      title: 'Rivers of glass',
      by_statement: 'edited by Ann Roe and Bo Doe.',
      publishers: [{ name: '[s.n.]' }],
      number_of_pages: 0,
    },
  });
  assert.deepEqual(edited!.item.editor, [
    { family: 'Roe', given: 'Ann' },
    { family: 'Doe', given: 'Bo' },
  ]);
  assert.deepEqual(
    [edited!.item.author, edited!.item.publisher, edited!.item['number-of-pages']],
    [undefined, undefined, undefined],
  );
});
