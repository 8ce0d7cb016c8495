import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attachmentPlace,
  byKind,
  isPaperFile,
  jabrefFolders,
} from '../../../../../src/core/library/papers/attachmentPlace';
import { pageInFile } from '../../../../../src/core/library/papers/pageInFile';
import {
  liesInZotero,
  openInZotero,
  selectByKey,
  selectInZotero,
  zoteroPlaceOf,
} from '../../../../../src/core/library/papers/zoteroLinks';

test('paths of attachments are read as programs write them', () => {
  const absolute = (path: string, server?: string) => ({ kind: 'absolute', path, ...(server && { server }) });
  assert.deepEqual(attachmentPlace('papers/a.pdf'), { kind: 'relative', path: 'papers/a.pdf' });
  assert.deepEqual(attachmentPlace('papers\\sub\\a.pdf'), { kind: 'relative', path: 'papers/sub/a.pdf' });
  assert.deepEqual(attachmentPlace('./a b: c.pdf'), { kind: 'relative', path: './a b: c.pdf' });
  assert.deepEqual(attachmentPlace('/home/ann/a.pdf'), absolute('/home/ann/a.pdf'));
  assert.deepEqual(attachmentPlace('D:\\papers\\a.pdf'), absolute('/D:/papers/a.pdf'));
  assert.deepEqual(attachmentPlace('C:/papers/a.pdf'), absolute('/C:/papers/a.pdf'));
  assert.deepEqual(attachmentPlace('\\\\nas\\share\\a.pdf'), absolute('/share/a.pdf', 'nas'));
  assert.deepEqual(attachmentPlace('file:///home/ann/a%20b.pdf'), absolute('/home/ann/a b.pdf'));
  assert.deepEqual(attachmentPlace('~/papers/a.pdf'), { kind: 'home', path: 'papers/a.pdf' });
  assert.deepEqual(attachmentPlace('https://example.org/a.pdf'), {
    kind: 'web',
    url: 'https://example.org/a.pdf',
  });
  assert.deepEqual(attachmentPlace('zotero://open-pdf/library/items/ABCD2345'), {
    kind: 'zotero',
    url: 'zotero://open-pdf/library/items/ABCD2345',
  });
});

test('addresses that run something are no attachments', () => {
  for (const path of [
    'javascript:alert(1)',
    'vscode://x/y',
    'command:foo',
    'data:text/html,x',
    'zotero://other/x',
    '',
  ])
    assert.equal(attachmentPlace(path), undefined, path);
});

test('only papers are handed to other programs', () => {
  for (const path of ['a.pdf', 'a b.PDF', 'x/a.djvu', 'a.epub']) assert.ok(isPaperFile(path), path);
  for (const path of ['a.exe', 'a.desktop', 'a.pdf.sh', 'a.html', 'a.docm', 'pdf', 'a.app'])
    assert.ok(!isPaperFile(path), path);
});

test('PDFs come first', () => {
  const paths = ['a.html', 'b.pdf', 'c.txt', 'https://x.org/d.pdf#page=2'].map(path => ({ path }));
  assert.deepEqual(
    byKind(paths).map(({ path }) => path),
    ['b.pdf', 'https://x.org/d.pdf#page=2', 'a.html', 'c.txt'],
  );
});

test('JabRef says in the file where its papers are', () => {
  const bib =
    '@Comment{jabref-meta: databaseType:bibtex;}\n@Comment{jabref-meta: fileDirectory:papers;}\n@Comment{jabref-meta: fileDirectory-ann-desk:C\\:\\\\papers;}\n';
  assert.deepEqual(jabrefFolders(bib), ['C:\\papers', 'papers']);
  assert.deepEqual(jabrefFolders('@misc{a, title={fileDirectory}}'), []);
});

test('a locator leads to a page of the file', () => {
  assert.equal(pageInFile('p. 12', undefined), 12);
  assert.equal(pageInFile('pp. 12–14', undefined), 12);
  assert.equal(pageInFile('12', undefined), 12);
  assert.equal(pageInFile('p.~12', undefined), 12);
  assert.equal(pageInFile('S. 12', undefined), 12);
  assert.equal(pageInFile('p. 345', '340-360'), 6);
  assert.equal(pageInFile('345', '340--60'), 6);
  assert.equal(pageInFile('p. 3', '340-360'), 3);
  assert.equal(pageInFile('p. 400', '340-360'), 400);
  assert.equal(pageInFile('p. 345', 'e340'), 345);
  assert.equal(pageInFile('chap. 2', '340-360'), undefined);
  assert.equal(pageInFile('sec. 12', undefined), undefined);
  assert.equal(pageInFile(undefined, '340-360'), undefined);
});

test('Zotero is asked for items by its own addresses', () => {
  const mine = { library: 'users/0', item: 'ABCD2345' };
  const ours = { library: 'groups/42', item: 'ABCD2345' };
  assert.equal(selectInZotero(mine), 'zotero://select/library/items/ABCD2345');
  assert.equal(selectInZotero(ours), 'zotero://select/groups/42/items/ABCD2345');
  assert.equal(openInZotero(mine, true, 3), 'zotero://open-pdf/library/items/ABCD2345?page=3');
  assert.equal(openInZotero(ours, false, undefined), 'zotero://open/groups/42/items/ABCD2345');
  assert.equal(selectByKey('roe/2020'), 'zotero://select/items/@roe%2F2020');
  assert.deepEqual(zoteroPlaceOf({ id: 'a', type: 'book', custom: { zotero: mine } }), mine);
  assert.equal(
    zoteroPlaceOf({ id: 'a', type: 'book', custom: { zotero: { library: 'users/0', item: '../x' } } }),
    undefined,
  );
  assert.equal(zoteroPlaceOf({ id: 'a', type: 'book' }), undefined);
  assert.ok(liesInZotero('/home/ann/Zotero/storage/ABCD2345/Roe.pdf'));
  assert.ok(liesInZotero('C:\\Users\\ann\\Zotero\\storage\\ABCD2345\\Roe.pdf'));
  assert.ok(!liesInZotero('/home/ann/papers/Roe.pdf'));
});
