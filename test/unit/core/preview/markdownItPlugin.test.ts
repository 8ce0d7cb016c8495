import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt, { type Token } from 'markdown-it';
import type { MarkdownDialect } from '../../../../src/core/citing/citation';
import { readMarkdown } from '../../../../src/core/citing/markdown/readMarkdown';
import type { CslItem } from '../../../../src/core/model/reference';
import { citationsPlugin } from '../../../../src/core/preview/markdownItPlugin';
import { previewAnswer, shownCitations } from '../../../../src/core/preview/previewAnswer';
import { previewRequest } from '../../../../src/core/preview/previewRequest';

const known = new Map<string, CslItem>(
  ['a', 'b'].map(id => [id, { id, type: 'book', title: `Book <${id}>`, abstract: `About & ${id}.` }]),
);
const works = {
  items: known,
  elsewhere: new Set(['label']),
  undefinedText: (key: string) => `Nothing has “${key}”.`,
};

/** Renders as VS Code does: what is parsed is kept, and rendered with the address of the document. */
function rendered(
  text: string,
  options: { raised?: boolean; notes?: boolean; dialect?: MarkdownDialect; plain?: boolean } = {},
): string {
  const { raised, notes, dialect = 'pandoc', plain } = options;
  const request = previewRequest(text, readMarkdown(text, dialect));
  const citations = shownCitations(request, works);
  const inside = (index: number) => (raised ? `<sup>${index + 1}</sup>` : `{${index + 1}}`);
  const answer = previewAnswer(
    citations,
    {
      citations: citations.map((_, index) =>
        notes ? { html: '', note: `Note ${index + 1}` } : { html: inside(index) },
      ),
      entries: [{ key: 'a', text: '<div class="csl-entry">Book a. https://doi.org/10.1/x.</div>' }],
    },
    request.settings,
    works,
  );
  const md = citationsPlugin(new MarkdownIt({ html: true, linkify: true }), environment =>
    (environment as { currentDocument?: string }).currentDocument ? { answer, dialect } : undefined,
  );
  const tokens = md.parse(text, {});
  return md.renderer.render(tokens, md.options, plain ? {} : { currentDocument: 'a.md' });
}

/** Without the cards, and without the tags around citations. */
const text = (html: string) =>
  html
    .replace(/<span class="literature-card"[\s\S]*?<\/span><\/span>(?=<\/span>)/g, '')
    .replace(/<\/?(?:span|a)\b[^>]*>/g, '')
    .replace(/<div id="refs"[\s\S]*$/, '')
    .trim();

test('citations are shown where the document cites, in its order', () => {
  assert.equal(
    text(rendered('One [see @a, p. 3; @b]. *Two* @b [p. 3] and -@a.')),
    '<p>One {1}. <em>Two</em> {2} and -{3}.</p>',
  );
  assert.equal(
    text(rendered('> - a [@a;\n>   @b] c')),
    '<blockquote>\n<ul>\n<li>a {1} c</li>\n</ul>\n</blockquote>',
  );
  assert.equal(text(rendered('[@a] and [@a] and [@b]')), '<p>{1} and {2} and {3}</p>');
  assert.equal(text(rendered('| x |\n|---|\n| [@a] |')).includes('<td>{1}</td>'), true);
});

test('code, mathematics, links, addresses and what is escaped stay as they are', () => {
  for (const source of [
    '`[@a]` and me@a.org',
    '```\n[@a]\n```',
    '    [@a]',
    'https://a.org/@a',
    '\\@a and \\`[@label]',
    '<span title="@a">x</span>',
    '$x @a$',
    '@label',
    '[text [@label]]',
  ])
    assert.equal(rendered(`${source}\n\n[@b]`).split('<span class="literature-citation">').length, 2, source);
});

test('where nothing is known of a document, it is rendered as ever', () => {
  const source = 'A [@a] b @b\n\n::: {#refs}\n:::\n';
  assert.equal(
    rendered(source, { plain: true }),
    new MarkdownIt({ html: true, linkify: true }).render(source),
  );
});

test('the list stands where the document wants it', () => {
  const at = (source: string) => rendered(source).replace(/[\s\S]*?(?=<h|<div id="refs"|<p>After)/, '');
  assert.match(at('[@a]\n\nAfter'), /^<p>After<\/p>\s*<div id="refs"/);
  assert.match(at('[@a]\n\n::: {#refs .x}\n:::\n\nAfter'), /^<div id="refs"[\s\S]*<p>After<\/p>\s*$/);
  assert.match(
    rendered('[@a]\n\n<div id="refs"></div>\n\nAfter'),
    /<div id="refs"><div class="literature-references[\s\S]*<\/div>\s*<\/div>\s*<p>After/,
  );
  assert.match(
    at('---\nreference-section-title: Sources & <more>\n---\n\n[@a]'),
    /<h1 id="bibliography">Sources &amp; &lt;more&gt;<\/h1>\s*<div id="refs"/,
  );
  assert.doesNotMatch(rendered('---\nsuppress-bibliography: true\n---\n\n[@a]'), /csl-entry/);
  assert.match(
    rendered('[@a]'),
    /<a href="https:\/\/doi.org\/10.1\/x">https:\/\/doi.org\/10.1\/x<\/a>\.<\/div>/,
  );
});

test('one points at a citation and reads what it cites, which stays text', () => {
  const html = rendered('[@a; @nowhere]');
  assert.match(html, /role="tooltip"[^>]*>.*<a href="#ref-a">Book &lt;a&gt;<\/a>.*About &amp; a\./);
  assert.match(html, /Nothing has “nowhere”\./);
});

test('raised numbers stand at their word', () => {
  assert.equal(
    text(rendered('Word [@a]. More\n[@b].', { raised: true })),
    '<p>Word<sup>1</sup>. More<sup>2</sup>.</p>',
  );
});

test('notes stand behind the document and lead back', () => {
  const html = rendered('Word [@a].', { notes: true });
  assert.match(html, /<sup><a id="literature-noteref-1" href="#literature-note-1">1<\/a><\/sup>/);
  assert.match(html, /<li id="literature-note-1">Note 1 <a href="#literature-noteref-1"/);
});

test('a citation that is the text of a link leads where the link does', () => {
  const html = rendered('[@a](x.md)');
  assert.match(html, /^<p><a href="x.md"><span class="literature-citation">/);
  assert.equal(html.slice(0, html.indexOf('</p>')).split('<a ').length, 2);
});

test('a heading that cites has the address that it has without its citations', () => {
  const source = '# On sets [@a]';
  const answer = { citations: new Map([['[@a]', ['(Roe)']]]), references: '', notes: '' };
  const addresses: string[] = [];
  const md = new MarkdownIt();
  // As VS Code's own renderer does it.
  const textIn = ({ children, type, content }: Token): string =>
    children ? children.map(textIn).join('') : type === 'text' ? content : '';
  md.renderer.rules.heading_open = (tokens, index) => {
    addresses.push(textIn(tokens[index + 1]!));
    return '';
  };
  citationsPlugin(md, shown => (shown ? { answer, dialect: 'pandoc' as const } : undefined));
  const tokens = md.parse(source, {});
  md.renderer.render(tokens, md.options, {});
  assert.deepEqual(addresses, ['On sets [@a]']);
});

test('the alternative text of an image has no markup', () => {
  assert.match(rendered('![Figure of [@a]](x.png)'), /alt="Figure of \[@a\]"/);
});
