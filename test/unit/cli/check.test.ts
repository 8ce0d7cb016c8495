import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'check-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs the command in a folder with these files. */
function check(name: string, tree: Readonly<Record<string, string>>, ...args: string[]) {
  const here = path.join(folder, name);
  for (const [file, text] of Object.entries(tree)) {
    fs.mkdirSync(path.dirname(path.join(here, file)), { recursive: true });
    fs.writeFileSync(path.join(here, file), text);
  }
  const run = spawnSync(process.execPath, [path.resolve('src/cli/run.mjs'), 'check', ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: here },
  });
  return { status: run.status, lines: run.stdout.split('\n').filter(Boolean), error: run.stderr };
}

const paper = '---\nbibliography: refs.bib\n---\n\nAs “é” @known and [@gone] say.\n';
const refs = '@misc{known,\n  title = {On It}\n}\n';

test('problems are told as compilers do, and the status says whether there are any', () => {
  const { status, lines } = check('text', { 'docs/paper.md': paper, 'docs/refs.bib': refs });
  assert.deepEqual(lines, ['docs/paper.md:5:21: The key “gone” is in no bibliography of this document.']);
  assert.equal(status, 1);
  assert.equal(check('fine', { 'paper.md': paper.replace('[@gone] ', ''), 'refs.bib': refs }).status, 0);
});

test('as JSON, with codes and keys, broken entries included', () => {
  const broken = `${refs}\n@book{other,\n  title = {A} year = 2020\n}\n@misc{known, title = {Again}}\n`;
  const tree = {
    'main.tex':
      '\\documentclass{article}\\begin{document}\\cite{known,gone}\\bibliography{refs,lost}\\end{document}',
    'a.md': paper,
    'refs.bib': broken,
  };
  const { lines, status } = check('json', tree, '--json');
  const told = lines.map(line => JSON.parse(line));
  assert.deepEqual(
    told.map(({ file, line, column, severity, code, key }) => [file, line, column, severity, code, key]),
    [
      ['a.md', 5, 21, 'warning', 'undefined-key', 'gone'],
      ['main.tex', 1, 76, 'warning', 'missing-bibliography', undefined],
      ['refs.bib', 6, 3, 'error', 'missing-comma', undefined],
      ['refs.bib', 8, 1, 'warning', 'duplicate-key', 'known'],
    ],
  );
  assert.match(told[1].message, /“lost(\.bib)?” is missing/);
  assert.equal(status, 1);
});

test('a pipe where a bibliography should be is told, and nobody waits for what it never gives', {
  skip: process.platform === 'win32',
}, () => {
  const tree = { 'paper.md': paper };
  fs.mkdirSync(path.join(folder, 'pipes'));
  for (const name of ['refs.bib', 'notes.md', '_quarto.yml'])
    spawnSync('mkfifo', [path.join(folder, 'pipes', name)]);
  const { lines, status } = check('pipes', tree);
  assert.match(lines.join('\n'), /paper\.md:2:15: The bibliography “refs\.bib” could not be read/);
  assert.equal(status, 1);
});

test('a document that is too large to be read is told, and costs no other', () => {
  fs.mkdirSync(path.join(folder, 'large'));
  fs.writeFileSync(path.join(folder, 'large', 'data.md'), '');
  fs.truncateSync(path.join(folder, 'large', 'data.md'), 600_000_000);
  const { lines, status } = check('large', { 'paper.md': paper, 'refs.bib': refs });
  assert.match(lines[0]!, /^data\.md:1:1: .*data\.md is larger than 511 MB/);
  assert.match(lines[1]!, /^paper\.md:5:21: The key “gone”/);
  assert.equal(status, 1);
});

test('where a citation is still missing, no key is undefined', () => {
  const text = String.raw`\documentclass{article}\begin{document}
\cite{?} \parencite{TODO} \citep{known,?} \todo{cite} \cite{CITE} \cite{gone}
\bibliography{refs}\end{document}`;
  const tree = {
    'main.tex': text,
    'paper.md': '---\nbibliography: refs.bib\n---\n\nSo [@todo], [@known; @xxx] and [@mine].\n',
    'refs.bib': refs,
    '.vscode/settings.json': JSON.stringify({
      'literature.placeholders': [String.raw`\cite{CITE}`, '[@mine]'],
    }),
  };
  assert.deepEqual(check('placeholders', tree).lines, [
    'main.tex:2:73: The key “gone” is in no bibliography of this document.',
  ]);
});

