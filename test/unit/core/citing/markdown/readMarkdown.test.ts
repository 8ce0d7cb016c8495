import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MarkdownDialect } from '../../../../../src/core/citing/citation';
import { readMarkdown } from '../../../../../src/core/citing/markdown/readMarkdown';
import { assertLinear } from '../../../growth';

/** The citations of a text: keys of one citation joined by `;`, in-text keys as `@key`, those without author as `-key`. */
function read(text: string, dialect: MarkdownDialect = 'pandoc'): string[] {
  const marks = { normal: '', inText: '@', suppressAuthor: '-' };
  return readMarkdown(text, dialect).citations.map(({ keys }) =>
    keys.map(({ key, form }) => marks[form] + key).join(';'),
  );
}

test('groups, in-text citations and what continues them', () => {
  assert.deepEqual(read('See [@a; -@b, p. 3] and @c [p. 4; see @d].'), ['a;-b', '@c;d']);
  assert.deepEqual(read('[@a and @b]'), ['a', '@b']);
  assert.deepEqual(read('[@a](x.html) [@b]{.c} [@d][e]'), ['@a', '@b', '@d']);
  assert.deepEqual(read('["see @q"] [*see @x*]'), ['@q', '@x']);
});

test('keys as Pandoc spells them', () => {
  assert.deepEqual(read('@müller2020, @张2020. @DBLP:conf/x @a.b. @{https://a.b/c} (@k) *@l* @_m'), [
    '@müller2020',
    '@张2020',
    '@DBLP:conf/x',
    '@a.b',
    '@https://a.b/c',
    '@k',
    '@l',
    '@_m',
  ]);
});

test('what looks like a citation and is none', () => {
  const none = [
    'me@example.org',
    '\\@escaped',
    '`@code` and ``a ` @b``',
    '$@x$ and $$\n@y\n$$',
    '<https://x.org/@user> <me@x.org>',
    '<a title="@x">text</a> <!-- @y -->',
    '\\foo[@y]{@x}',
    '[text](https://x.org/@user "@t")',
    '[ref]: https://x.org/@user',
    '```{r, echo=FALSE}\n@x\n```',
    '~~~\n@x\n~~~',
    'a\n\n    @code',
    '<pre>\n@x\n\n@y\n</pre>',
    '\\begin{equation}\n@x\n\n@y\n\\end{equation}',
    '[^unused]: @x',
    '---\nkey: 1\n---\n',
  ];
  for (const text of none) assert.deepEqual(read(text), [], text);
});

test('everywhere that is text', () => {
  const some = [
    '# Heading @x',
    'Heading @x\n====',
    '> quoted @x',
    '- item\n\n    - inner @x',
    '1. a\n\n   continued @x',
    'a | b\n--|--\n@x | c',
    '| line @x\n| block',
    'Term\n:   defined @x',
    'note[^1]\n\n[^1]: see\n\n    @x',
    'note^[see @x]',
    '::: {.note}\n@x\n:::',
    '<td>\n    @x\n</td>',
    'Table: caption @x',
    '---\nabstract: |\n  Of @x.\n---\n',
    '+---+---+\n| a | @x |\n+---+---+',
  ];
  for (const text of some) assert.deepEqual(read(text), ['@x'], text);
});

test('the title of a callout is Markdown to Quarto, and to nobody else', () => {
  const callout = (title: string) => `::: {.callout-note collapse="true" title=${title}}\n@y\n:::\n`;
  assert.deepEqual(read(callout('"See [@x, p. 3] and @z"'), 'quarto'), ['x', '@z', '@y']);
  assert.deepEqual(read(callout("'See @x'"), 'quarto'), ['@x', '@y']);
  assert.deepEqual(read(`> - item\n>\n>   ::: {.callout-tip title="@x"}\n>   @y\n>   :::`, 'quarto'), [
    '@x',
    '@y',
  ]);
  assert.deepEqual(read(callout('"See `@x`"'), 'quarto'), ['@y']);
  assert.deepEqual(read(callout('"See @x"').replace('callout-note', 'note'), 'quarto'), ['@y']);
  for (const dialect of ['pandoc', 'bookdown'] as const)
    assert.deepEqual(read(callout('"See [@x]"'), dialect), ['@y']);
});

test('nocite in the front matter, everything included', () => {
  assert.deepEqual(read("---\nnocite: '@*, @b'\n---\n"), ['@*', '@b']);
});

test('cross-references are no citations where their program numbers them', () => {
  assert.deepEqual(read('@fig-one and @knuth', 'quarto'), ['@knuth']);
  assert.deepEqual(read('\\@ref(fig:one) and @knuth', 'bookdown'), ['@knuth']);
  const [figure, work] = readMarkdown('@fig:one and @knuth', 'pandoc').citations;
  assert.equal(figure?.keys[0]?.crossReference, true);
  assert.equal(work?.keys[0]?.crossReference, undefined);
});

