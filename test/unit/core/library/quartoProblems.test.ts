import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, check, problemsOf, type Tree } from './checkTree';

test('what a profile of a project names is known', async () => {
  const page: Tree = {
    'a.qmd': '@known @printed @gone',
    'refs.bib': bib('known'),
    'print.bib': bib('printed'),
  };
  const project = 'project:\n  type: website\n';
  for (const [name, yaml] of [
    ['_quarto-print.yml', 'bibliography: print.bib\n'],
    ['_quarto-print.yaml', 'bibliography: [refs.bib, print.bib]\n'],
    ['_quarto-print.yml', 'format:\n  pdf:\n    bibliography: print.bib\n'],
    ['_quarto-print.yml', 'metadata-files: [more.yml]\n'],
    ['_quarto-print.yml', 'references:\n  - id: printed\n    type: book\n'],
    ['_quarto.yml.local', 'bibliography: print.bib\n'],
    ['_quarto-print.yml.local', 'bibliography: print.bib\n'],
  ] as const) {
    const tree: Tree = {
      ...page,
      '_quarto.yml': `${project}profile:\n  default: basic\n  group: [basic, print]\nbibliography: refs.bib\n`,
      [name]: yaml,
      'more.yml': 'bibliography: print.bib\n',
    };
    assert.deepEqual(await problemsOf('a.qmd', tree), ['gone'], name);
  }
  const only: Tree = { ...page, '_quarto.yml': project, '_quarto-print.yml': 'bibliography: print.bib' };
  assert.deepEqual(await problemsOf('a.qmd', only), ['known', 'gone']);
  const another: Tree = {
    ...page,
    '_quarto.yml': `${project}bibliography: refs.bib`,
    '_quartoprint.yml': 'bibliography: print.bib',
  };
  assert.deepEqual(await problemsOf('a.qmd', another), ['printed', 'gone']);
});

test('profiles are alternatives: both may define a key', async () => {
  const tree: Tree = {
    'a.qmd': '@known @gone',
    '_quarto.yml': 'project:\n  type: book\n',
    '_quarto-de.yml': 'bibliography: de.bib\nbook:\n  chapters: [a.qmd]\n',
    '_quarto-en.yml': 'bibliography: en.bib\nbook:\n  chapters: [b.qmd]\n',
    'de.bib': bib('known'),
    'en.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('a.qmd', tree), ['gone']);
});

test('what a profile alone renders is checked, and what it names and is not there is told in its file', async () => {
  const tree: Tree = {
    'index.qmd': '',
    'more.qmd': '@known @gone',
    'draft.qmd': '@gone',
    '_quarto.yml': 'bibliography: refs.bib\nbook:\n  chapters: [index.qmd]\n',
    '_quarto-long.yml': 'book:\n  chapters: [more.qmd]\n',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('more.qmd', tree), ['gone']);
  assert.deepEqual(await problemsOf('draft.qmd', tree), []);
  const { inProjectFiles } = await check('more.qmd', {
    ...tree,
    '_quarto-long.yml': 'bibliography: no.bib\n',
  });
  assert.deepEqual(
    inProjectFiles.map(({ file, problem }) => [file, problem.code]),
    [['/w/_quarto-long.yml', 'missing-bibliography']],
  );
});
