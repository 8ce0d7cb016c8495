import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abstractPage } from '../../../../src/core/display/abstractPage';
import { card } from '../../../../src/core/display/card';
import { describe } from '../../../../src/core/display/describe';
import { bounded } from '../../../../src/core/display/shorten';
import { shortReference } from '../../../../src/core/display/shortReference';
import { suggestionLabel } from '../../../../src/core/display/suggestionLabel';
import type { CslItem } from '../../../../src/core/model/reference';

const megabytes = 'Words [of](command:x) <b>an</b> entry that never ends. '.repeat(60_000);
const item = {
  id: 'a',
  type: 'book',
  title: megabytes,
  abstract: megabytes,
  note: megabytes,
  annote: megabytes,
  'container-title': megabytes,
  publisher: megabytes,
  author: [{ family: megabytes }, ...Array.from({ length: 50_000 }, (_, at) => ({ family: `Roe${at}` }))],
} as CslItem;

test('fields of megabytes are shown as far as anybody reads them', () => {
  const began = process.cpuUsage();
  assert.ok(card(item).length < 60_000);
  assert.ok(
    abstractPage({ key: 'a', item, origin: { source: 'x' } }, { bibtex: megabytes }).length < 2_000_000,
  );
  const { title, byline } = describe(item);
  assert.ok(title.length < 4000 && byline.length < 4000);
  assert.ok(shortReference(item).length < 1000);
  assert.ok(JSON.stringify(suggestionLabel({ item, key: 'a' }, '')).length < 10_000);
  const { user } = process.cpuUsage(began);
  // Milliseconds now, where it took seconds.
  assert.ok(user / 1000 < 1500, `${user / 1000} ms`);
});

test('nothing is cut between surrogates, nor where all of it fits', () => {
  assert.equal(bounded('abc', 3), 'abc');
  assert.equal(bounded('ab\u{1f600}c', 3), 'ab…');
});
