import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliographyInSteps } from '../../../../../src/core/bibliography/readBibliography';
import { linesLibrary, sourceOf } from '../readLines';

const bibliography = String.raw`
@inproceedings{kdd, title={Boosting Trees in Chapter 10}, author={Ann Ash}, year={2016}, doi={10.1145/2939672.2939785}, file={a.pdf}}
@article{kddx, title={Boosting Trees, a Preprint}, author={Ann Ash}, year={2016}, eprint={1603.02754}, archiveprefix={arXiv}}
@book{book, title={An Introduction to Searching}, author={Bo Beech}, year={2009}, isbn={0-262-03384-4}, groups={Thesis, Reading}}
@article{bio, title={Genes that Wander}, author={Cy Cedar}, year={2019}, pmid={31452104}, note={PMCID: PMC6710001}, doi={10.1000/a\_b(2019)1:2}}
@misc{site, title={A Page on 10 Pages}, author={Di Dogwood}, year={2020}, url={https://www.Example.org/Papers/page10/?utm_source=x#top}}
@phdthesis{thesis, title={Theses on 1145 and 978 Things}, author={Ed Elm}, year={2021}, abstract={About theses.}, keywords={slow reading, trees}}
@article{nature, title={An Array}, author={Fo Fir}, year={2020}, url={https://www.nature.com/articles/s41586-020-2649-2}}
@misc{forum, title={A Forum Paper}, author={Ha Hazel}, year={2017}, url={https://openreview.net/forum?id=HkwoSDPgg}}
@misc{hal, title={A French Report}, author={Il Ivy}, year={2018}, url={https://hal.archives-ouvertes.fr/hal-01234567v2/document}}
@misc{ieee, title={A Paper of Engineers}, author={Jo Juniper}, year={2016}, url={https://ieeexplore.ieee.org/document/7485869/}}
@article{cell, title={A Paper on Cells}, author={Ka Kapok}, year={2020}, url={https://www.cell.com/cell/fulltext/S0092-8674(20)30001-2}}
@article{twin1, title={One Work}, author={Gi Gum}, year={2001}, doi={10.5555/TWIN.1}}
@article{twin2, title={One Work, Again}, author={Gi Gum}, year={2001}, url={https://doi.org/10.5555%2Ftwin.1}}
`;

async function library() {
  const made = linesLibrary({ read: readBibliographyInSteps });
  await made.load(sourceOf('a'), bibliography);
  return async (query: string, citedKeys: string[] = []) => {
    const { hits } = await made.search({ query, limit: 10, citedKeys });
    return hits.map(({ reference }) => reference.key);
  };
}

const spellings: Readonly<Record<string, readonly string[]>> = {
  forum: [
    'https://openreview.net/pdf?id=HkwoSDPgg',
    'https://openreview.net/forum?id=HkwoSDPgg&noteId=abc',
    'openreview.net/forum?id=HkwoS',
  ],
  hal: [
    'https://hal.science/hal-01234567',
    'hal-01234567',
    'hal-01234567v1',
    'https://inria.hal.science/hal-01234567/file/a.pdf',
  ],
  ieee: [
    'https://ieeexplore.ieee.org/abstract/document/7485869',
    'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=7485869',
  ],
  cell: [
    'https://www.sciencedirect.com/science/article/abs/pii/S0092867420300012?via%3Dihub',
    'https://linkinghub.elsevier.com/retrieve/pii/S0092867420300012',
    'https://www.cell.com/cell/pdf/S0092-8674(20)30001-2.pdf',
    'https://www.cell.com/cell/fulltext/S0092-8674%2820%2930001-2',
  ],
  kdd: [
    '10.1145/2939672.2939785',
    'doi:10.1145/2939672.2939785',
    'DOI: 10.1145/2939672.2939785',
    'doi:https://doi.org/10.1145/2939672.2939785',
    'https://dx.doi.org/10.1145%2F2939672.2939785',
    'https://dl.acm.org/doi/pdf/10.1145/2939672.2939785',
    '10.1145/2939672.29397',
    'doi:"10.1145/2939672.2939785"',
    'doi:10.1145/2939672.2939785 trees',
    'dl.acm.org/doi/abs/10.1145/2939672.2939785#sec-1',
    '[Boosting Trees in Chapter 10](https://doi.org/10.1145/2939672.2939785)',
    '<https://doi.org/10.1145/2939672.2939785>',
    String.raw`\url{https://doi.org/10.1145/2939672.2939785}`,
    String.raw`\href{https://doi.org/10.1145/2939672.2939785}{Boosting Trees}`,
    String.raw`\doi{10.1145/2939672.2939785}`,
    '#link("https://doi.org/10.1145/2939672.2939785")[Trees]',
    '<a href="https://doi.org/10.1145/2939672.2939785">Trees</a>',
    'doi = {10.1145/2939672.2939785},',
  ],
  kddx: [
    '1603.02754',
    'arXiv:1603.02754v3',
    'arxiv:1603.02754',
    'https://arxiv.org/pdf/1603.02754v1',
    '10.48550/arXiv.1603.02754',
    'doi:10.48550/arxiv.1603.02754',
    'arxiv:1603.027',
    'eprint = {1603.02754},',
  ],
  book: [
    '9780262033848',
    '978-0-262-03384-8',
    '0262033844',
    'isbn:0-262-03384-4',
    'ISBN 9780262033848',
    'isbn:978026203',
    'ISBN: 0-262-03384-4 (pbk.)',
  ],
  bio: [
    '31452104',
    'pmid:31452104',
    'https://pubmed.ncbi.nlm.nih.gov/31452104/',
    'PMC6710001',
    'pmcid:6710001',
    '10.1000/A_B(2019)1:2',
  ],
  site: [
    'https://example.org/Papers/page10',
    'http://www.example.org/Papers/page10/',
    'url:example.org/Papers/page10',
  ],
  nature: [
    '10.1038/s41586-020-2649-2',
    'https://nature.com/articles/s41586-020-2649-2',
    'nature.com/articles/s41586-020-2649-2',
  ],
};

