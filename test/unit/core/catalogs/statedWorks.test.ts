import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogRequest } from '../../../../src/core/catalogs/catalog';
import { find } from '../../../../src/core/catalogs/find';
import { readQuery } from '../../../../src/core/catalogs/query';
import { workNotes } from '../../../../src/core/catalogs/records/describeWork';
import { catalogOf } from '../../../../src/core/catalogs/services/catalogs';
import { identifierLabel } from '../../../../src/core/model/identifiers/identifier';
import { crossrefWork } from './answers';

const reference = 'Roe A, Doe B. Rivers of glass and stone. Journal of Rivers 12(3):45-67, 2020.';

test('the works that a reference states are named by their identifiers, however these are written', () => {
  for (const [text, ...labels] of [
    [`${reference} https://doi.org/10.1000/river.1`, '10.1000/river.1'],
    [`${reference} https://doi.org/10.1000/river.1.`, '10.1000/river.1'],
    [`${reference} (doi:10.1000/river.1)`, '10.1000/river.1'],
    [`${reference} [https://doi.org/10.1000/river.1](https://doi.org/10.1000/river.1)`, '10.1000/river.1'],
    ['Roe A (2020) doi: 10.1000/river.1. Rivers of glass and stone. Journal of Rivers.', '10.1000/river.1'],
    [`10.1000/river.1 ${reference}`, '10.1000/river.1'],
    ['see 10.1000/river.1', '10.1000/river.1'],
    [`${reference} doi: 10.1000/river.1. PMID: 31452104; PMCID: PMC1234567.`, '10.1000/river.1'],
    [`${reference} arXiv:2306.00629. https://doi.org/10.1000/river.1`, '10.1000/river.1'],
    [`${reference} arXiv preprint arXiv:2306.00629v2 [cs.CL].`, 'arXiv:2306.00629v2'],
    [`${reference} arXiv:2306.00629. https://doi.org/10.48550/arXiv.2306.00629`, 'arXiv:2306.00629'],
    [`${reference} https://arxiv.org/abs/hep-th/9901001`, 'arXiv:hep-th/9901001'],
    [`${reference} PMID: 31452104; PMCID: PMC1234567`, 'PMID:31452104'],
    [`${reference} PMCID: PMC1234567`, 'PMC1234567'],
    ['Roe A. The book of rivers. River Press, 2020. ISBN 978-3-16-148410-0.', 'ISBN 9783161484100'],
    [
      'Roe A. The book of rivers. River Press, 2020. ISBN 978-3-16-148410-0 (print), 978-0-262-03384-8 (ebook)',
      'ISBN 9783161484100',
    ],
    [
      `${reference} doi:10.1000/river.1\nDoe B. Lakes of tin. Journal of Lakes 1, 2021. doi:10.1000/lake.2`,
      '10.1000/river.1',
      '10.1000/lake.2',
    ],
    // Browsers put a blank where a line of what is pasted ends.
    [
      `${reference} doi:10.1000/river.1 Doe B. Lakes of tin. Journal of Lakes 1, 2021. doi:10.1000/lake.2.`,
      '10.1000/river.1',
      '10.1000/lake.2',
    ],
    [`${reference} https://doi.org/10.1000/\nriver.1`, '10.1000/river.1'],
    [`${reference} https://doi.org/\n10.1000/river.1`, '10.1000/river.1'],
    [`${reference} doi: 10. 1000/river.1`, '10.1000/river.1'],
    [`${reference} doi:10.1000/riv\u00ad\ner.1`, '10.1000/river.1'],
    ['@article{roe2020, title = {Rivers of glass}, doi = {10.1000/river.1}, year = 2020}', '10.1000/river.1'],
    ['10.1000/river.1, 10.1000/lake.2; 10.1000/sea.3', '10.1000/river.1', '10.1000/lake.2', '10.1000/sea.3'],
  ] as const) {
    const { kind, stated } = readQuery(text);
    assert.deepEqual(
      [kind, ...stated.map(({ identifier }) => identifierLabel(identifier))],
      ['reference', ...labels],
      text,
    );
  }
});

test('a year, a telephone number or a word for what identifies works is no work stated', () => {
  for (const text of [
    'pubmed 2020 rivers',
    'tel +49 30 901820 call 10.30-11.00',
    'ISSN 1234-5679 journal of rivers',
    'section 3.1415 of version 10.1000',
    'Smith 2020 rivers doi',
    'covid 2020.12345 deaths',
  ])
    assert.deepEqual([readQuery(text).kind, readQuery(text).stated], ['words', []], text);
});

