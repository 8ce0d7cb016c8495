import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { abstractPage } from '../../../../src/core/display/abstractPage';
import { card } from '../../../../src/core/display/card';
import type { CslItem } from '../../../../src/core/model/reference';

const markdown = new MarkdownIt({ html: true, linkify: true });

/** The types of inline and block tokens that Markdown makes of a text, and the text they show. */
function rendered(text: string): { types: Set<string>; shown: string } {
  const tokens = markdown.parse(text, {}).flatMap(token => [token, ...(token.children ?? [])]);
  return {
    types: new Set(tokens.map(({ type }) => type)),
    shown: tokens.flatMap(({ type, content }) => (type.startsWith('text') ? [content] : [])).join(''),
  };
}

const harmless = new Set([
  'paragraph_open',
  'paragraph_close',
  'inline',
  'text',
  'text_special',
  'strong_open',
  'strong_close',
]);

const item: CslItem = {
  id: 'roe2001sets',
  type: 'article-journal',
  title: 'Sets_and_*stars*',
  author: [{ family: 'Roe', given: 'Ann' }],
  'container-title': 'Annals',
  issued: { 'date-parts': [[2001]] },
  abstract: 'First sentence. Second sentence.',
};

test('a card has title, people, venue, year and the abstract', () => {
  assert.equal(
    card(item),
    '**Sets\\_and\\_\\*stars\\***\n\nAnn Roe · Annals · 2001\n\nFirst sentence\\. Second sentence\\.',
  );
});

test('a long abstract is cut and leads on', () => {
  const more = { label: 'more', url: 'command:literature.openAbstract' };
  assert.match(
    card(item, { abstractLength: 20, more }),
    /First sentence\\\. … \[more\]\(command:literature\.openAbstract\)$/,
  );
  assert.doesNotMatch(card(item, { more }), /more/);
});

test('a card of nothing shows the key', () => {
  assert.equal(card({ id: 'x', type: 'book' }), '**x**');
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '[x](command:workbench.action.quit)',
        '<img src=x onerror=alert(1)>',
        '<script>',
        '![](https://a.b/c)',
        'https://evil.org',
        'www.evil.org',
        'a@b.org',
        '<https://a.b>',
        '# ',
        '- ',
        '1. ',
        '```',
        '**',
        '\n\n',
        '    ',
        '&lt;b&gt;',
        '&#60;',
        '\\',
        '|',
        '---',
        '$(sync~spin)',
        '[a]: b',
        '<b>x</b>',
      ),
      fc.string(),
    ),
  )
  .map(parts => parts.join(''));

test('no text of a file becomes Markdown, HTML, a link or an image', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, family, abstract) => {
      const { types } = rendered(card({ id: 'x', type: 'book', title, author: [{ family }], abstract }));
      for (const type of types) assert.ok(harmless.has(type), type);
    }),
  );
});

test('a hostile title is shown as it is', () => {
  const title = '<u>[x](command:y)</u> &lt; $(icon) `code` *a* https://evil.org';
  assert.equal(rendered(card({ id: 'x', type: 'book', title })).shown, title);
});

test('the page is semantic, and text never becomes HTML', () => {
  const page = abstractPage(
    {
      key: 'roe2001sets',
      item: { ...item, title: '<script>x</script>', URL: 'https://a.b/"onclick' },
      origin: { source: 'collection' },
    },
    {
      topics: ['Sets & more'],
      actions: [{ label: 'Copy Key', url: 'command:x?%5B%5D' }],
      howToCite: [{ label: 'Markdown', text: '[@roe2001sets]' }],
    },
  );
  assert.match(page, /<h1>&lt;script&gt;x&lt;\/script&gt;<\/h1>/);
  assert.match(page, /<nav class="actions" aria-label="Actions">/);
  assert.match(page, /<dt>Published in<\/dt><dd>Annals<\/dd>/);
  assert.match(page, /<li>Sets &amp; more<\/li>/);
  assert.match(page, /<code>\[@roe2001sets\]<\/code>/);
  assert.doesNotMatch(page, /<script|"onclick/);
  const bare = abstractPage({ key: 'x', item: { id: 'x', type: 'book' }, origin: { source: 'collection' } });
  assert.match(bare, /No abstract is known/);
  assert.doesNotMatch(bare, /undefined|Published|Year/);
});
