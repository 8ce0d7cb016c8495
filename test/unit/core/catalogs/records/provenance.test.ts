import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provenanceNote, provenanceOf } from '../../../../../src/core/catalogs/records/provenance';
import { abstractPage } from '../../../../../src/core/display/abstractPage';

const sources = [
  {
    service: 'crossref',
    fields: ['type', 'title', 'author', 'container-title', 'container-title-short', 'issued', 'DOI'],
    page: 'https://doi.org/10.1000/river.1',
  },
  { service: 'openalex', fields: ['abstract'], page: 'javascript:alert(1)' },
  { service: 'europe-pmc', fields: [] },
] as const;

test('which service gave what is told in words', () => {
  assert.deepEqual(provenanceOf({ sources }), [
    {
      service: 'crossref',
      name: 'Crossref',
      fields: ['title', 'authors', 'journal or book', 'date', 'DOI'],
      page: 'https://doi.org/10.1000/river.1',
    },
    { service: 'openalex', name: 'OpenAlex', fields: ['abstract'] },
  ]);
  assert.equal(provenanceNote({ sources }), 'from Crossref; abstract from OpenAlex');
  assert.equal(provenanceNote({ sources: [] }), '');
});

test('the page of a work says it with links', () => {
  const origins = [
    { name: 'Crossref', gave: 'title & authors', url: 'https://doi.org/10.1000/river.1' },
    { name: 'Open<Alex>', gave: 'abstract' },
  ];
  const reference = { key: 'x', item: { id: 'x', type: 'book' }, origin: { source: 'catalog:x' } };
  const page = abstractPage(reference, { origins });
  assert.match(page, /<h2 id="origins">Where This Comes From<\/h2>/);
  assert.match(
    page,
    /<a href="https:\/\/doi\.org\/10\.1000\/river\.1">Crossref<\/a><\/dt><dd>title &amp; authors/,
  );
  assert.match(page, /<dt>Open&lt;Alex&gt;<\/dt><dd>abstract/);
  assert.doesNotMatch(abstractPage(reference), /Where This Comes From/);
});
