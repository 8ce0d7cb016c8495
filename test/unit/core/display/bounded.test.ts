import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abstractPage } from '../../../../src/core/display/abstractPage';
import { card } from '../../../../src/core/display/card';
import { describe } from '../../../../src/core/display/describe';
import { shortReference } from '../../../../src/core/display/shortReference';
import { suggestionLabel } from '../../../../src/core/display/suggestionLabel';
import { bounded } from '../../../../src/core/display/text/shorten';
import type { CslItem } from '../../../../src/core/model/reference';
import { assertLinear } from '../../growth';

test('fields of megabytes are shown as far as anybody reads them', () =>
  assertLinear(3_000_000, length => {
    const long = 'Words [of](command:x) <b>an</b> entry that never ends. '.repeat(length / 50);
    const authors = Array.from({ length: length / 60 }, (_, at) => ({ family: `Roe${at}` }));
    const item = {
      id: 'a',
      type: 'book',
      title: long,
      abstract: long,
      note: long,
      annote: long,
      'container-title': long,
      publisher: long,
      author: [{ family: long }, ...authors],
    } as CslItem;
    assert.ok(card(item).length < 60_000);
    assert.ok(abstractPage({ key: 'a', item, origin: { source: 'x' } }, { bibtex: long }).length < 2_000_000);
    const { title, byline } = describe(item);
    assert.ok(title.length < 4000 && byline.length < 4000);
    assert.ok(shortReference(item).length < 1000);
    assert.ok(JSON.stringify(suggestionLabel({ item, key: 'a' }, '')).length < 10_000);
  }));

test('nothing is cut between surrogates, nor where all of it fits', () => {
  assert.equal(bounded('abc', 3), 'abc');
  assert.equal(bounded('ab\u{1f600}c', 3), 'ab…');
});
