import assert from 'node:assert/strict';
import { test } from 'node:test';
import texts from '../../../../package.nls.json' with { type: 'json' };
import { canBeAsked } from '../../../../src/core/catalogs/askingOrder';
import { type CatalogQuery, type ServiceId, serviceIds } from '../../../../src/core/catalogs/catalog';
import { askableCatalogs, catalogs } from '../../../../src/core/catalogs/services/catalogs';

const here = { inBrowser: false, email: 'ann@example.org', hasEndpoint: () => false };
const ids = (...[wanted, where]: Parameters<typeof askableCatalogs>) =>
  askableCatalogs(wanted, where).map(({ id }) => id);

test('a page asks only services that answer browsers, in the order wanted; elsewhere all are asked', () => {
  const answering = catalogs.filter(({ answersBrowsers }) => answersBrowsers).map(({ id }) => id);
  assert.ok(answering.includes('crossref') && !answering.includes('arxiv') && !answering.includes('doi-org'));
  const wanted = [...serviceIds].reverse();
  assert.deepEqual(ids(wanted, here), wanted);
  assert.deepEqual(
    ids(wanted, { ...here, inBrowser: true }),
    wanted.filter(id => answering.includes(id)),
  );
  // Who asks a mirror of a service that answers no pages is in no better place: nobody said that the mirror does.
  assert.deepEqual(ids(['arxiv'], { ...here, inBrowser: true, hasEndpoint: () => true }), []);
});

test('Unpaywall is asked by whoever gives an address, or has a mirror', () => {
  assert.deepEqual(ids(['unpaywall'], { ...here, email: '' }), []);
  assert.deepEqual(ids(['unpaywall'], { ...here, email: '', hasEndpoint: id => id === 'unpaywall' }), [
    'unpaywall',
  ]);
});

test('what no service that is asked could answer is not offered', () => {
  const can = (query: CatalogQuery, wanted: readonly ServiceId[], inBrowser = false) =>
    canBeAsked(query, { catalogs: askableCatalogs(wanted, { ...here, inBrowser }), access: {} });
  const isbn: CatalogQuery = { kind: 'isbn', id: '9783161484100' };
  const doi: CatalogQuery = { kind: 'doi', id: '10.1000/river.1' };
  const reference: CatalogQuery = { kind: 'reference', id: 'Roe A. Rivers of glass. J Riv 12, 2020' };
  assert.deepEqual(
    [can(isbn, serviceIds, true), can(isbn, ['arxiv']), can(isbn, ['open-library'], true)],
    [true, false, false],
  );
  assert.deepEqual([can(doi, serviceIds, true), can(doi, ['open-library'])], [true, false]);
  assert.deepEqual([can(reference, ['arxiv']), can(reference, ['doi-org'])], [true, false]);
});

test('the setting says which services pages can ask', () => {
  const said = (texts as Record<string, string>)['settings.catalogs.services.markdownDescription']!;
  const named = said.slice(said.indexOf('vscode.dev'));
  for (const { name, answersBrowsers } of catalogs) assert.equal(named.includes(name), answersBrowsers, name);
});
