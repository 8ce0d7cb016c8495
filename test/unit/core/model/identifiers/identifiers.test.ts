import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIdentifiers } from '../../../../../src/core/model/identifiers/findIdentifiers';
import {
  type IdentifierKind,
  identifierLabel,
  identifierUrl,
} from '../../../../../src/core/model/identifiers/identifier';
import { parseIdentifier } from '../../../../../src/core/model/identifiers/parseIdentifier';

function reads(kind: IdentifierKind, id: string, spellings: readonly string[], version?: number) {
  const expected = version ? { kind, id, version } : { kind, id };
  for (const spelling of spellings) assert.deepEqual(parseIdentifier(spelling), expected, spelling);
}

test('what stands around an identifier, in a sentence or in a file of references, is no part of it', () => {
  reads('doi', '10.1145/3442188.3445922', [
    'doi: https://doi.org/10.1145/3442188.3445922',
    'DOI: https://doi.org/10.1145/3442188.3445922.',
    'https://doi.org/10.1145/3442188.3445922)',
    'https://doi.org/ 10.1145/3442188.3445922',
    '«10.1145/3442188.3445922»',
    '‘10.1145/3442188.3445922’,',
    '[@10.1145/3442188.3445922]',
    '10.1145/3442188.3445922/',
    '10.1145/3442188.3445922†',
    'DOI：10.1145/3442188.3445922',
    'doi = {10.1145/3442188.3445922},',
    '  "DOI": "10.1145/3442188.3445922",',
    'DO  - 10.1145/3442188.3445922',
    'UR  - https://doi.org/10.1145/3442188.3445922',
    '\\doi{10.1145/3442188.3445922}',
    'url = {https://dl.acm.org/doi/10.1145/3442188.3445922},',
  ]);
  reads('doi', '10.1061/(asce)0733-9399(2001)', [
    '10.1061/(ASCE)0733-9399(2001)',
    '(10.1061/(ASCE)0733-9399(2001)).',
    'doi = {10.1061/(ASCE)0733-9399(2001)}',
  ]);
  reads('arxiv', '1706.03762', [
    'arXiv preprint arXiv:1706.03762',
    'arXiv e-print 1706.03762',
    'ArXiv ID: 1706.03762',
    'arXiv：1706.03762',
    'eprint = {1706.03762},',
    'eprint: 1706.03762',
    'CoRR, abs/1706.03762',
    '[1706.03762]',
    '2017arXiv170603762V',
  ]);
  reads('pmid', '27994041', ['PMID: 27994041 [PubMed - indexed for MEDLINE]', 'PMID：27994041']);
  reads('pmcid', 'PMC5241095', ['PMC 5241095', 'pmcid = {5241095}']);
  reads('isbn', '9783161484100', [
    'ISBN-10 \u200f : \u200e 316148410X',
    'ISBN‑13: 978‑3‑16‑148410‑0',
    'ISBN (electronic): 978-3-16-148410-0',
    'isbn = {978-3-16-148410-0},',
  ]);
});

test('a DOI has one form, however it is written', () => {
  reads('doi', '10.1145/3292500.3330701', [
    '10.1145/3292500.3330701',
    ' 10.1145/3292500.3330701. ',
    'doi:10.1145/3292500.3330701',
    'DOI: 10.1145/3292500.3330701',
    'DOI 10.1145/3292500.3330701',
    'doi10.1145/3292500.3330701',
    'doi.org/10.1145/3292500.3330701',
    'info:doi/10.1145/3292500.3330701',
    'urn:doi:10.1145/3292500.3330701',
    'https://doi.org/10.1145/3292500.3330701',
    'https://doi.org/10.1145%2F3292500.3330701',
    'https://www.doi.org/10.1145/3292500.3330701',
    'HTTP://DX.DOI.ORG/10.1145/3292500.3330701',
    'https://doi.org/10.1145/3292500.3330701?utm_source=feed#abstract',
    '<https://doi.org/10.1145/3292500.3330701>',
    '(https://doi.org/10.1145/3292500.3330701).',
    '"10.1145/3292500.3330701"',
    '{10.1145/3292500.3330701}',
    'https://dl.acm.org/doi/10.1145/3292500.3330701',
    'https://dl.acm.org/doi/abs/10.1145/3292500.3330701',
    'https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true',
    'https://dl.acm.org/doi/full/10.1145/3292500.3330701#sec-2',
    'https://api.crossref.org/works/10.1145%2F3292500.3330701',
    'https://proxy.library.example/login?url=https://example.org&doi=10.1145/3292500.3330701',
  ]);
  reads('doi', '10.1000/abc_def', [
    '10.1000/ABC_def',
    '10.1000/abc\\_def',
    '10.1000/abc{\\_}def',
    '10.1000%2Fabc_def',
  ]);
});