test('what a project ignores or does not render is passed over in folders, not where it is named', () => {
  const tree = {
    '_quarto.yml': 'project:\n  type: website\nbibliography: refs.bib\n',
    'refs.bib': refs,
    'index.qmd': '@known\n',
    'README.md': 'Thanks to @alice.\n',
    '_drafts/a.qmd': '---\nbibliography: lost.bib\n---\n',
    '.git/HEAD': '',
    '.gitignore': 'build/\n*.old.md\n!keep.old.md\n',
    'build/b.md': paper,
    'c.old.md': paper,
    'node_modules/x/d.md': paper,
  };
  assert.deepEqual(check('project', tree).lines, []);
  assert.equal(check('project', {}, 'c.old.md').lines.length, 1);
  assert.match(check('project', {}, '_drafts').lines.join(), /^$/);
  assert.match(check('project', {}, '_drafts/a.qmd').lines.join(), /lost\.bib/);
  assert.match(check('project', { 'keep.old.md': paper }).lines.join(), /^keep\.old\.md:5/);
});

test('files that Git keeps are checked though a rule names them, in every version of its list', {
  skip: spawnSync('git', ['--version']).status !== 0,
}, () => {
  const tree = {
    'refs.bib': refs,
    '.gitignore': 'theory/\n*.draft.md\n',
    'theory/kept/é.md': paper.replace('refs.bib', '../../refs.bib'),
    'theory/kept/other.md': paper.replace('refs.bib', '../../refs.bib'),
    'theory/made.md': paper,
    'a.draft.md': paper,
    'b.draft.md': paper,
  };
  check('kept', tree);
  const git = (...args: string[]) => spawnSync('git', args, { cwd: path.join(folder, 'kept') });
  git('init', '-q');
  git('add', '-f', '.gitignore', 'theory/kept', 'b.draft.md', 'refs.bib');
  for (const version of ['2', '4']) {
    git('update-index', '--index-version', version);
    const told = check('kept', {}).lines.map(line => line.split(':')[0]);
    assert.deepEqual(told, ['b.draft.md', 'theory/kept/other.md', 'theory/kept/é.md']);
    assert.equal(check('kept', {}, 'theory').lines.length, 2);
  }
  fs.writeFileSync(path.join(folder, 'kept/.git/index'), 'DIRC\0\0\0\x04\0\0\xff\xffshort');
  assert.deepEqual(check('kept', {}).lines, []);
});

test('what R copies when it builds a package is passed over in folders, and the sources are not', () => {
  const vignette = (key: string) =>
    `\\documentclass{article}\\begin{document}\\cite{${key}}\\bibliography{refs}\\end{document}`;
  const tree = {
    DESCRIPTION: 'Package: mine\n',
    'vignettes/a.Rnw': vignette('gone'),
    'vignettes/refs.bib': refs,
    'inst/doc/a.Rnw': vignette('gone'),
  };
  const { lines } = check('package', tree);
  assert.deepEqual(lines, ['vignettes/a.Rnw:1:46: The key “gone” is in no bibliography of this document.']);
  const old = {
    DESCRIPTION: 'Package: old\n',
    'inst/doc/a.Rnw': vignette('gone'),
    'inst/doc/refs.bib': refs,
  };
  assert.match(check('old-package', old).lines.join(), /^inst\/doc\/a\.Rnw:1:46/);
});

test('what was made of another document is passed over in folders', () => {
  const tex = (head: string) =>
    `${head}\\documentclass{article}\n\\begin{document}\\cite{gone}\\bibliography{refs}\\end{document}`;
  const tree = {
    'paper.qmd': paper,
    'paper.tex': tex('% Options for packages loaded elsewhere\n'),
    'hand.tex': tex(''),
    '_build/copy.md': paper,
    'refs.bib': refs,
  };
  const { lines } = check('made', tree);
  assert.deepEqual(
    lines.map(line => line.split(':')[0]),
    ['hand.tex', 'paper.qmd'],
  );
  assert.match(check('made', {}, 'paper.tex').lines.join(), /“gone”/);
});

test('a project file that names a bibliography in vain is told of once', () => {
  const tree = {
    '_quarto.yml': 'project:\n  type: website\nbibliography: gone.bib\n',
    'a.qmd': '@x\n',
    'b.qmd': '@y\n',
  };
  const { lines } = check('vain', tree);
  assert.deepEqual(lines, [
    '_quarto.yml:3:15: The bibliography “gone.bib” is missing: there is no such file.',
  ]);
});

