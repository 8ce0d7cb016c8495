import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { listening } from '../support/listening';
import { Workbench } from './workbench';

const work = (doi: string, title: string, family: string) => ({
  DOI: doi,
  type: 'journal-article',
  title: [title],
  author: [{ given: 'Ann', family }],
  'container-title': ['Journal of Rivers'],
  issued: { 'date-parts': [[2020, 5]] },
  volume: '12',
  page: '45-67',
  abstract: '<jats:p>Rivers flow.</jats:p>',
});
const works = [
  work('10.1000/river.1', 'Rivers of glass', 'Roe'),
  work('10.1000/lake.2', 'Lakes of tin', 'Doe'),
  work('10.1000/sea.3', 'Seas of salt', 'Poe'),
  work('10.1000/hill.4', 'Hills of sand', 'Moe'),
];
const preprint = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00017v1</id><title>Clouds of
  paper</title><summary>Clouds drift.</summary><published>2024-01-05T00:00:00Z</published><author><name>Cy Zoe</name></author></entry></feed>`;
const openalex = (id: string, title: string, family: string) => ({
  id: `https://openalex.org/${id}`,
  doi: `https://doi.org/10.1000/${id.toLowerCase()}`,
  title,
  type: 'article',
  publication_year: 2015,
  authorships: [{ raw_author_name: `Ann ${family}` }],
  primary_location: { source: { display_name: 'Journal of Rivers', type: 'journal' } },
  cited_by_count: 3,
  abstract_inverted_index: { Stones: [0], remember: [1] },
});
const style = (title: string, rest: string) =>
  `<?xml version="1.0" encoding="utf-8"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>${title}</title><id>http://www.zotero.org/styles/${title.toLowerCase().replaceAll(' ', '-')}</id>${rest}`;
const parent = style(
  'River Parent',
  '<updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout prefix="(" suffix=")"><text value="river"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>',
);
const dependent = style(
  'Journal of Dependent Rivers',
  '<link href="http://www.zotero.org/styles/river-parent" rel="independent-parent"/><updated>2020-01-01T00:00:00+00:00</updated></info></style>',
);

/** The catalogs and the repository of styles as far as these tests need them. `/slow` DOIs are never answered. */
function catalogs() {
  const urls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '');
    urls.push(url);
    const send = (body: unknown, type = 'application/json') => {
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (url.includes('10.1000/slow')) return;
    if (url.startsWith('/crossref/works/')) {
      const found = works.find(({ DOI }) => url.includes(DOI));
      send(found && { message: found });
    } else if (url.startsWith('/arxiv')) send(preprint, 'application/atom+xml');
    else if (url.startsWith('/openalex/works/doi:')) send({ id: 'https://openalex.org/W1' });
    else if (url.includes('filter=cited_by:W1'))
      send({
        results: [
          openalex('W2', 'Stones that remember', 'Stone'),
          openalex('W3', 'Sand that forgets', 'Sandy'),
        ],
      });
    else if (url.includes('filter=cites:W1'))
      send({ results: [openalex('W4', 'Bridges over rivers', 'Bridge')] });
    else if (url === '/styles/styles-files/styles.json')
      send([
        { name: 'journal-of-dependent-rivers', title: 'Journal of Dependent Rivers' },
        { name: 'river-parent', title: 'River Parent' },
      ]);
    else if (url === '/styles/styles/journal-of-dependent-rivers') send(dependent, 'text/xml');
    else if (url === '/styles/styles/river-parent') send(parent, 'text/xml');
    else send(undefined);
  });
  return { server, urls };
}

const files = {
  'paper.md': '---\nbibliography: [refs.bib, more.bib]\n---\n\nAs said\n',
  'thesis.tex':
    '\\documentclass{article}\n\\begin{document}\nAs said\n\\bibliography{thesis}\n\\end{document}\n',
  'notes.typ': 'As said\n\n#bibliography("thesis.bib")\n',
  'refs.bib':
    '@article{own2019,\n  author = {Own, Al},\n  title = {A river of one’s own},\n  year = {2019},\n  doi = {10.1000/own}\n}\n',
  'more.bib': '% more\n',
  'thesis.bib': '% thesis\n',
  '.vscode/settings.json': '{}\n',
};

