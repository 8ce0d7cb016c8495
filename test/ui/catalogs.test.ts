import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { listening } from '../support/listening';
import { Workbench } from './workbench';

const doi = '10.1000/river.1';
/** What `refs.bib` holds once everything is undone. */
const asBefore = /^@article\{moe1999lakes,[^@]*$/;

const rivers = {
  DOI: doi,
  type: 'journal-article',
  title: ['Rivers of <i>glass</i>'],
  author: [
    { given: 'Ann', family: 'Roe' },
    { given: 'Ben', family: 'Doe' },
  ],
  'container-title': ['Journal of Rivers'],
  issued: { 'date-parts': [[2020, 5]] },
  publisher: 'River Press BV',
  volume: '12',
  issue: '3',
  page: '45-67',
  abstract: '<jats:p>Rivers flow.</jats:p>',
};
const stones = {
  ...rivers,
  DOI: '10.1000/stone.2',
  title: ['RETRACTED: Stones that remember rivers'],
  author: [{ given: 'Cy', family: 'Poe' }],
  'updated-by': [
    {
      type: 'retraction',
      DOI: '10.1000/notice',
      source: 'publisher',
      updated: { 'date-parts': [[2022, 2, 1]] },
    },
  ],
};

const salt = { ...rivers, DOI: '10.1000/salt.3', title: ['Mountains of salt'], page: '1-9' };

/** Crossref as far as these tests need it, on this machine. */
function crossref() {
  const urls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '');
    urls.push(url);
    const work = [rivers, stones, salt].find(({ DOI }) => url.startsWith(`/works/${DOI}`));
    const isSearch = url.startsWith('/works?');
    response.writeHead(work || isSearch ? 200 : 404, {
      'content-type': work || isSearch ? 'application/json' : 'text/plain',
    });
    response.end(
      isSearch
        ? JSON.stringify({ message: { items: [rivers, stones] } })
        : work
          ? JSON.stringify({ message: work })
          : 'Resource not found.',
    );
  });
  return { server, urls };
}

const library =
  '@article{moe1999lakes,\n  author = {Moe, Di},\n  title = {Lakes of iron and rivers of tin},\n  journal = {Waters},\n  year = {1999}\n}\n';
const files = {
  'paper.md': '---\nbibliography: refs.bib\n---\n\nAs said\n',
  'refs.bib': library,
  'thesis.tex':
    '\\documentclass{article}\n\\begin{document}\nAs said\n\\bibliographystyle{plain}\n\\bibliography{refs}\n\\end{document}\n',
  'notes.typ': 'As said\n\n#bibliography("refs.bib")\n',
  'undefined.md': '---\nbibliography: other.bib\n---\n\nSee [@10.1000/river.1].\n',
  'other.bib': '% none yet\n',
  'old.bib': '@article{old,\n  title = {Mountains of Salt},\n  doi = {10.1000/salt.3}\n}\n',
};

