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