test('brackets, angle brackets and odd ends that belong to a DOI stay', () => {
  const sici = '10.1002/(sici)1097-4636(199823)43:4<338::aid-jbm16>3.0.co;2-#';
  reads('doi', sici, [
    '10.1002/(SICI)1097-4636(199823)43:4<338::AID-JBM16>3.0.CO;2-#',
    'https://doi.org/10.1002/(SICI)1097-4636(199823)43:4<338::AID-JBM16>3.0.CO;2-#',
    'https://doi.org/10.1002/(SICI)1097-4636(199823)43:4%3C338::AID-JBM16%3E3.0.CO;2-%23',
    'https://doi.org/10.1002%2F%28SICI%291097-4636%28199823%2943%3A4%3C338%3A%3AAID-JBM16%3E3.0.CO%3B2-%23',
    '10.1002/(SICI)1097-4636(199823)43:4&lt;338::AID-JBM16&gt;3.0.CO;2-#',
  ]);
  reads('doi', '10.1016/s0140-6736(05)67889-x', [
    '10.1016/S0140-6736(05)67889-X',
    '(10.1016/S0140-6736(05)67889-X)',
  ]);
  reads('doi', '10.1000.10/123', ['10.1000.10/123', 'doi:10.1000.10/123.']);
  reads('doi', '10.1000/182', ['10.1000/182']);
});

