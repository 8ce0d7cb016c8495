import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, problemsOf } from './checkTree';

const book = {
  '_toc.yml': 'format: jb-book\n',
  '_config.yml': 'bibtex_bibfiles: [refs.bib]\n',
  'refs.bib': bib('known'),
};

test('what a MyST document has in reStructuredText is read as Sphinx reads it', async () => {
  const text = (rst: string, fence = '```') =>
    `{cite:p}\`known\`\n\n${fence}{eval-rst}\n${rst}\n${fence}\n\n{cite:t}\`lost\`\n`;
  for (const [rst, told] of [
    ['See :cite:p:`known,gone` and ``:cite:p:`no```.', ['gone', 'lost']],
    ['.. note::\n\n   As :cite:t:`gone` says.\n\n.. code:: python\n\n   :cite:p:`no`', ['gone', 'lost']],
    ['.. :cite:p:`no`\n\n{cite:p}`no` and @no', ['lost']],
    ['', ['lost']],
  ] as const)
    for (const fence of ['```', ':::', '~~~~'])
      assert.deepEqual((await problemsOf('a.md', { ...book, 'a.md': text(rst, fence) })).sort(), told, rst);
  const shown = '````{code-block} markdown\n```{eval-rst}\n:cite:p:`no`\n```\n````\n';
  assert.deepEqual(await problemsOf('a.md', { ...book, 'a.md': shown }), []);
});

test('keys begin with what a list of references in any document of the book says', async () => {
  const list = '```{bibliography}\n:filter: docname in docnames\n:keyprefix: b-\n```\n';
  const text = '{cite:p}`b-known` {cite:p}`c-known`\n';
  assert.deepEqual(await problemsOf('a.md', { ...book, 'a.md': text + list }), ['c-known']);
  assert.deepEqual(await problemsOf('a.md', { ...book, 'a.md': text, 'more/b.md': list }), ['c-known']);
  const inRst = '```{eval-rst}\n.. bibliography::\n   :keyprefix: b-\n```\n';
  assert.deepEqual(await problemsOf('a.md', { ...book, 'a.md': text + inRst }), ['c-known']);
});

test('what Sphinx has of a page is read, and nothing else', async () => {
  // Judged by Sphinx with myst-parser and sphinxcontrib-bibtex.
  for (const [text, told] of [
    ['---\ntitle: "{cite:p}`no`"\n---\n\n{cite:p}`gone`\n', ['gone']],
    ['+++ {"x": "{cite:p}`no`"}\n\n{cite:p}`gone`\n', ['gone']],
    ['<div>{cite:p}`no`\n{cite:p}`no`</div>\n\n<span>{cite:p}`gone`</span>\n', ['gone']],
    ['![{cite:p}`no`](x.png) [{cite:p}`gone`](x.html)\n', ['gone']],
    ['[^a]: Note {cite:p}`gone`\n', ['gone']],
    // Behind backticks that open a directive there are no others.
    ['```{admonition} As {cite:p}`gone`\nBody\n\n```\n{cite:p}`no`\n```\n', ['gone']],
    [':::{admonition} As {cite:p}`gone`\n{cite:p}`lost`\n:::\n', ['gone', 'lost']],
  ] as const)
    assert.deepEqual(await problemsOf('a.md', { ...book, 'a.md': text }), told, text);
});
