import assert from 'node:assert/strict';
import http from 'node:http';
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

async function open(base: string) {
  const workbench = await Workbench.open({
    files,
    settings: {
      'literature.catalogs.endpoints': { crossref: base },
      'literature.catalogs.services': ['crossref'],
      'literature.collection.enabled': false,
    },
  });
  // Offers come from an extension that has begun.
  await workbench.openFile('paper.md');
  await workbench.page.locator('.statusbar-item', { hasText: '1 reference' }).waitFor();
  return workbench;
}

/** Puts text on the clipboard by cutting it out of the document. */
async function cut({ page }: Workbench, text: string): Promise<void> {
  await page.keyboard.type(text);
  for (let at = 0; at < text.length; at++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+X');
}

describe('catalogs are asked when the writer says so', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let closeServer: () => void;
  const { server, urls } = crossref();
  before(async () => {
    const { base, close } = await listening(server);
    closeServer = close;
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
    await cut(workbench, `doi:${lakes.DOI}`);
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
    await cut(workbench, 'https://doi.org/10.1000/nowhere');
    await workbench.run('Literature: Add by Identifier');
    await workbench.titled('Add by Identifier');
    assert.equal(await workbench.quickInput.inputValue(), 'https://doi.org/10.1000/nowhere');
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(urls, []);
  });

  it('a reference as text is found by its words, with how sure that is', async () => {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('Doe B. Lakes of tin. Journal of Lakes 12, 45-67, 2020.');
    await workbench.rows.filter({ hasText: 'Look up this reference' }).click();
    const row = workbench.rows.filter({ hasText: /Lakes of Tin.*% sure/ }).first();
    await row.waitFor();
    assert.match(await row.innerText(), /in your library as doe2020lakes/);
    await workbench.screenshot('reference-as-text');
    await workbench.page.keyboard.press('Escape');
  });
});