test('a numbered example is no citation', () => {
  assert.deepEqual(read('(@good) An example.\n\nAs (@good) shows, and @other.'), ['@other']);
});

test('ranges, prefix, locator and suffix', () => {
  const [citation] = readMarkdown('p [see @a, pp. 3-5, and more; -@b]', 'pandoc').citations;
  assert.deepEqual(citation, {
    keys: [
      { key: 'a', form: 'normal', start: 8, end: 9, prefix: 'see', locator: 'pp. 3-5', suffix: 'and more' },
      { key: 'b', form: 'suppressAuthor', start: 32, end: 33 },
    ],
    start: 2,
    end: 34,
  });
});

test('ranges are those of the document in every container', () => {
  const text =
    'x\r\n\r\n> - a [see\r\n>   @key, p. 3]\r\n\r\n| a | b |\r\n|---|---|\r\n| `|@no` | @cell |\r\n';
  for (const { keys } of readMarkdown(text, 'pandoc').citations)
    for (const { key, start, end } of keys) assert.equal(text.slice(start, end), key);
  assert.deepEqual(read(text), ['key', '@cell']);
});

test('any text is read without an error, and ranges hold the keys', () => {
  const fragments = [
    '@a',
    '[',
    ']',
    '; ',
    '`',
    '$',
    '*',
    '\n',
    '\n\n',
    '    ',
    '> ',
    '- ',
    '<div>',
    '</div>',
    '\\',
    '{',
    '}',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), parts => {
      const text = parts.join('');
      for (const { keys } of readMarkdown(text, 'pandoc').citations)
        for (const { key, start, end } of keys) assert.equal(text.slice(start, end), key);
    }),
    { numRuns: 2000 },
  );
});

test('hostile text takes time in proportion to its length', async () => {
  const hostile = [
    '[',
    '[@a ',
    '`',
    '$x',
    '<a ',
    '<!-- @',
    '\\a{',
    '> ',
    '- ',
    '@a [',
    '](',
    '*',
    ':::\n',
    '@{',
    '<div>\n ',
    '|-',
    '\\begin{x}',
    '[@a "',
    '``a`',
    '\\a [',
    'a <!-- \n',
    '\\newcommand{',
    '```a\n',
    'a\n```b\n',
    '~~~a\n\n',
    '<pre>\n',
    '[^a]: @b <i>\n\n',
    '- <i>\n\na\n\n',
  ];
  for (const unit of hostile)
    await assertLinear(
      320_000,
      length => readMarkdown(`@x ${unit.repeat(length / unit.length)}`, 'pandoc'),
      unit,
    );
  const tables = [
    (cells: number) => `+${'-+'.repeat(cells)}\n|${' |'.repeat(cells)}\n+${'-+'.repeat(cells)}\n`,
    (cells: number) => `${'a  '.repeat(cells)}\n${'-- '.repeat(cells)}\n${'b  '.repeat(cells)}\n`,
  ];
  for (const table of tables)
    await assertLinear(
      96_000,
      length => readMarkdown(`${table(length / 6)}\n@a\n`, 'pandoc'),
      'columns of a table',
    );
});

test('cells of grid tables reach as far as their columns, however their lines are written', () => {
  const head = '+-----+------+\n| a   | b    |\n+=====+======+\n';
  const rule = '\n+-----+------+\n';
  for (const [row, keys] of [
    ['| @kkkk | @x |', ['@kkkk', '@x']],
    ['| @k | @xxxxxxxxx |', ['@k', '@xxxxxxxxx']],
    ['|@k|@x|', ['@k', '@x']],
    ['| @k  | @x', ['@k', '@x']],
    ['| @k  | @x   | @y', ['@k', '@x', '@y']],
    ['|   @k| @x   |\n|  more @z| @w', ['@k', '@x', '@z', '@w']],
    // Text that is set in the middle is no code.
    ['|    @k|    @x|', ['@k', '@x']],
    ['|     @k|     @x|', ['@x']],
  ] as const)
    assert.deepEqual(read(head + row + rule).sort(), [...keys].sort(), row);
  const wide = '+---+-----+-----+\n| 日本 日 | @x |\n+---+-----+-----+\n';
  assert.deepEqual(read(wide), ['@x']);
});

test('chunks of knitr whose content is text cite', () => {
  const chunk = (header: string) => `\`\`\`{${header}}\nText @x\n\n- item [@y]\n\`\`\`\n\nBehind @z\n`;
  for (const header of [
    'asis, echo=TRUE',
    'theorem',
    'example, exa, name="A"',
    'proof',
    'block2, type="tip"',
  ]) {
    assert.deepEqual(read(chunk(header), 'bookdown'), ['@x', 'y', '@z'], header);
    assert.deepEqual(read(chunk(header), 'pandoc'), ['@z'], header);
  }
  for (const header of ['r', 'r asis', 'asisx', 'python, theorem'])
    assert.deepEqual(read(chunk(header), 'bookdown'), ['@z'], header);
});
