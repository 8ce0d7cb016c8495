import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemIdentifier, itemIdentifiers } from '../../../../../src/core/model/identifiers/itemIdentifiers';

test('the DOI is told from what programs write around it', () => {
  for (const DOI of [
    '10.1063/1.4767456',
    'https://dx.doi.org/10.1063/1.4767456',
    'Artn 114306\n10.1063/1.4767456',
    'Artn 1 Doi 10.1063/1.4767456',
  ])
    assert.equal(itemIdentifier({ DOI }, 'doi'), '10.1063/1.4767456', DOI);
  for (const DOI of ['', 'none', '10.1', '10.1063/1.4767456 (in print)', 'x10.1063/1.4767456'])
    assert.equal(itemIdentifier({ DOI }, 'doi'), undefined, DOI);
});

test('the arXiv id is found wherever exporters put it', () => {
  for (const item of [
    { DOI: '10.48550/arXiv.2306.00629' },
    { URL: 'https://arxiv.org/pdf/2306.00629v2.pdf' },
    { number: 'arXiv:2306.00629' },
    { number: '2306.00629', publisher: 'arXiv' },
    { archive: 'arXiv', archive_location: '2306.00629v1' },
    { 'container-title': 'arXiv preprint arXiv:2306.00629' },
    { note: 'Comment: 12 pages\narXiv: 2306.00629 [cs.CL]' },
    { custom: { arxiv: '2306.00629' } },
  ])
    assert.equal(itemIdentifier(item, 'arxiv'), '2306.00629', JSON.stringify(item));
  for (const item of [
    { URL: 'https://example.org/abs/2306.00629' },
    { note: 'An answer to arXiv:2306.00629' },
    { number: '12' },
    { publisher: 'arXiv', number: 'two' },
  ])
    assert.equal(itemIdentifier(item, 'arxiv'), undefined, JSON.stringify(item));
});

test('a work carries all its identifiers, each once', () => {
  assert.deepEqual(
    itemIdentifiers({
      DOI: '10.1000/ABC',
      URL: 'https://doi.org/10.1000/abc',
      PMID: '123',
      PMCID: 'PMC456',
      ISBN: '0-262-03384-4 978-0-262-03384-8',
    }),
    [
      { kind: 'doi', id: '10.1000/abc' },
      { kind: 'pmid', id: '123' },
      { kind: 'pmcid', id: 'PMC456' },
      { kind: 'isbn', id: '9780262033848' },
    ],
  );
});
