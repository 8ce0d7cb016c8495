import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { listening } from '../support/listening';
import { Workbench } from './workbench';

const lakes = {
  DOI: '10.1000/lake.2',
  type: 'journal-article',
  title: ['Lakes of Tin'],
  author: [{ given: 'Bo', family: 'Doe' }],
  'container-title': ['Journal of Lakes'],
  issued: { 'date-parts': [[2020, 5]] },
  volume: '12',
  page: '45-67',
  abstract: '<jats:p>Lakes lie.</jats:p>',
};

/** Crossref as far as these tests need it. */
function crossref() {
  const urls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '').replaceAll('+', ' ');
    urls.push(url);
    const body = url.startsWith(`/works/${lakes.DOI}`)
      ? { message: lakes }
      : url.includes('query.bibliographic=')
        ? { message: { items: [lakes] } }
        : undefined;
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    response.end(body ? JSON.stringify(body) : 'Resource not found.');
  });
  return { server, urls };
}

const files = {
  'paper.md': '---\nbibliography: refs.bib\n---\n\nAs said\n',
  'refs.bib':
    '@article{own2019,\n  author = {Own, Al},\n  title = {A river of one’s own},\n  year = {2019}\n}\n',
};

async function open(base: string, more: { settings?: object; restricted?: boolean } = {}) {
  const workbench = await Workbench.open({
    files,
    ...(more.restricted && { restricted: true }),
    settings: {
      'security.workspace.trust.startupPrompt': 'never',
      'literature.catalogs.endpoints': { crossref: base },
      'literature.catalogs.services': ['crossref'],
      'literature.collection.enabled': false,
      ...more.settings,
    },
  });
  // Offers come from an extension that has begun.
  await workbench.openFile('paper.md');
  await workbench.page.locator('.statusbar-item', { hasText: '1 reference' }).waitFor();
  return workbench;
}

/** Asks for an identifier that no service has, until that is told. */
async function lookUpNothing(workbench: Workbench): Promise<void> {
  await workbench.run('Literature: Add by Identifier');
  await workbench.titled('Add by Identifier');
  await workbench.quickInput.fill('10.1000/nowhere');
  // Into the box, whatever else took the focus meanwhile.
  await workbench.quickInput.press('Enter');
  await workbench.takeNotice('Crossref has no such work');
}

/** Waits until the answer about that work, of this server, is kept in the storage of some window. */
async function keptOnDisk(base: string, id: string): Promise<void> {
  const storage = 'user-data/User/globalStorage/literature-lookup.literature-lookup/catalogs.json';
  const holds = (folder: string) => {
    const file = path.join(os.tmpdir(), folder, storage);
    const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    return kept.includes(base) && kept.includes(id);
  };
  const folders = () => fs.readdirSync(os.tmpdir()).filter(name => name.startsWith('literature-vscode-'));
  while (!folders().some(holds)) await new Promise(resolve => setTimeout(resolve, 100));
}