describe('wherever an identifier turns up, it can be looked up and cited', { timeout: 900_000 }, () => {
  let workbench: Workbench;
  let closeServer: () => void;
  const { server, urls } = catalogs();
  before(async () => {
    const { base, close } = await listening(server);
    closeServer = close;
    workbench = await Workbench.open({
      files,
      width: 1360,
      height: 860,
      settings: {
        'literature.catalogs.endpoints': {
          crossref: `${base}/crossref`,
          arxiv: `${base}/arxiv`,
          openalex: `${base}/openalex`,
          styles: `${base}/styles`,
        },
        'literature.catalogs.services': ['crossref', 'arxiv', 'openalex'],
        'literature.catalogs.paste': 'citation',
        'literature.catalogs.review': true,
      },
    });
  });
  beforeEach(() => {
    urls.length = 0;
  });
  after(async () => {
    await workbench.close();
    closeServer();
  });

  const question = () =>
    workbench.page.locator('.quick-input-titlebar:visible', { hasText: 'Add This Entry?' });

  /** What a browser drags with a link: its address as list and as text. */
  const link = (doi: string) => {
    const address = `https://doi.org/${doi}`;
    return { 'text/uri-list': address, 'text/plain': address };
  };

  /** Takes an entry that is shown as it is. */
  async function accept(row: string): Promise<void> {
    await workbench.titled('Add This Entry?');
    await workbench.rows.filter({ hasText: row }).first().click();
  }

  it('typed where a key goes, suggestions offer to look it up: LaTeX and arXiv', async () => {
    await workbench.openFile('thesis.tex');
    await workbench.goTo(3, 8);
    await workbench.page.keyboard.type(' \\cite{arXiv:2401.00017', { delay: 20 });
    const row = await workbench.suggested('Look up and cite arXiv:2401.00017', { anew: true });
    assert.deepEqual(urls, [], 'nothing is asked per key');
    await workbench.screenshot('look-up-completion-latex');
    await row.click();
    await accept('Add to thesis.bib as zoe2024clouds');
    await workbench.textLine('zoe2024clouds').waitFor();
    await workbench.fileWith('thesis.bib', /@misc\{zoe2024clouds,[\s\S]*title = \{Clouds of paper\}/);
    await workbench.saved('thesis.tex', /As said \\cite\{zoe2024clouds\}/);
  });

  it('typed where a key goes: a DOI in Typst, where it is no label', async () => {
    await workbench.openFile('notes.typ');
    await workbench.goTo(1, 8);
    await workbench.page.keyboard.type(' @10.1000/hill.4', { delay: 20 });
    await (await workbench.suggested('Look up and cite 10.1000/hill.4', { anew: true })).click();
    await accept('Add to thesis.bib as moe2020hills');
    await workbench.textLine('As said @moe2020hills').waitFor();
    await workbench.fileWith('thesis.bib', /@article\{moe2020hills,/);
    await workbench.saved('notes.typ', /As said @moe2020hills$/m);
  });

  it('a link dropped from a browser on a document is cited there, taken back by one undo', async () => {
    await workbench.openFile('paper.md');
    await workbench.textLine('As said').waitFor();
    const onto = workbench.textLine('As said').locator('span').first();
    await workbench.drop(onto, link('10.1000/sea.3'), question(), 30);
    await accept('as poe2020seas');
    await workbench.textLine('poe2020seas').waitFor();
    await workbench.screenshot('look-up-drop');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.textLine('poe2020seas').waitFor({ state: 'detached' });
    await workbench.textLine('As said').waitFor();
  });

  it('before it is written the entry is shown: its fields, its key and where it goes can be changed', async () => {
    await workbench.openFile('paper.md');
    await workbench.goTo(5, 8);
    await workbench.page.keyboard.type(' [@10.1000/river.1', { delay: 20 });
    await (await workbench.suggested('Look up and cite 10.1000/river.1', { anew: true })).click();
    await workbench.titled('Add This Entry?');
    const field = (name: string) => workbench.rows.filter({ hasText: name }).first();
    await field('Add to refs.bib as roe2020rivers').waitFor();
    await field('Journal or book').waitFor();
    await workbench.screenshot('look-up-review');
    await field('Citation key').click();
    await workbench.titled('Citation key');
    await workbench.quickInput.fill('glass');
    await workbench.page.keyboard.press('Enter');
    await workbench.titled('Add This Entry?');
    await field('Pages').click();
    await workbench.quickInput.fill('45-68');
    await workbench.page.keyboard.press('Enter');
    await workbench.titled('Add This Entry?');
    await field('Bibliography').click();
    await workbench.rows.filter({ hasText: 'more.bib' }).click();
    await workbench.titled('Add This Entry?');
    await field('Add to more.bib as glass').click();
    await workbench.textLine('[@glass').waitFor();
    await workbench.fileWith('more.bib', /@article\{glass,[\s\S]*pages = \{45--68\}/);
    assert.doesNotMatch(workbench.read('refs.bib'), /glass/);
  });

  it('a link dropped on the library is added to the bibliography of the document', async () => {
    await workbench.activityBarItem('Literature').click();
    await workbench.treeRows.first().waitFor();
    await workbench.page.locator('.tab[data-resource-name="paper.md"]').click();
    await workbench.goToEnd();
    await workbench.drop(workbench.treeRows.first(), link('10.1000/lake.2'), question());
    await accept('Add to more.bib as doe2020lakes');
    await workbench.fileWith('more.bib', /@article\{doe2020lakes,/);
    await workbench.screenshot('look-up-drop-tree');
  });

  it('what a paper refers to, and what cites it, is listed and cited', async () => {
    for (const [command, title, shown] of [
      ['Literature: References of This Paper', 'Stones that remember', '@stone2015stones'],
      ['Literature: Cited By', 'Bridges over rivers', '@bridge2015bridges'],
    ] as const) {
      await workbench.goToEnd();
      await workbench.run(command);
      await workbench.quickInput.fill('river of one');
      await workbench.rows.filter({ hasText: 'A river of one' }).first().click();
      await workbench.rows.filter({ hasText: title }).first().waitFor();
      await workbench.screenshot(`look-up-${shown.slice(1)}`);
      await workbench.rows.filter({ hasText: title }).first().click();
      await workbench.textLine(shown).waitFor();
      await workbench.fileWith('more.bib', new RegExp(`\\{${shown.slice(1)},`));
    }
  });

  it('what the library has is cited as it is there, and nobody is asked', async () => {
    await workbench.openFile('paper.md');
    await workbench.goToEnd();
    await workbench.run('Literature: Add by Identifier');
    await workbench.titled('Add by Identifier');
    await workbench.quickInput.fill('https://doi.org/10.1000/OWN');
    await workbench.page.keyboard.press('Enter');
    await workbench.textLine('@own2019').waitFor();
    assert.deepEqual(urls, []);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.textLine('@own2019').waitFor({ state: 'detached' });
  });

  it('cancelled in the middle, no file is touched and nothing is cited', async () => {
    const before = [workbench.read('refs.bib'), workbench.read('more.bib'), await text()];
    await workbench.run('Literature: Add by Identifier');
    await workbench.titled('Add by Identifier');
    await workbench.quickInput.fill('10.1000/slow.5');
    await workbench.page.keyboard.press('Enter');
    const progress = workbench.notifications.filter({ hasText: 'Looking up 10.1000/slow.5' });
    await progress.waitFor();
    await progress.hover();
    await workbench.screenshot('look-up-cancel');
    await progress.locator('.monaco-button, .action-label', { hasText: 'Cancel' }).first().click();
    await progress.waitFor({ state: 'detached' });
    assert.deepEqual([workbench.read('refs.bib'), workbench.read('more.bib'), await text()], before);
  });

  it('a style is found by its title, a dependent one is followed, and kept for the time without network', async () => {
    const choose = async () => {
      await workbench.run('Literature: Choose a Citation Style');
      await workbench.titled('Choose a Citation Style');
    };
    await choose();
    await workbench.rows.filter({ hasText: 'Search the repository of CSL styles' }).first().click();
    await workbench.rows.filter({ hasText: 'Journal of Dependent Rivers' }).first().waitFor();
    await workbench.quickInput.fill('dependent');
    await workbench.screenshot('look-up-style');
    await workbench.rows.filter({ hasText: 'Journal of Dependent Rivers' }).first().click();
    const settings = await workbench.fileWith('.vscode/settings.json', /literature\.citationStyle/);
    const kept = JSON.parse(settings)['literature.citationStyle'];
    assert.match(fs.readFileSync(kept, 'utf8'), /River Parent/);
    urls.length = 0;
    await choose();
    await workbench.rows.filter({ hasText: 'fetched before' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(urls, [], 'what was fetched is not asked for again');
  });

  /** What the editor shows. */
  const text = () => workbench.page.locator('.editor-instance .view-lines').first().innerText();
});