describe('a paper that is not in the library is looked up and cited', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let closeServer: () => void;
  const { server, urls } = crossref();
  before(async () => {
    const { base, close } = await listening(server);
    closeServer = close;
    workbench = await Workbench.open({
      files,
      width: 1360,
      height: 860,
      settings: {
        'literature.catalogs.endpoints': { crossref: base },
        'literature.catalogs.services': ['crossref'],
        'literature.catalogs.paste': 'citation',
        // Rows that come later would move those that are clicked.
        'literature.collection.enabled': false,
      },
    });
    // Offers come from an extension that has begun.
    await workbench.openFile('paper.md');
    await workbench.page.locator('.statusbar-item', { hasText: / references?/ }).waitFor();
  });
  after(async () => {
    await workbench.close();
    closeServer();
  });

  async function paste(text: string): Promise<void> {
    await workbench.cut(text);
    await workbench.page.keyboard.press('Control+V');
  }

  for (const [file, line, cited] of [
    ['paper.md', 5, /As said \[@roe2020rivers\]/],
    ['thesis.tex', 3, /As said ?~?\\cite\{roe2020rivers\}/],
    ['notes.typ', 1, /As said ?~?@roe2020rivers/],
  ] as const)
    it(`pasted into ${file}: the citation, and the entry where it belongs, taken back by one undo`, async () => {
      await workbench.openFile(file);
      await workbench.goTo(line, 8);
      await workbench.page.keyboard.type(' ');
      await paste(`https://doi.org/${doi}`);
      await workbench.page.locator('.view-line', { hasText: 'roe2020rivers' }).first().waitFor();
      await workbench.fileWith('refs.bib', /@article\{roe2020rivers,/);
      await workbench.screenshot(`catalogs-paste-${file.replace(/\W/g, '-')}`);
      await workbench.saved(file, cited);
      const entry = /@article\{roe2020rivers,[\s\S]*?\n\}/.exec(workbench.read('refs.bib'))?.[0] ?? '';
      // Typst knows no command for emphasis.
      assert.match(entry, /title = \{Rivers of (?:\\emph\{\{?glass\}?\}|glass)\}/);
      assert.match(entry, /author = \{Roe, Ann and Doe, Ben\}/);
      assert.doesNotMatch(entry, /publisher/);
      await workbench.page.keyboard.press('Control+Z');
      await workbench.page.locator('.view-line', { hasText: 'roe2020rivers' }).waitFor({ state: 'detached' });
      await workbench.fileWith('refs.bib', asBefore);
      await workbench.fileWith(file, /As said/);
    });

  it('searched outside: two picked, one from the library, one from outside, make one group', async () => {
    await workbench.page.locator('.tab[data-resource-name="paper.md"]').click();
    await workbench.goToEnd();
    await workbench.goTo(5, 9);
    await workbench.run('Literature: Search and Cite Several');
    await workbench.quickInput.fill('rivers');
    await workbench.rows.filter({ hasText: 'Lakes of iron' }).first().waitFor();
    const before = urls.length;
    await workbench.rows.filter({ hasText: 'Search Crossref for “rivers”' }).click();
    await workbench.rows.filter({ hasText: 'Rivers of glass' }).first().waitFor();
    assert.equal(urls.length, before + 1, 'one request, when it was asked for');
    await workbench.screenshot('catalogs-search');
    assert.match(
      await workbench.rows.filter({ hasText: 'Stones that remember' }).first().innerText(),
      /Retracted 2022-02-01/,
    );
    await workbench.rows
      .filter({ hasText: 'Lakes of iron' })
      .first()
      .locator('[role="checkbox"], .quick-input-list-checkbox')
      .first()
      .click();
    await workbench.rows
      .filter({ hasText: 'Rivers of glass' })
      .first()
      .locator('[role="checkbox"], .quick-input-list-checkbox')
      .first()
      .click();
    await workbench.screenshot('catalogs-picked');
    await workbench.quickInput.focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: '@moe1999lakes; @roe2020rivers' }).waitFor();
    await workbench.fileWith('refs.bib', /roe2020rivers/);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.locator('.view-line', { hasText: 'moe1999lakes' }).waitFor({ state: 'detached' });
    await workbench.fileWith('refs.bib', asBefore);
  });

  it('what was found outside has a page, which says who gave what, until the library has it', async () => {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('rivers');
    await workbench.rows.filter({ hasText: 'Search Crossref for “rivers”' }).click();
    const row = workbench.rows.filter({ hasText: /Rivers of glass.*from Crossref/ }).first();
    await row.hover();
    await row.hover();
    await row.locator('[aria-label="Open Abstract"]').click();
    const page = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.getByText('Rivers flow.').waitFor();
    const origins = page.locator('section.origins');
    assert.match(await origins.innerText(), /Crossref\s+title, authors, date, journal or book/);
    assert.equal(await origins.locator('a').getAttribute('href'), `https://doi.org/${doi}`);
    await workbench.screenshot('catalogs-origins');
    const before = workbench.read('refs.bib');
    fs.appendFileSync(
      path.join(workbench.folder, 'refs.bib'),
      `@article{own, title = {Rivers of glass}, author = {Roe, Ann}, year = 2020, doi = {${doi}}}\n`,
    );
    await workbench.rows.filter({ hasText: /Rivers of glass.*in your library as own/ }).waitFor();
    assert.equal(await workbench.rows.filter({ hasText: 'Rivers of glass' }).count(), 1);
    fs.writeFileSync(path.join(workbench.folder, 'refs.bib'), before);
    await row.waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.tab[data-resource-name="paper.md"]').click();
  });

  it('an identifier in the search is that work, or a row to look it up', async () => {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('doi:10.1000/stone.2');
    await workbench.rows.filter({ hasText: 'Look up 10.1000/stone.2' }).waitFor();
    assert.equal(await workbench.rows.count(), 1, 'no strangers');
    await workbench.screenshot('catalogs-identifier');
    await workbench.enterUntil(workbench.page.locator('.view-line', { hasText: '@poe2020stones' }));
    await workbench.notifications.filter({ hasText: 'Retracted 2022-02-01' }).first().waitFor();
    await workbench.fileWith('refs.bib', /poe2020stones/);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.fileWith('refs.bib', asBefore);
  });

  it('what nobody has is told, and nothing is written', async () => {
    const before = workbench.read('refs.bib');
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('10.1000/nowhere');
    await workbench.rows.filter({ hasText: 'Look up' }).waitFor();
    await workbench.enterUntil(workbench.rows.filter({ hasText: 'Not found: Crossref has no such work' }));
    await workbench.screenshot('catalogs-not-found');
    await workbench.page.keyboard.press('Escape');
    assert.equal(workbench.read('refs.bib'), before);
  });

  it('an entry is filled, its change shown as a difference first', async () => {
    await workbench.openFile('old.bib');
    await workbench.run('Literature: Update from Catalogs');
    const preview = workbench.page.locator('.refactor-preview, .bulk-edit-panel');
    await preview.first().waitFor();
    await workbench.page.locator('.panel .monaco-list-row', { hasText: 'volume' }).first().waitFor();
    await workbench.screenshot('catalogs-update');
    assert.doesNotMatch(workbench.read('old.bib'), /volume/);
    // Nothing is ticked unasked.
    await workbench.page
      .locator('.panel .monaco-list-row', { hasText: 'old.bib' })
      .locator('.edit-checkbox, input[type="checkbox"], [role="checkbox"]')
      .first()
      .click();
    await workbench.page.locator('.panel .monaco-button', { hasText: 'Apply' }).first().click();
    const after = await workbench.saved('old.bib', /volume = \{12\}/);
    assert.match(
      after,
      /title = \{Mountains of Salt\},\n {2}doi = \{10\.1000\/salt\.3\},\n {2}author = \{Roe, Ann and Doe, Ben\}/,
    );
  });

  it('a key that is an identifier has a quick fix', async () => {
    await workbench.openFile('undefined.md');
    await workbench.goTo(5, 8);
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    const menu = await workbench.actionsWith('Look up 10.1000/river.1 and cite it');
    await workbench.screenshot('catalogs-quick-fix');
    await menu.locator('.monaco-list-row', { hasText: 'Look up 10.1000/river.1 and cite it' }).click();
    await workbench.page.locator('.view-line', { hasText: '[@roe2020rivers]' }).waitFor();
    await workbench.fileWith('other.bib', /@article\{roe2020rivers,/);
  });
});