test('a chapter states the number of its book, which names another work', () => {
  const { query } = readQuery(
    'Roe A. Rivers. In: Doe B (ed.) The book of waters. River Press, 2020, pp. 1-9. ISBN 978-3-16-148410-0',
  );
  assert.equal(query.kind, 'reference');
});

/** Looks a text up where Crossref has these works, by their DOI. */
async function lookedUp(text: string, works: Readonly<Record<string, object>>) {
  const asked: string[] = [];
  const ask = async (request: CatalogRequest) => {
    const doi = decodeURIComponent(request.url)
      .replace(/^.*\/works\//, '')
      .replace(/\?.*$/, '');
    asked.push(doi);
    const work = works[doi];
    return work && request.read(JSON.stringify(work));
  };
  const found = await find(text, { catalogs: [catalogOf('crossref')], onlyThese: true, access: {}, ask });
  return { ...found, asked, titles: found.works.map(({ item }) => item.title) };
}

const river = crossrefWork({ DOI: '10.1000/river.1', title: ['Rivers of glass and stone'] });
const lake = crossrefWork({ DOI: '10.1000/lake.2', title: ['Lakes of tin'], volume: '13', page: '123-9' });

test('a reference is looked up by what it states, each work once, and nothing else is asked', async () => {
  const works = { '10.1000/river.1': river, '10.1000/lake.2': lake };
  const one = await lookedUp(`${reference} https://doi.org/10.1000/river.1`, works);
  assert.deepEqual([one.titles, one.asked], [['Rivers of glass and stone'], ['10.1000/river.1']]);
  assert.deepEqual(workNotes(one.works[0]!), []);
  const two = await lookedUp(
    `${reference} doi:10.1000/river.1 Doe B. Lakes of tin. Journal of Lakes 1, 2021. doi:10.1000/lake.2`,
    works,
  );
  assert.deepEqual(two.titles, ['Rivers of glass and stone', 'Lakes of tin']);
  assert.deepEqual(two.asked, ['10.1000/river.1', '10.1000/lake.2']);
  const none = await lookedUp(`${reference} https://doi.org/10.1000/none`, works);
  assert.deepEqual([none.titles, none.asked], [[], ['10.1000/none']]);
  assert.match(none.error!, /Not found/);
});

test('of two works that a text states, the one that is not found is told', async () => {
  const found = await lookedUp(`${reference} doi:10.1000/river.1 and doi:10.1000/none`, {
    '10.1000/river.1': river,
  });
  assert.deepEqual(found.titles, ['Rivers of glass and stone']);
  assert.match(found.failures.map(({ message }) => message).join(), /10\.1000\/none/);
});

test('a record under another title than the text has is said to be one', async () => {
  const works = { '10.1000/lake.2': lake };
  const other = await lookedUp(`${reference} https://doi.org/10.1000/lake.2`, works);
  assert.deepEqual(workNotes(other.works[0]!), ['Its title is not the one in the text']);
  // In physics and chemistry references have no titles.
  for (const text of [
    'see 10.1000/lake.2',
    'A. Roe, B. Doe, J. Riv. 13, 123 (2020). https://doi.org/10.1000/lake.2',
    'Roe, A. Lakes of Tin: A Survey. 2020. https://doi.org/10.1000/lake.2',
  ])
    assert.deepEqual(workNotes((await lookedUp(text, works)).works[0]!), [], text);
});

test('a DOI broken at the end of a line is put together where its beginning names nothing, or something else', async () => {
  const broken = `${reference} https://doi.org/10.1000/riv-\ner.2020.1`;
  const whole = { '10.1000/riv-er.2020.1': river };
  assert.deepEqual((await lookedUp(broken, whole)).asked, ['10.1000/riv-', '10.1000/riv-er.2020.1']);
  const both = await lookedUp(broken.replace('\n', ' '), { ...whole, '10.1000/riv-': lake });
  assert.deepEqual(both.titles, ['Rivers of glass and stone']);
  const sound = await lookedUp(`${reference} doi:10.1000/river.1. 2020 Jan 5.`, { '10.1000/river.1': river });
  assert.deepEqual(sound.asked, ['10.1000/river.1']);
});