test("publishers' addresses lead to the DOI without the view they name", () => {
  for (const [url, doi] of [
    ['https://link.springer.com/article/10.1007/s00000-020-01234-5', '10.1007/s00000-020-01234-5'],
    ['https://link.springer.com/content/pdf/10.1007/s00000-020-01234-5.pdf', '10.1007/s00000-020-01234-5'],
    ['https://link.springer.com/chapter/10.1007%2F978-3-319-00000-1_48', '10.1007/978-3-319-00000-1_48'],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000217',
      '10.1371/journal.pone.0000217',
    ],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0000217&type=printable',
      '10.1371/journal.pone.0000217',
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.01.000123v2.full.pdf+html',
      '10.1101/2020.01.01.000123',
    ],
    ['https://www.biorxiv.org/content/10.1101/2020.01.01.000123v2.full.pdf', '10.1101/2020.01.01.000123'],
    ['https://www.biorxiv.org/content/10.1101/2020.01.01.000123v1', '10.1101/2020.01.01.000123'],
    ['https://www.frontiersin.org/articles/10.3389/fnhum.2014.00001/full', '10.3389/fnhum.2014.00001'],
    ['https://academic.oup.com/abc/article/doi/10.1093/abc/btz001/5298728', '10.1093/abc/btz001'],
    ['https://onlinelibrary.wiley.com/doi/pdfdirect/10.1002/abc.12345', '10.1002/abc.12345'],
    [
      'https://www.tandfonline.com/doi/full/10.1080/00000000.2020.1234567?needAccess=true',
      '10.1080/00000000.2020.1234567',
    ],
    [
      'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.100.012345',
      '10.1103/physrevlett.100.012345',
    ],
    ['https://www.nature.com/articles/s00000-020-2649-2', '10.1038/s00000-020-2649-2'],
    ['https://www.nature.com/articles/s00000-020-2649-2.pdf', '10.1038/s00000-020-2649-2'],
    ['https://elifesciences.org/articles/00001', '10.7554/elife.00001'],
    ['https://zenodo.org/records/1234567', '10.5281/zenodo.1234567'],
    ['https://www.biorxiv.org/content/early/2017/10/09/123456', '10.1101/123456'],
    ['https://www.biorxiv.org/content/biorxiv/early/2017/10/09/123456.full.pdf', '10.1101/123456'],
    ['https://www.jstor.org/stable/1234567', '10.2307/1234567'],
    ['https://www.jstor.org/stable/pdf/1234567.pdf', '10.2307/1234567'],
    ['https://www.researchsquare.com/article/rs-123456/v1', '10.21203/rs.3.rs-123456/v1'],
    ['https://www.preprints.org/manuscript/202001.0001/v1', '10.20944/preprints202001.0001.v1'],
    ['https://dl.acm.org/citation.cfm?doid=10.1145/1234567.1234568', '10.1145/1234567.1234568'],
    ['ＤＯＩ：１０．１０００／ｒｉｖ．１', '10.1000/riv.1'],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567', '10.2139/ssrn.1234567'],
    ['https://www.jstor.org/stable/10.2307/2346178', '10.2307/2346178'],
    ['https://www.degruyter.com/document/doi/10.1515/9783110123456/html', '10.1515/9783110123456'],
    ['https://academic.oup.com/riv/article/doi/10.1093/riv/abc12/6717915', '10.1093/riv/abc12'],
    ['https://aclanthology.org/2020.acl-main.1/', '10.18653/v1/2020.acl-main.1'],
    ['https://aclanthology.org/2020.acl-main.1.pdf', '10.18653/v1/2020.acl-main.1'],
    ['https://www.aclweb.org/anthology/P19-1001/', '10.18653/v1/p19-1001'],
    ['https://aclanthology.org/D14-1162', '10.3115/v1/d14-1162'],
    ['https://aclanthology.org/2020.lrec-1.1/', undefined],
    ['https://aclanthology.org/volumes/2020.acl-main/', undefined],
    ['https://example.org/releases/download/10.1234/setup', undefined],
    ['https://dl.acm.org/citation.cfm?doid=3442188.3445922', '10.1145/3442188.3445922'],
    [
      'https://pubs.acs.org/doi/suppl/10.1021/ja00077a001/suppl_file/ja00077a001_si_001.pdf',
      '10.1021/ja00077a001',
    ],
    ['https://pubs.rsc.org/en/content/articlehtml/2020/SC/D0SC01234A', '10.1039/d0sc01234a'],
    [
      'https://iopscience.iop.org/article/10.1088/1367-2630/18/2/023023/meta',
      '10.1088/1367-2630/18/2/023023',
    ],
    [
      'https://projecteuclid.org/journals/x/volume-29/issue-5/T/10.1214/aos/1013203451.full',
      '10.1214/aos/1013203451',
    ],
    ['https://direct.mit.edu/neco/article/doi/10.1162/neco.1997.9.8.1735/6109', '10.1162/neco.1997.9.8.1735'],
    [
      'https://direct.mit.edu/neco/article-abstract/doi/10.1162/neco.1997.9.8.1735/6109/A-Title?redirectedFrom=fulltext',
      '10.1162/neco.1997.9.8.1735',
    ],
    [
      'https://link.springer.com/chapter/10.1007/978-3-319-00000-1_48/figures/1',
      '10.1007/978-3-319-00000-1_48',
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.01.000123v2.supplementary-material',
      '10.1101/2020.01.01.000123',
    ],
    ['https://onlinelibrary.wiley.com/share/author/ABC?target=10.1002/abc.12345', '10.1002/abc.12345'],
    ['https://peerj.com/articles/cs-55.pdf', '10.7717/peerj-cs.55'],
    ['https://peerj.com/preprints/3190/', '10.7287/peerj.preprints.3190'],
    ['https://elifesciences.org/articles/16800/figures', '10.7554/elife.16800'],
    ['https://osf.io/preprints/psyarxiv/abcde', '10.31234/osf.io/abcde'],
    ['https://osf.io/abcde/', undefined],
    ['https://dataverse.example.org/dataset.xhtml?persistentId=doi:10.7910/DVN/ABCDEF', '10.7910/dvn/abcdef'],
    ['https://www.nature.com/articles/s00000-020-2649-2/figures/1', '10.1038/s00000-020-2649-2'],
    ['https://www.nature.com/nature/journal/v521/n7553/full/nature14539.html', '10.1038/nature14539'],
    [
      'https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext',
      '10.1016/s0140-6736(20)30183-5',
    ],
    [
      'https://drops.dagstuhl.de/storage/00lipics/lipics-vol168-icalp2020/LIPIcs.ICALP.2020.1/LIPIcs.ICALP.2020.1.pdf',
      '10.4230/lipics.icalp.2020.1',
    ],
    ['https://web.archive.org/web/2020/https://doi.org/10.1000/182', '10.1000/182'],
    [
      'https://proxy.example.edu/login?qurl=https%3A%2F%2Fdl.acm.org%2Fdoi%2F10.1145%2F3442188',
      '10.1145/3442188',
    ],
  ] as const)
    if (doi) assert.deepEqual(parseIdentifier(url), { kind: 'doi', id: doi }, url);
    else assert.equal(parseIdentifier(url), undefined, url);
});

