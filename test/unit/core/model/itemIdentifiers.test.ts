import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { arxivOf, doiOf } from '../../../../src/core/model/identifiers/itemIdentifiers';

const item = (fields: object) => ({ id: 'k', type: 'article', ...fields });

test('the DOI alone is told from what programs write around it', () => {
  const doi = '10.1063/1.4767456';
  for (const written of [
    doi,
    ` https://doi.org/${doi} `,
    `http://dx.doi.org/${doi}`,
    `doi:${doi}`,
    `DOI: ${doi}`,
    `Artn 114306\n${doi}`,
    `Artn 114306 Doi ${doi}`,
  ])
    assert.equal(doiOf(item({ DOI: written })), doi, written);
  for (const written of ['', 'none', '10.1', `${doi} (in print)`, `x${doi}`])
    assert.equal(doiOf(item({ DOI: written })), undefined, written);
});

test('the arXiv identifier is found wherever an item carries it', () => {
  for (const fields of [
    { DOI: '10.48550/arXiv.2306.00629' },
    { URL: 'https://arxiv.org/pdf/2306.00629v2.pdf' },
    { number: 'arXiv:2306.00629' },
  ])
    assert.equal(arxivOf(item(fields)), '2306.00629');
  assert.equal(arxivOf(item({ URL: 'https://example.org/abs/2306.00629' })), undefined);
});

test('a DOI over two lines has the line ends that Pandoc gives it', () => {
  const { references } = readBibliography('@article{k,\r\n doi = {Artn 1\r\n10.1000/x}\r\n}', 'bibtex', 's');
  assert.equal(references[0]?.item.DOI, 'Artn 1\n10.1000/x');
});
