import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { abstractPage } from '../../../../src/core/display/abstractPage';
import { card } from '../../../../src/core/display/card';
import { describe } from '../../../../src/core/display/describe';
import { formatReference } from '../../../../src/core/display/formatReference';
import { linksOf } from '../../../../src/core/display/links';
import { shortReference } from '../../../../src/core/display/shortReference';
import type { CslItem } from '../../../../src/core/model/reference';

const item = (fields: object): CslItem => ({ id: 'x', type: 'book', ...fields });

test('the address of a host without a name is shown, and can be opened', () => {
  const links = linksOf(item({ URL: 'http://[2001:db8::1]:8080/p[1].pdf?a=(b)' }));
  assert.deepEqual(links, [
    { label: '[2001:db8::1]', url: 'http://[2001:db8::1]:8080/p%5b1%5d.pdf?a=%28b%29' },
  ]);
  assert.ok(URL.canParse(links[0]!.url));
});

test('every way to show a reference takes whatever its fields say', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom(
      'http://[::1]/',
      'http://[2001:db8::1]/p.pdf',
      'https://a.b:99/%',
      'https://user:pass@[::1]/',
      'http://x.y/%ff',
      '10.1/\ud800',
      '\ud83d',
      '[a](command:x)',
      'file:///etc/passwd',
      'javascript:alert(1)',
    ),
  );
  const items = fc.record(
    {
      title: text,
      URL: text,
      DOI: text,
      abstract: text,
      language: text,
      'container-title': text,
      volume: text,
      page: text,
      author: fc.array(fc.record({ family: text, given: text }, { requiredKeys: [] }), { maxLength: 3 }),
      issued: fc.record({ 'date-parts': fc.constant([[2020]]) }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(items, fields => {
      const made = item(fields);
      const reference = { key: 'x', item: made, origin: { source: 's', key: 'x' } };
      describe(made);
      shortReference(made);
      formatReference(made);
      const markdown = card(made);
      assert.doesNotMatch(markdown, /\]\((?!https?:)/);
      const html = abstractPage(reference as never);
      assert.doesNotMatch(html, /href="(?!https?:)/);
      for (const { url } of linksOf(made)) assert.ok(URL.canParse(url), url);
    }),
  );
});