test('an arXiv id has one form, and keeps a version that was written', () => {
  reads('arxiv', '2306.00629', [
    '2306.00629',
    'arXiv:2306.00629',
    'arxiv 2306.00629',
    'ARXIV: 2306.00629',
    'arXiv preprint arXiv:2306.00629'.slice('arXiv preprint '.length),
    'arXiv:2306.00629 [cs.CL]',
    'arXiv.2306.00629',
    'https://arxiv.org/abs/2306.00629',
    'http://www.arxiv.org/abs/2306.00629',
    'https://arxiv.org/pdf/2306.00629',
    'https://arxiv.org/pdf/2306.00629.pdf',
    'arxiv.org/abs/2306.00629',
    'https://export.arxiv.org/abs/2306.00629',
    'https://arxiv.org/html/2306.00629/',
    'https://arxiv.org/abs/2306.00629?context=cs',
    'https://doi.org/10.48550/arXiv.2306.00629',
    '10.48550/ARXIV.2306.00629',
    'https://huggingface.co/papers/2306.00629',
    'https://ar5iv.labs.arxiv.org/html/2306.00629',
    'https://www.alphaxiv.org/abs/2306.00629',
    'https://ui.adsabs.harvard.edu/abs/2023arXiv230600629S/abstract',
    'oai:arXiv.org:2306.00629',
    'http://arxiv.org/abs/arXiv:2306.00629',
    'https://arxiv.org/ftp/arxiv/papers/2306/2306.00629.pdf',
    'https://arxiv.org/bibtex/2306.00629',
    'https://arxiv.org/abs/2306.00629%20',
    'https://export.arxiv.org/api/query?id_list=2306.00629',
    'https://web.archive.org/web/2023/https://arxiv.org/abs/2306.00629',
    'https://api.semanticscholar.org/graph/v1/paper/arXiv:2306.00629',
    'https://scholar.google.com/scholar?q=arxiv:2306.00629',
    'https://dblp.org/rec/journals/corr/abs-2306-00629.html',
  ]);
  reads(
    'arxiv',
    '2306.00629',
    [
      '2306.00629v2',
      'arXiv:2306.00629v2',
      'arXiv:2306.00629v2 [cs.CL] 5 Jun 2023',
      'https://arxiv.org/pdf/2306.00629v2.pdf',
      '10.48550/arXiv.2306.00629v2',
    ],
    2,
  );
  reads('arxiv', '0812.1234', ['0812.1234', 'arXiv:0812.1234', 'https://arxiv.org/abs/0812.1234']);
  reads('arxiv', 'hep-th/9901001', [
    'hep-th/9901001',
    'arXiv:hep-th/9901001',
    'https://arxiv.org/abs/hep-th/9901001',
    'https://arxiv.org/pdf/hep-th/9901001.pdf',
    '10.48550/arXiv.hep-th/9901001',
  ]);
  reads('arxiv', 'math/0309136', ['math.GT/0309136', 'arXiv:math/0309136']);
  reads('arxiv', 'math/0309136', ['arXiv:math.GT/0309136v1', 'https://arxiv.org/abs/math.GT/0309136v1'], 1);
});

test('PMIDs, PMCIDs and ISBNs have one form', () => {
  reads('pmid', '31452104', [
    'PMID: 31452104',
    'pmid:31452104',
    'PMID 31452104.',
    'PubMed ID: 31452104',
    'info:pmid/31452104',
    'https://pubmed.ncbi.nlm.nih.gov/31452104/',
    'https://pubmed.ncbi.nlm.nih.gov/?term=31452104',
    'http://www.ncbi.nlm.nih.gov/pubmed/31452104',
    'https://europepmc.org/article/MED/31452104',
    'https://identifiers.org/pubmed:31452104',
    'pubmed.ncbi.nlm.nih.gov/31452104/',
    'https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=31452104&dopt=Abstract',
  ]);
  reads('pmcid', 'PMC1234567', [
    'PMC1234567',
    'pmc1234567',
    'PMCID: PMC1234567',
    'PMCID: 1234567',
    'PMC1234567.1',
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/main.pdf',
    'https://europepmc.org/article/PMC/PMC1234567',
    'https://europepmc.org/articles/PMC1234567',
    'https://europepmc.org/backend/ptpmcrender.fcgi?accid=PMC1234567&blobtype=pdf',
    'https://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=1234567',
  ]);
  reads('isbn', '9780262033848', [
    '9780262033848',
    '978-0-262-03384-8',
    '978 0 262 03384 8',
    '978-0262033848',
    '0262033844',
    '0-262-03384-4',
    'ISBN 0262033844',
    'ISBN-10: 0-262-03384-4',
    'ISBN-13: 978-0-262-03384-8',
    'ISBN (print): 978-0-262-03384-8',
    'urn:isbn:9780262033848',
    'https://openlibrary.org/isbn/9780262033848',
    'https://books.google.com/books?vid=ISBN0262033844',
    'https://www.amazon.com/Title-of-a-Book/dp/0262033844/ref=sr_1',
    'https://mitpress.example.edu/9780262033848/title-of-a-book/',
    'https://books.example.org/title-of-a-book-9780262033848',
    'https://shop.example.org/w/title/1100?ean=9780262033848',
    'https://archive.example.org/details/isbn_9780262033848',
  ]);
  reads('isbn', '9780804429573', ['080442957X', '0-8044-2957-x', 'ISBN 0 8044 2957 X']);
});

