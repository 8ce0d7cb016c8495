import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { listening } from '../support/listening';
import { Workbench } from './workbench';

const paper = {
  id: 'http://zotero.org/users/1/items/AAAA1111',
  type: 'article-journal',
  title: 'Counting the tides of small harbours',
  author: [{ family: 'Roe', given: 'Ann' }],
  issued: { 'date-parts': [[2001]] },
  abstract: 'Tides were counted in eleven harbours.',
  'citation-key': 'roe2001',
};
const children = [
  {
    key: 'NNNN1111',
    data: {
      itemType: 'note',
      note: '<h1>Why it matters</h1><p>The method of chapter two. <a href="command:workbench.action.quit">Quit</a></p>',
    },
  },
];

/** What Zotero's local API answers, by the beginning of the path. */
const answers: readonly (readonly [path: string, answer: unknown])[] = [
  ['/api/users/0/groups', []],
  ['/api/users/0/collections', [{ key: 'CCCC1111', data: { key: 'CCCC1111', name: 'Thesis' } }]],
  ['/api/users/0/items/AAAA1111/children', children],
  ['/api/users/0/items/top?format=csljson', { items: [paper] }],
  [
    '/api/users/0/items/top?include=data',
    [{ key: 'AAAA1111', data: { collections: ['CCCC1111'], tags: [{ tag: 'to read' }] } }],
  ],
  ['/api/users/0/items?', [{ key: 'AAAA1111', data: { dateModified: '2024-05-31T10:00:00Z' } }]],
];

describe('a writer with Zotero', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let closeServer: () => void;
  const zotero = http.createServer((request, response) => {
    const answer = answers.find(([path]) => request.url?.startsWith(path))?.[1];
    response.writeHead(answer === undefined ? 404 : 200, {
      'Content-Type': 'application/json',
      'Total-Results': '1',
      'Last-Modified-Version': '7',
    });
    response.end(JSON.stringify(answer ?? 'No endpoint found'));
  });
  before(async () => {
    const { base, close } = await listening(zotero);
    closeServer = close;
    workbench = await Workbench.open({
      files: { 'paper.md': '---\nbibliography: refs.bib\n---\n\nText\n', 'refs.bib': '' },
      settings: {
        'literature.zotero.enabled': true,
        'literature.zotero.host': base,
      },
    });
  });
  after(async () => {
    await workbench.close();
    closeServer();
  });

  it('finds a paper by its collection, and reads what they noted of it on its page', async () => {
    await workbench.activityBarItem('Literature').click();
    await workbench.run('Literature: Group by Collection');
    await workbench.treeRows.filter({ hasText: 'Thesis' }).first().waitFor();
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('harbours collection:thesis');
    const row = workbench.rows.filter({ hasText: 'Counting the tides' }).first();
    await row.waitFor();
    await workbench.page.keyboard.press('Escape');
    const found = workbench.treeRows.filter({ hasText: 'Roe 2001' }).first();
    await workbench.treeRows.filter({ hasText: 'Thesis' }).first().click();
    await found.click();
    const notes = workbench.page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .locator('section.notes');
    await notes.filter({ hasText: 'Why it matters: The method of chapter two. Quit' }).waitFor();
    await workbench.screenshot('zotero');
    assert.equal(await notes.locator('a').count(), 0, 'what a note says is text');
  });
});
