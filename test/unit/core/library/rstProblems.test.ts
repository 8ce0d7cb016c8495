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
