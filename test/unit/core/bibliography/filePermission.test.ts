import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isInFolder,
  mayRead,
  type WrittenKind,
  writePermission,
} from '../../../../src/core/bibliography/write/filePermission';

const root = '/home/u/thesis';

function decision(
  path: string,
  { target = path, trusted = true, kind = 'bibliography' as WrittenKind } = {},
) {
  const permission = writePermission({ kind, path, target, roots: [root], trusted });
  return typeof permission === 'string' ? permission : 'refused';
}

test('what is written, where, and whether somebody is asked before', () => {
  const table: [path: string, decision: string][] = [
    [`${root}/refs.bib`, 'free'],
    [`${root}/refs/ALL.BIB`, 'free'],
    [`${root}/refs.biblatex`, 'free'],
    [`${root}/refs.json`, 'free'],
    [`${root}/refs.yaml`, 'free'],
    [`${root}/refs.ris`, 'free'],
    // Outside, or where programs are configured
    ['/home/u/refs.bib', 'ask'],
    ['/home/u/thesis2/refs.bib', 'ask'],
    ['/refs.bib', 'ask'],
    [`${root}/.vscode/tasks.json`, 'ask'],
    [`${root}/.github/workflows/build.yml`, 'ask'],
    [`${root}/.eslintrc.json`, 'ask'],
    // No bibliographies
    [`${root}/_quarto.yml`, 'refused'],
    [`${root}/chapters/_metadata.yaml`, 'refused'],
    ['/home/u/.bashrc', 'refused'],
    ['/home/u/.profile', 'refused'],
    [`${root}/Makefile`, 'refused'],
    [`${root}/run.sh`, 'refused'],
    [`${root}/refs.bib.sh`, 'refused'],
    [`${root}/refs.bib/`, 'refused'],
    [`${root}/bib`, 'refused'],
    [`${root}/.bib`, 'refused'],
    [`${root}/a.bib\n`, 'refused'],
    [`${root}/paper.md`, 'refused'],
  ];
  for (const [path, expected] of table) {
    assert.equal(decision(path), expected, path);
    assert.equal(decision(path, { trusted: false }), 'refused', `${path}, not trusted`);
  }
});

test('it counts where links lead', () => {
  assert.equal(decision(`${root}/refs.bib`, { target: '/home/u/.bashrc' }), 'refused');
  assert.equal(decision(`${root}/refs.bib`, { target: '/home/u/library.bib' }), 'ask');
  assert.equal(decision(`${root}/refs`, { target: '/home/u/library.bib' }), 'refused');
  assert.equal(decision('/elsewhere/refs.bib', { target: `${root}/refs.bib` }), 'free');
});

test('documents that are made to name a bibliography', () => {
  assert.equal(decision(`${root}/thesis.tex`, { kind: 'document' }), 'free');
  assert.equal(decision('/home/u/other.tex', { kind: 'document' }), 'ask');
  assert.equal(decision('/home/u/.bashrc', { kind: 'document' }), 'refused');
  assert.equal(decision(`${root}/refs.bib`, { kind: 'document' }), 'refused');
});

test('the reasons are for people', () => {
  const request = { kind: 'bibliography', path: '/a/.bashrc', target: '/a/.bashrc', roots: [] } as const;
  const untrusted = writePermission({ ...request, trusted: false });
  const noBibliography = writePermission({ ...request, trusted: true });
  assert.match((untrusted as { refusal: string }).refusal, /Restricted Mode/);
  assert.match((noBibliography as { refusal: string }).refusal, /\.bib/);
});

test('what lies in a folder', () => {
  assert.ok(isInFolder('/a/b/c', '/a/b'));
  assert.ok(isInFolder('/a/b/c', '/a/b/'));
  assert.ok(isInFolder('/a', '/'));
  assert.ok(!isInFolder('/a/bc', '/a/b'));
  assert.ok(!isInFolder('/a/b', '/a/b'));
  assert.ok(isInFolder('/C:/a/refs.bib', '/c:/a'));
});

test('in Restricted Mode nothing outside the workspace is read', () => {
  const roots = [root];
  assert.ok(mayRead({ path: `${root}/a/refs.bib`, roots, trusted: false }));
  assert.ok(!mayRead({ path: '/home/u/refs.bib', roots, trusted: false }));
  assert.ok(!mayRead({ path: '/etc/passwd', roots, trusted: false }));
  assert.ok(mayRead({ path: '/home/u/refs.bib', roots, trusted: true }));
});