test('dates, versions, page ranges, telephone numbers and bare numbers are no identifiers', () => {
  for (const text of [
    '',
    ' ',
    '31452104',
    '12345',
    '2023',
    '2306',
    '2023-10-11',
    '11.10.2023',
    '10.2023/11',
    '10/2023',
    '11/12/2023',
    '2023/10/11 12:30',
    '1.2.3',
    'v10.1234',
    '10.1234',
    '10.15.7',
    '2004.19.1',
    '1.0.0-rc.1',
    '123-145',
    '1234–1245',
    '1123.4567-1123.4580',
    'pp. 1123-1145',
    '+49 30 1234567',
    '(212) 555-0123',
    '212-555-0123',
    '1-800-555-0199',
    '030/1234567',
    '01 23 45 67 89',
    '+1 212 555 0123',
    '978-555-0123',
    '9780262033849',
    '1111111111',
    '0262033845',
    '0-262-03384-5',
    '3.14159',
    '1300.12345',
    '2313.12345',
    '0602.1234',
    '1412.12345',
    '1501.1234',
    'math/0813001',
    'hep-th/0801001',
    'https://example.org',
    'https://example.org/2306.00629',
    'https://example.org/2023/10/11/title',
    'https://openreview.net/forum?id=abcDEF123',
    'https://arxiv.org/list/cs.CL/2306',
    'https://example.org/articles/9780262033849',
    'https://shop.example.org/item?url=https://example.org/2306.00629',
    'PMC 2020',
    'eprint 2306',
    '192.168.0.1',
    '10.0.0.1/24',
    '10.0.0.0/8',
    '10.1000',
    '10.1000/',
    'foo 10.1145/3292500',
    'smith2020',
    'doi',
    'arXiv',
    'PMID',
    'ISBN',
    'PMC',
    'PMC model',
    'attention is all you need',
    'covid-19',
  ])
    assert.equal(parseIdentifier(text), undefined, text);
});

test('a text gives up its identifiers with their places', () => {
  const text =
    'See Roe (doi:10.1000/182), https://arxiv.org/abs/2306.00629v2; PMID: 31452104. Also 10.1016/S0140-6736(05)67889-X, ' +
    '[@10.1145/1.2] and \\cite{10.1145/3,10.1145/4}; on 11.10.2023, pp. 123-145, tel. 212-555-0123, ISBN 0-262-03384-4.';
  assert.deepEqual(
    findIdentifiers(text).map(found => [text.slice(found.start, found.end), identifierLabel(found)]),
    [
      ['doi:10.1000/182', '10.1000/182'],
      ['https://arxiv.org/abs/2306.00629v2', 'arXiv:2306.00629v2'],
      ['PMID: 31452104', 'PMID:31452104'],
      ['10.1016/S0140-6736(05)67889-X', '10.1016/s0140-6736(05)67889-x'],
      ['10.1145/1.2', '10.1145/1.2'],
      ['10.1145/3', '10.1145/3'],
      ['10.1145/4', '10.1145/4'],
      ['ISBN 0-262-03384-4', 'ISBN 9780262033848'],
    ],
  );
  const html =
    '<a href="https://doi.org/10.1000/abc">10.1000/abc</a> &lt;10.1000/abd&gt; [10.1000/x](https://doi.org/10.1000/x)';
  assert.deepEqual(
    findIdentifiers(html).map(found => found.id),
    ['10.1000/abc', '10.1000/abc', '10.1000/abd', '10.1000/x', '10.1000/x'],
  );
});

test('an identifier has an address', () => {
  assert.equal(
    identifierUrl({ kind: 'doi', id: '10.1002/(sici)1(199823)43:4<338::aid-jbm16>3.0.co;2-#' }),
    'https://doi.org/10.1002/(sici)1(199823)43:4%3C338::aid-jbm16%3E3.0.co;2-%23',
  );
  assert.equal(
    identifierUrl({ kind: 'arxiv', id: '2306.00629', version: 2 }),
    'https://arxiv.org/abs/2306.00629v2',
  );
});