test('an identifier finds its work and nothing else, however it is spelled', async () => {
  const find = await library();
  for (const [key, queries] of Object.entries(spellings))
    for (const query of queries) assert.deepEqual(await find(query), [key], query);
});

test('an identifier that no work has finds nothing', async () => {
  const find = await library();
  for (const query of [
    '10.',
    '10.1145',
    '10.1145/2939672.2939786',
    'doi:10.9999/nothing',
    'doi:10.9999/nothing trees',
    '2101.00001',
    'arxiv:2101.00001',
    'pmid:1234567',
    'PMC99999',
    'isbn:9783161484100',
    '978-3-16-148410-0',
    'https://example.org/other',
    'https://arxiv.org/abs/2101.00001',
  ])
    assert.deepEqual(await find(query), [], query);
});

test('entries of one work are one hit with all their places', async () => {
  const made = linesLibrary({ read: readBibliographyInSteps });
  await made.load(sourceOf('a'), bibliography);
  const { hits } = await made.search({ query: '10.5555/twin.1', limit: 10 });
  assert.deepEqual(hits.flatMap(({ reference }) => reference.origins.map(({ key }) => key)).sort(), [
    'twin1',
    'twin2',
  ]);
});

test('an identifier within a sentence brings its work to the front and filters nothing', async () => {
  const find = await library();
  const found = await find(
    'As shown in 10.1145/2939672.2939785, genes that wander are found by introductions',
  );
  assert.equal(found[0], 'kdd');
  assert.ok(found.includes('bio') && found.includes('book'));
});

test('filters ask for types, files, notes, citations, tags and collections', async () => {
  const find = await library();
  assert.deepEqual(await find('type:thesis'), ['thesis']);
  assert.deepEqual(await find('type:phdthesis'), ['thesis']);
  assert.deepEqual(await find('type:dissertation'), ['thesis']);
  assert.deepEqual(await find('type:"PhD thesis"'), ['thesis']);
  assert.deepEqual(await find('type:inproceedings'), ['kdd']);
  assert.deepEqual(await find('type:conference'), ['kdd']);
  assert.deepEqual(await find('type:book'), ['book']);
  assert.deepEqual(await find('has:pdf'), ['kdd']);
  assert.deepEqual(await find('has:abstract'), ['thesis']);
  assert.deepEqual(await find('has:note'), ['bio']);
  assert.deepEqual((await find('has:doi trees')).includes('thesis'), false);
  assert.deepEqual(await find('cited:yes', ['book']), ['book']);
  assert.equal((await find('cited:no', ['book'])).includes('book'), false);
  assert.deepEqual(await find('tag:slow'), ['thesis']);
  assert.deepEqual(await find('collection:reading'), ['book']);
  assert.deepEqual(await find('-type:article year:2009..2021 -has:pdf type:book'), ['book']);
});