test('settings of the workspace that apply to reading apply', () => {
  const tree = {
    '.vscode/settings.json': `{
      // commands of our own
      "literature.latex.citationCommands": ["see"],
      "literature.bibliographies.default": ["\${workspaceFolder}/all.bib"],
      "literature.diagnostics.undefinedKey": "information", /* for now */
    }`,
    'all.bib': refs,
    'main.tex': '\\documentclass{article}\\begin{document}\\see{gone}\\bibliography{all}\\end{document}',
    'note.md': '@known and @nobody\n',
  };
  const { status, lines } = check('settings', tree, '--json');
  assert.deepEqual(
    lines.map(line => JSON.parse(line)).map(({ file, key, severity }) => `${file} ${key} ${severity}`),
    ['main.tex gone information', 'note.md nobody information'],
  );
  assert.equal(status, 0);
});

test('what cannot run says why and ends with 2', () => {
  const cases: [string[], RegExp][] = [
    [['nothing.md'], /no file or folder nothing\.md/],
    [['--nonsense'], /Usage: npm run -s check/],
    [['data.bin'], /neither a document/],
  ];
  for (const [args, error] of cases) {
    const ran = check('errors', { 'data.bin': 'x' }, ...args);
    assert.equal(ran.status, 2);
    assert.match(ran.error, error);
  }
  assert.equal(check('bad', { '.vscode/settings.json': '{ "a": ', 'a.md': 'x' }).status, 2);
});

test('MyST, reStructuredText and notebooks are checked as their programs read them', () => {
  const cells = [
    { cell_type: 'raw', source: ['---\n', 'bibliography: refs.bib\n', '---\n'] },
    { cell_type: 'code', source: '@jit' },
    { cell_type: 'markdown', source: ['# Title\n', '\n', 'As @known and @gone say.'] },
  ];
  const tree = {
    'book/_config.yml': 'bibtex_bibfiles:\n  - refs.bib\n',
    'book/_toc.yml': 'root: page\n',
    'book/page.md': 'As {cite:t}`known` and {cite}`gone` say, @jit.\n\n```{code-cell}\n@jit\n```\n',
    'book/refs.bib': refs,
    'docs/conf.py': 'bibtex_bibfiles = ["refs.bib"]\n',
    'docs/page.rst': 'As :cite:t:`known` and :cite:p:`gone` say.\n\n.. code::\n\n   :cite:`no`\n',
    'docs/refs.bib': refs,
    'nb/page.ipynb': JSON.stringify({ nbformat: 4, cells }),
    'nb/refs.bib': refs,
    'nb/torn.ipynb': '{"cells": [',
  };
  const { lines } = check('places', tree, '--json');
  assert.deepEqual(
    lines
      .map(line => JSON.parse(line))
      .map(({ file, line, column, cell, code, key }) => [file, cell, line, column, code, key]),
    [
      ['book/page.md', undefined, 1, 31, 'undefined-key', 'gone'],
      ['docs/page.rst', undefined, 1, 33, 'undefined-key', 'gone'],
      ['nb/page.ipynb', 3, 3, 16, 'undefined-key', 'gone'],
      ['nb/torn.ipynb', undefined, 1, 1, 'unreadable-document', undefined],
    ],
  );
});

test('one work under two keys is told, as information that fails nothing', () => {
  const entry = (key: string, doi: string) => `@misc{${key},\n  title = {On It},\n  doi = {${doi}}\n}\n`;
  const tree = { 'refs.bib': entry('a', '10.1000/x') + entry('b', 'https://doi.org/10.1000/X') };
  const { lines, status } = check('same', tree, '--json');
  const [told, ...others] = lines.map(line => JSON.parse(line));
  assert.deepEqual([told.code, told.severity, told.line], ['same-work', 'information', 5]);
  assert.deepEqual(others, []);
  assert.equal(status, 0);
});

test('entries with a DOI each are two works, whatever else a program wrote into both', () => {
  const bib =
    '@misc{a, title={One}, doi={10.1000/a}, eprint={1011.1669}, archiveprefix={arXiv}}\n@misc{b, title={Two}, doi={10.1000/b}, eprint={1011.1669}, archiveprefix={arXiv}}\n';
  assert.deepEqual(check('two-works', { 'refs.bib': bib }).lines, []);
  assert.match(
    check('one-work', { 'refs.bib': bib.replace('/b', '/a') }).lines.join(),
    /“b” is the same work as “a”/,
  );
});

test('a notebook is told of cell by cell', () => {
  const cell = (source: string) => ({ cell_type: 'markdown', metadata: {}, source });
  const cells = [cell('---\nbibliography: refs.bib\n---'), cell('one\n\n@gone1'), cell('@gone2')];
  const tree = { 'a.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) };
  const { lines } = check('cells', { ...tree, 'refs.bib': refs });
  assert.deepEqual(
    lines.map(line => line.split(': The ')[0]),
    ['a.ipynb:3:2: cell 2', 'a.ipynb:1:2: cell 3'],
  );
});
