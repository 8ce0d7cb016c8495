import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, problemsOf } from './checkTree';

test('a bibliography is missed where Sphinx’s settings tell where it would be', async () => {
  const document = 'See :cite:p:`known` and :cite:p:`gone`.\n\n.. bibliography:: refs.bib\n';
  assert.deepEqual(await problemsOf('docs/a.rst', { 'docs/a.rst': document, 'docs/conf.py': '' }), [
    'missing-bibliography',
  ]);
  // A build program makes the settings, and copies documents and bibliographies together.
  const made = { 'docs/a.rst': document, 'docs/conf.py.in': '', 'refs.bib': bib('known') };
  assert.deepEqual(await problemsOf('docs/a.rst', made), []);
  assert.deepEqual(await problemsOf('docs/a.rst', { ...made, 'docs/refs.bib': bib('known') }), ['gone']);
});

test('of what Sphinx’s settings compute, nothing is missed, and what they put together is found', async () => {
  const files = (conf: string) => ({
    'docs/a.rst': 'See :cite:p:`known`, :cite:p:`more` and :cite:p:`gone`.\n',
    'docs/conf.py': conf,
    'docs/refs.bib': bib('known'),
    'docs/sub/more.bib': bib('more'),
  });
  for (const conf of [
    'bibtex_bibfiles = ["refs.bib", os.path.join("sub", "more.bib")]',
    "bibtex_bibfiles = (  # of all\n    r'refs.bib',\n    'sub/more.bib',\n)\nother = ['no.bib']\n",
    'bibtex_bibfiles = ["refs.bib"]\nbibtex_bibfiles += ["sub/more.bib"]\n',
    'bibtex_bibfiles = ["refs.bib"] + ["sub/more.bib"]\n',
    'bibtex_bibfiles = []\nbibtex_bibfiles.append("refs.bib")\nbibtex_bibfiles.extend(["sub/more.bib"])\n',
  ])
    assert.deepEqual(await problemsOf('docs/a.rst', files(conf)), ['gone'], conf);
  for (const conf of [
    'bibtex_bibfiles = glob.glob("*.bib")',
    'bibtex_bibfiles = ["refs.bib"] + more',
    'bibtex_bibfiles = ["refs.bib", os.path.join(here, "more.bib")]',
    'bibtex_bibfiles = ["refs.bib", f"{name}.bib"]',
    'bibtex_bibfiles = ["refs.bib", str(Path("x") / "more.bib")]',
  ])
    assert.deepEqual(await problemsOf('docs/a.rst', files(conf)), [], conf);
});

test('captions of code and heads of tables are text', async () => {
  const files = (text: string) => ({
    'a.rst': text,
    'conf.py': 'bibtex_bibfiles = ["refs.bib"]\n',
    'refs.bib': bib('known'),
  });
  for (const [text, told] of [
    [
      '.. code-block:: python\n   :caption: As :cite:p:`gone` has it\n   :name: a\n\n   :cite:p:`no`\n',
      ['gone'],
    ],
    ['.. csv-table:: T :cite:p:`lost`\n   :header: "a", ":cite:p:`gone`"\n\n   "x", "y"\n', ['lost', 'gone']],
    ['.. toctree::\n   :caption: :cite:p:`no`\n\n   b\n', []],
  ] as const)
    assert.deepEqual(await problemsOf('a.rst', files(text)), told, text);
});
