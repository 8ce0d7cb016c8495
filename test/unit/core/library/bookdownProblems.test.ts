import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, check, problemsOf, type Tree } from './checkTree';

const index = '---\nsite: bookdown::bookdown_site\nbibliography: refs.bib\n---\n';

function book(config: string, file: string): Tree {
  return { '_bookdown.yml': config, 'index.Rmd': index, [file]: 'By @gone.', 'refs.bib': bib('known') };
}

test('bookdown makes chapters of the files it is told of, else of those in its folder', async () => {
  for (const [config, file, isChapter] of [
    ['', 'one.Rmd', true],
    ['', '_one.Rmd', false],
    ['', 'sub/one.Rmd', false],
    ['', 'one.md', false],
    ['rmd_files: [index.Rmd, one.Rmd]', 'one.Rmd', true],
    ['rmd_files: ["index.Rmd"]', 'one.Rmd', false],
    ['rmd_files:\n  html: [index.Rmd]\n  latex: [index.Rmd, ./one.Rmd]', 'one.Rmd', true],
    ['rmd_files: [index.Rmd, _one.Rmd, sub/two.Rmd]', 'sub/two.Rmd', true],
    ['rmd_files: [index.Rmd, _one.Rmd]', '_one.Rmd', true],
    ['rmd_subdir: true', 'sub/one.Rmd', true],
    ['rmd_subdir: true', 'sub/_one.Rmd', false],
    ['rmd_subdir: ["sub/"]', 'sub/one.Rmd', true],
    ['rmd_subdir: [sub]', 'other/one.Rmd', false],
    ['rmd_files: [index.Rmd]\nrmd_subdir: [sub]', 'sub/one.Rmd', true],
  ] as const) {
    assert.deepEqual(
      await problemsOf(file, book(config, file)),
      isChapter ? ['gone'] : [],
      `${config} ${file}`,
    );
    const { found } = await check(file, book(config, file));
    assert.equal(found.isNotRendered === true, !isChapter, `${config} ${file}`);
  }
  // What a chapter takes in is a part of it.
  const child = { ...book('', '_one.Rmd'), 'one.Rmd': '```{r child="_one.Rmd"}\n```\n' };
  assert.deepEqual(await problemsOf('_one.Rmd', child), ['gone']);
});

test('the chapters of a book are those its file names, in that order, the first one first', async () => {
  const tree = {
    ...book('rmd_files: [two.Rmd, index.Rmd, one.Rmd]', 'one.Rmd'),
    'two.Rmd': '',
    'three.Rmd': '',
  };
  const { found } = await check('one.Rmd', tree);
  assert.deepEqual(found.members, ['/w/index.Rmd', '/w/two.Rmd', '/w/one.Rmd']);
});
