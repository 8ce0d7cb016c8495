import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliographyInSteps } from '../../../../src/core/bibliography/readBibliography';
import { decodeSnapshot } from '../../../../src/core/library/sources/librarySnapshot';
import type { BibliographyFormatId } from '../../../../src/core/model/source';
import { describe, linesLibrary, sourceOf } from './readLines';

const bibliographies = (parts = {}) => linesLibrary({ read: readBibliographyInSteps, ...parts });

async function loaded(files: Readonly<Record<string, string>>, format: BibliographyFormatId = 'bibtex') {
  const library = bibliographies();
  for (const [id, text] of Object.entries(files)) await library.load({ ...sourceOf(id), format }, text);
  return library;
}

const collection = JSON.stringify([
  {
    id: 'c',
    type: 'article',
    title: 'C',
    issued: { 'date-parts': [[2023]] },
    custom: { arxiv: '2306.00629' },
  },
]);

test('an arXiv paper is one work in every spelling that programs have for it, whatever its title and year', async () => {
  const spellings = [
    'eprint = {2306.00629}, archivePrefix = {arXiv}',
    'eprint = {arXiv:2306.00629v2}, eprinttype = {arxiv}',
    'eprint = {2306.00629 [cs.CL]}, archiveprefix = {arXiv}',
    'eprint = {2306.00629}',
    'url = {https://arxiv.org/abs/2306.00629}',
    'url = {http://arxiv.org/pdf/2306.00629v3.pdf}',
    'url = {https://doi.org/10.48550/arXiv.2306.00629}',
    'url = {https://huggingface.co/papers/2306.00629}',
    'doi = {10.48550/arXiv.2306.00629}',
    'doi = {10.48550/ARXIV.2306.00629}',
    'doi = {https://doi.org/10.48550/arxiv.2306.00629}',
    'journal = {arXiv preprint arXiv:2306.00629}',
    'journal = {CoRR}, volume = {abs/2306.00629}',
    'howpublished = {arXiv:2306.00629 [cs.CL]}',
    'howpublished = {\\url{https://arxiv.org/abs/2306.00629}}',
    'note = {arXiv:2306.00629}',
    'number = {arXiv:2306.00629}',
    'arxivid = {2306.00629}',
    'arxiv = {2306.00629v1}',
    'publisher = {arXiv}, number = {arXiv:2306.00629}',
    'eid = {arXiv:2306.00629}, journal = {arXiv e-prints}',
  ];
  for (const spelling of spellings) {
    const library = await loaded({ a: `@misc{a, title = {Another}, year = {2021}, ${spelling}}` });
    await library.load({ ...sourceOf('b'), format: 'csl-json' }, collection);
    assert.equal(describe((await library.find(['a']))[0]), 'a:a = b:c', spelling);
  }
  const other = await loaded({
    a: '@misc{a, note = {A reply to arXiv:2306.00629, which is wrong}, title = {Another}}',
  });
  await other.load({ ...sourceOf('b'), format: 'csl-json' }, collection);
  assert.equal(describe((await other.find(['a']))[0]), 'a:a');
});

test('other identifiers', async () => {
  const pairs = [
    ['doi = {10.1000/AbC}', 'url = {https://dx.doi.org/10.1000/abc}'],
    ['pmid = {31452104}', 'url = {https://pubmed.ncbi.nlm.nih.gov/31452104/}'],
    ['eprint = {31452104}, eprinttype = {pubmed}', 'pmid = {31452104}'],
    ['isbn = {0-306-40615-2}', 'isbn = {978-0-306-40615-7}'],
  ];
  for (const [one, two] of pairs) {
    const library = await loaded({ a: `@book{a, title = {A}, ${one}}`, b: `@book{b, title = {B}, ${two}}` });
    assert.equal(describe((await library.find(['a']))[0]), 'a:a = b:b', one);
  }
  // The ISBN of a chapter is its book's, and what is inherited is the container's.
  const chapters = await loaded({
    a: '@incollection{a, title = {A}, isbn = {978-0-306-40615-7}}\n@inproceedings{x, title = {X}, crossref = {p}}\n@inproceedings{y, title = {Y}, crossref = {p}}\n@proceedings{p, title = {P}, doi = {10.1000/p}}',
    b: '@incollection{b, title = {B}, isbn = {978-0-306-40615-7}}',
  });
  assert.deepEqual((await chapters.find(['a', 'x'])).map(describe), ['a:a', 'a:x']);
});

test('a preprint and its publication are two works that know of each other', async () => {
  const preprint =
    '@misc{pre, title = {A Long Enough Title for Both}, author = {Roe, Ann}, year = {2020}, eprint = {2001.00001}, archiveprefix = {arXiv}}';
  const publication =
    '@article{pub, title = {A {Long} Enough Title for Both}, author = {Roe, A.}, year = {2021}, journal = {Annals}, doi = {10.1000/1}}';
  const library = await loaded({ a: preprint, b: publication });
  const [pre, pub] = await library.find(['pre', 'pub']);
  assert.deepEqual([describe(pre), describe(pub)], ['a:pre', 'b:pub']);
  assert.deepEqual(pre?.versions, [
    { key: 'pub', source: 'b', isPreprint: false, year: '2021', venue: 'Annals' },
  ]);
  assert.deepEqual(
    pub?.versions?.map(({ key, isPreprint }) => [key, isPreprint]),
    [['pre', true]],
  );
  // They stay related over a restart, and are no more when one is gone.
  const again = bibliographies({ snapshot: decodeSnapshot((await library.snapshot())!, 'test 1') });
  await again.load(sourceOf('a'), preprint);
  await again.load(sourceOf('b'), publication);
  assert.deepEqual(
    (await again.find(['pre']))[0]?.versions?.map(({ key }) => key),
    ['pub'],
  );
  await again.drop('b');
  assert.equal((await again.find(['pre']))[0]?.versions, undefined);
  await again.load(sourceOf('a'), `\n\n${preprint}`);
  await again.load(sourceOf('b'), publication);
  assert.deepEqual(
    (await again.find(['pub']))[0]?.versions?.map(({ key }) => key),
    ['pre'],
  );
});

test('one work under two keys of a file is told', async () => {
  const library = await loaded({
    a: '@misc{a1, title = {A}, doi = {10.1000/1}}\n@misc{x, title = {X}, doi = {10.1000/2}}\n@misc{a2, title = {Other}, doi = {https://doi.org/10.1000/1}}\n',
    b: '@misc{a3, title = {A}, doi = {10.1000/1}}',
  });
  const problems = (await library.sources()).map(({ problems }) => problems);
  assert.deepEqual(
    problems[0]?.map(({ code, line }) => [code, line]),
    [['same-work', 2]],
  );
  assert.match(problems[0]![0]!.message, /“a2” is the same work as “a1” in line 1 \(10\.1000\/1\)/);
  assert.deepEqual(problems[1], []);
});

test('an entry is found, and can be cited, by each of its keys', async () => {
  const library = await loaded({
    a: '@book{new, ids = {old, older}, title = {A Book}}\n@book{b, title = {B}}',
  });
  const [byAlias, byKey] = await library.find(['old', 'new']);
  assert.equal(byAlias?.item.title, 'A Book');
  assert.equal(byAlias?.key, 'old');
  assert.equal(byAlias?.origins[0]?.line, 0);
  assert.deepEqual(byKey?.aliases, ['old', 'older']);
  assert.deepEqual(await library.keys(['a']), ['new', 'old', 'older', 'b']);
  await library.drop('a');
  assert.deepEqual(await library.find(['old']), [undefined]);
});