describe('catalogs are asked when the writer says so, and not again', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let closeServer: () => void;
  let address: string;
  const { server, urls } = crossref();
  before(async () => {
    const { base, close } = await listening(server);
    [address, closeServer] = [base, close];
    workbench = await open(base);
  });
  beforeEach(() => {
    urls.length = 0;
  });
  after(async () => {
    await workbench.close();
    closeServer();
  });

  it('what is pasted stays as it is, and the citation is offered beside it', async () => {
    const { page } = workbench;
    await workbench.goTo(5, 8);
    await page.keyboard.type(' ');
    await workbench.cut(`doi:${lakes.DOI}`);
    await page.keyboard.press('Control+V');
    await page.locator('.view-line', { hasText: `As said doi:${lakes.DOI}` }).waitFor();
    assert.deepEqual(urls, []);
    await page.locator('.post-edit-widget').click();
    const offer = page.locator('.action-widget .monaco-list-row', { hasText: `Cite ${lakes.DOI}` });
    await offer.waitFor();
    await workbench.screenshot('paste-offers-to-cite');
    assert.deepEqual(urls, [], 'an offer asks nobody');
    await offer.click();
    await page.locator('.view-line', { hasText: 'As said [@doe2020lakes]' }).waitFor();
    await workbench.fileWith('refs.bib', /@article\{doe2020lakes,/);
  });

  it('the command is ready with what the clipboard holds', async () => {
    await workbench.goToEnd();
    await workbench.cut('https://doi.org/10.1000/nowhere');
    await workbench.run('Literature: Add by Identifier');
    await workbench.titled('Add by Identifier');
    assert.equal(await workbench.quickInput.inputValue(), 'https://doi.org/10.1000/nowhere');
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(urls, []);
  });

  it('a reference as text is found by its words, with how sure that is', async () => {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('Doe B. Lakes of tin. Journal of Lakes 12, 45-67, 2020.');
    const asking = workbench.rows.filter({ hasText: 'Look up this reference' });
    await asking.waitFor();
    const row = workbench.rows.filter({ hasText: /Lakes of Tin.*% sure/ }).first();
    // It stays where it is while the library is searched, and ranked anew.
    assert.match(await workbench.rows.first().innerText(), /Look up this reference/);
    await asking.click();
    await row.waitFor();
    assert.match(await row.innerText(), /in your library as doe2020lakes/);
    // It goes before what the library has of these words, and Enter takes it.
    assert.match(await workbench.rows.first().innerText(), /Lakes of Tin/);
    await workbench.page.locator('.monaco-list-row.focused', { hasText: '% sure' }).waitFor();
    await workbench.screenshot('reference-as-text');
    await workbench.page.keyboard.press('Escape');
  });

  it('a reference that holds a DOI is that work, and no other', async () => {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill(
      'Own A. A river of one’s own. Journal of Rivers 1, 2019. https://doi.org/10.1000/nowhere',
    );
    const asking = workbench.rows.filter({ hasText: 'Look up 10.1000/nowhere' });
    await asking.waitFor();
    assert.equal(await workbench.rows.filter({ hasText: 'A river of one' }).count(), 0);
    await workbench.quickInput.fill(`Doe B. Lakes of tin. Journal of Lakes 12, 2020. doi: ${lakes.DOI}.`);
    await asking.waitFor({ state: 'detached' });
    const row = workbench.rows.filter({ hasText: 'Lakes of Tin' }).first();
    await row.waitFor();
    assert.equal(await workbench.rows.filter({ hasText: 'A river of one' }).count(), 0);
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(urls, []);
  });

  it('what was answered is not asked again, also in another session, until caches are cleared', async () => {
    await lookUpNothing(workbench);
    assert.equal(urls.length, 1);
    await lookUpNothing(workbench);
    assert.equal(urls.length, 1);
    await keptOnDisk(address, 'nowhere');
    await workbench.page.reload();
    await workbench.page.locator('.statusbar-item', { hasText: / references?/ }).waitFor();
    await lookUpNothing(workbench);
    assert.equal(urls.length, 1, 'kept on disk');
    await workbench.run('Literature: Clear Caches');
    await workbench.notifications.filter({ hasText: 'are cleared' }).first().waitFor();
    await lookUpNothing(workbench);
    assert.equal(urls.length, 2);
  });
});

describe('catalogs that may not be asked are not', { timeout: 600_000 }, () => {
  for (const [where, more, told] of [
    ['switched off', { settings: { 'literature.catalogs.enabled': false } }, 'Catalogs are switched off'],
    ['in Restricted Mode', { restricted: true }, 'Catalogs are not asked in Restricted Mode'],
  ] as const)
    it(where, async () => {
      const { server, urls } = crossref();
      const { base, close } = await listening(server);
      const workbench = await open(base, more);
      try {
        const { page } = workbench;
        await workbench.run('Literature: Add by Identifier');
        await workbench.notifications.filter({ hasText: told }).first().waitFor();
        await workbench.goTo(5, 8);
        await page.keyboard.press('Shift+Alt+L');
        await workbench.quickInput.fill('river');
        await workbench.rows.filter({ hasText: 'A river of one' }).first().waitFor();
        assert.equal(await workbench.rows.filter({ hasText: 'Search Crossref' }).count(), 0);
        await workbench.quickInput.fill(lakes.DOI);
        await workbench.rows.filter({ hasText: 'A river of one' }).first().waitFor({ state: 'detached' });
        assert.equal(await workbench.rows.filter({ hasText: 'Look up' }).count(), 0);
        await page.keyboard.press('Escape');
        assert.deepEqual(urls, []);
        assert.equal(workbench.read('refs.bib'), files['refs.bib']);
      } finally {
        await workbench.close();
        close();
      }
    });
});
