import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { listening } from '../support/listening';
import { Workbench } from './workbench';

/** arXiv's entry of a preprint, with what its authors say of where it appeared. */
const preprint = (id: string, title: string, told: string) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/${id}v2</id>
<title>${title}</title><summary>Clouds drift.</summary><published>2020-01-05T00:00:00Z</published>
<author><name>Cy Zoe</name></author>${told}</entry></feed>`;
const preprints: Readonly<Record<string, string>> = {
  '2001.00017': preprint(
    '2001.00017',
    'Clouds of paper',
    '<arxiv:journal_ref>Journal of Clouds 12 (2021) 45-67</arxiv:journal_ref>',
  ),
  // Without a year it is no whole reference.
  '2001.00018': preprint(
    '2001.00018',
    'Winds of change in paper',
    '<arxiv:journal_ref>J. of Winds, to appear</arxiv:journal_ref>',
  ),
  '2001.00019': preprint(
    '2001.00019',
    'Snow on paper mountains',
    '<arxiv:journal_ref>Annals of Snow 3 (2022) 1-9</arxiv:journal_ref>',
  ),
  '2001.00020': preprint(
    '2001.00020',
    'Rain over paper towns',
    '<arxiv:doi>10.1000/rain.1</arxiv:doi><arxiv:journal_ref>Rain 1 (2021) 2-3</arxiv:journal_ref>',
  ),
};

const article = (
  DOI: string,
  title: string,
  journal: string,
  year: number,
  given = 'Cy',
  family = 'Zoe',
) => ({
  DOI,
  type: 'journal-article',
  title: [title],
  author: [{ given, family }],
  'container-title': [journal],
  issued: { 'date-parts': [[year, 5]] },
  volume: '12',
  page: '45-67',
  abstract: '<jats:p>Clouds drift.</jats:p>',
});
const clouds = article('10.1000/clouds.1', 'Clouds of Paper', 'Journal of Clouds', 2021);
const rain = article('10.1000/rain.1', 'Rain over Paper Towns', 'Rain', 2021);
const winds = article('10.1000/winds.1', 'Winds of Change in Paper', 'Journal of Winds', 2023);
/** What a search finds besides: other works on the same words. */
const stranger = article('10.1000/other', 'Change in winds: papers', 'Winds Today', 2019, 'Di', 'Moe');

/** arXiv and Crossref as far as these tests need them. */
function catalogs() {
  const urls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '').replaceAll('+', ' ');
    urls.push(url);
    const send = (body: unknown, type = 'application/json') => {
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const id = /id_list=([\d.]+)/.exec(url)?.[1];
    if (id) return send(preprints[id], 'application/atom+xml');
    if (url.startsWith('/crossref/works/10.1000/rain.1')) return send({ message: rain });
    if (!url.includes('query.bibliographic=')) return send(undefined);
    const items = /Clouds/.test(url)
      ? [clouds, stranger]
      : /Winds/.test(url)
        ? [stranger, winds]
        : [stranger];
    send({ message: { items } });
  });
  return { server, urls };
}

const citing = '---\nbibliography: refs.bib\n---\n\nAs said\n';

describe('a preprint that has been published', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let closeServer: () => void;
  const { server, urls } = catalogs();
  before(async () => {
    const { base, close } = await listening(server);
    closeServer = close;
    workbench = await Workbench.open({
      files: { 'paper.md': citing, 'refs.bib': '% none yet\n' },
      settings: {
        'literature.catalogs.endpoints': { crossref: `${base}/crossref`, arxiv: `${base}/arxiv` },
        'literature.catalogs.services': ['arxiv', 'crossref'],
        'literature.collection.enabled': false,
      },
    });
    await workbench.openFile('paper.md');
  });
  beforeEach(() => {
    urls.length = 0;
  });
  after(async () => {
    await workbench.close();
    closeServer();
  });

  const row = (text: string) => workbench.rows.filter({ hasText: text }).first();
  const reference = () => urls.filter(url => url.includes('query.bibliographic='));

  /** Looks a preprint up, at the end of the document, until the question stands there. */
  async function lookUp(id: string, title: string): Promise<void> {
    await workbench.goToEnd();
    await workbench.run('Literature: Add by Identifier');
    await workbench.titled('Add by Identifier');
    await workbench.quickInput.fill(`arXiv:${id}`);
    await workbench.page.keyboard.press('Enter');
    await workbench.titled(`${title} has been published`);
    await row('Cite the Published Version').waitFor();
  }

  it('its authors say where: what is published is found by that, and cited when chosen, in one undo step', async () => {
    await lookUp('2001.00017', 'Clouds of paper');
    assert.match(await row('Cite the Published Version').innerText(), /Journal of Clouds 12 \(2021\) 45-67/);
    assert.match(await row('Cite the Preprint').innerText(), /arXiv:2001\.00017/);
    assert.deepEqual(reference(), [], 'nothing more is asked before the writer chose');
    await workbench.screenshot('published-version');
    await row('Cite the Published Version').click();
    await workbench.textLine('@zoe2021clouds').waitFor();
    const entry = await workbench.fileWith('refs.bib', /@article\{zoe2021clouds,/);
    assert.match(entry, /journal = \{Journal of Clouds\}/);
    assert.match(entry, /doi = \{10\.1000\/clouds\.1\}/);
    assert.equal(reference().length, 1);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.textLine('@zoe2021clouds').waitFor({ state: 'detached' });
    await workbench.fileWith('refs.bib', /^% none yet\n$/);
  });

  it('the preprint is cited where that is chosen, without asking anybody more', async () => {
    await lookUp('2001.00017', 'Clouds of paper');
    await row('Cite the Preprint').click();
    await workbench.textLine('@zoe2020clouds').waitFor();
    const entry = await workbench.fileWith('refs.bib', /\{zoe2020clouds,/);
    assert.match(entry, /2001\.00017/);
    assert.doesNotMatch(entry, /clouds\.1/);
    assert.deepEqual(reference(), []);
  });

  it('no other work is taken for it, whatever a search finds first', async () => {
    await lookUp('2001.00018', 'Winds of change in paper');
    await row('Cite the Published Version').click();
    await workbench.textLine('@zoe2023winds').waitFor();
    await workbench.fileWith('refs.bib', /doi = \{10\.1000\/winds\.1\}/);
    assert.doesNotMatch(workbench.read('refs.bib'), /10\.1000\/other/);
  });

  it('that is not found is told, and nothing is cited or written', async () => {
    const before = workbench.read('refs.bib');
    await lookUp('2001.00019', 'Snow on paper mountains');
    await row('Cite the Published Version').click();
    await workbench.notifications.filter({ hasText: 'Not found' }).first().waitFor();
    await workbench.screenshot('published-version-not-found');
    assert.equal(workbench.read('refs.bib'), before);
    assert.equal(await workbench.page.locator('.view-line', { hasText: 'snow' }).count(), 0);
  });

  it('by its DOI, where arXiv knows that; and the question can be left without an answer', async () => {
    await lookUp('2001.00020', 'Rain over paper towns');
    assert.match(await row('Cite the Published Version').innerText(), /10\.1000\/rain\.1/);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.doesNotMatch(workbench.read('refs.bib'), /rain/);
    await lookUp('2001.00020', 'Rain over paper towns');
    await row('Cite the Published Version').click();
    await workbench.textLine('@zoe2021rain').waitFor();
    await workbench.fileWith('refs.bib', /@article\{zoe2021rain,[\s\S]*10\.1000\/rain\.1/);
    assert.deepEqual(reference(), []);
  });
});
