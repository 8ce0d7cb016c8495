import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const bib = (key: string, title: string) =>
  `@article{${key},\n  title = {${title}},\n  author = {Roe, Ann},\n  journal = {Waters},\n  year = {2001}\n}\n`;
const notebook = {
  cells: [
    { cell_type: 'raw', metadata: {}, source: ['---\n', 'bibliography: notes.bib\n', '---'] },
    { cell_type: 'markdown', metadata: {}, source: ['As @salt1999 and @nobody2000 say.'] },
    {
      cell_type: 'code',
      metadata: {},
      execution_count: null,
      outputs: [],
      source: ['#| fig-cap: After @salt1999 and [@noone2001].\n', 'plot(x)'],
    },
    { cell_type: 'markdown', metadata: {}, source: ['Once more [@salt1999].'] },
  ],
  metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' }, language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

const files = {
  'thesis/main.typ': '= Thesis <intro>\n\n#include "chapter.typ"\n\n#bibliography("works.yml")\n',
  'thesis/chapter.typ': 'As @harry says in @intro, and @nobody2000.\n\nAlso \n',
  'thesis/works.yml':
    'harry:\n  type: Book\n  title: A Life of Rivers\n  author: Roe, Ann\n  date: 2001\nlakes:\n  type: Article\n  title: Lakes of Iron\n  author: Doe, Ben\n  date: 1999\n',
  'book/myst.yml': 'version: 1\nproject:\n  bibliography: [book.bib]\n',
  'book/page.md': '# Page\n\nAs {cite:t}`glass2001` and {cite:p}`nobody2000` say.\n\nAlso {cite:p}``\n',
  'book/book.bib': bib('glass2001', 'Rivers of Glass'),
  'docs/conf.py': 'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["docs.bib"]\n',
  'docs/index.rst': 'Page\n====\n\nAs :cite:t:`stone2001` and :cite:p:`nobody2000` say.\n\nAlso :cite:p:``\n',
  'docs/docs.bib': bib('stone2001', 'Rivers of Stone'),
  'notes.ipynb': JSON.stringify(notebook, undefined, 1),
  'notes.bib': bib('salt1999', 'Mountains of Salt'),
  'library.bib': `@string{jr = "Journal of Rivers"}\n\n${bib('tin1999', 'Rivers of Tin')}\n@inbook{part, crossref = {tin1999}, title = {A Part}}\n`,
};

describe('wherever people write: hover, diagnostics, completion', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files, width: 1300, height: 820 });
  });
  after(() => workbench.close());

  const undefinedKeys = () => workbench.page.locator('.editor-instance .squiggly-warning');

  for (const [file, hovered, title, place, typed, completed] of [
    ['thesis/chapter.typ', 'harry', 'A Life of Rivers', [3, 6], '@lak', 'lakes'],
    ['book/page.md', 'glass2001', 'Rivers of Glass', [5, 15], 'gla', 'glass2001'],
    ['docs/index.rst', 'stone2001', 'Rivers of Stone', [6, 15], 'sto', 'stone2001'],
  ] as const)
    it(`in ${file}`, async () => {
      await workbench.openFile(file);
      await workbench.hoverOver(hovered, title);
      await undefinedKeys().first().waitFor();
      assert.equal(await undefinedKeys().count(), 1, 'the key that nothing defines, and no other');
      const name = file.replace(/\W/g, '-');
      await workbench.screenshot(`documents-${name}`);
      await workbench.page.keyboard.press('Escape');
      await workbench.goTo(place[0], place[1]);
      await workbench.page.keyboard.type(typed);
      await workbench.suggested();
      // Words of the file have no title beside them.
      await workbench.suggestions
        .filter({ hasText: completed })
        .filter({ hasText: /(Roe|Doe) \d{4}/ })
        .first()
        .waitFor();
      await workbench.screenshot(`documents-${name}-completion`);
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+Z');
    });

  it('in a notebook, whose cells are one document', async () => {
    await workbench.page.keyboard.press('Control+P');
    await workbench.quickInput.fill('notes.ipynb');
    await workbench.rows.filter({ hasText: 'notes.ipynb' }).first().click();
    const cell = workbench.page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .getByText('As @salt1999');
    await cell.dblclick();
    await workbench.page.locator('.notebook-editor .view-line', { hasText: 'As @salt1999' }).waitFor();
    const squiggly = workbench.page.locator('.notebook-editor .squiggly-warning');
    await squiggly.nth(1).waitFor();
    assert.equal(await squiggly.count(), 2, 'one in the text, one in the caption');
    const key = workbench.page
      .locator('.notebook-editor .view-line', { hasText: 'As @salt1999' })
      .locator('span', { hasText: 'salt1999' })
      .last();
    await workbench.hoverOverIt(key, 'Mountains of Salt');
    await workbench.screenshot('documents-notebook');
    await workbench.page.mouse.move(5, 5);
    await workbench.page.locator('.notebook-editor .view-line', { hasText: 'As @salt1999' }).click();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type(' Also [@moun', { delay: 60 });
    // A word of the title, which the bibliography that another cell names has.
    await workbench.suggested('Mountains of Salt');
    await workbench.suggestions.filter({ hasText: 'salt1999' }).first().waitFor();
    await workbench.screenshot('documents-notebook-completion');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.notebook-editor .view-line', { hasText: 'Also [@salt1999]' }).waitFor();
  });

  it('in the caption of a figure that code in a notebook draws', async () => {
    const caption = workbench.page.locator('.notebook-editor .view-line', { hasText: 'fig-cap: After' });
    const key = caption.locator('span', { hasText: 'salt1999' }).last();
    await workbench.hoverOverIt(key, 'Mountains of Salt');
    await workbench.screenshot('documents-notebook-caption');
    await workbench.page.mouse.move(5, 5);
    await caption.click();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' See [@moun', { delay: 60 });
    await workbench.suggested('Mountains of Salt');
    await workbench.suggestions.filter({ hasText: 'salt1999' }).first().waitFor();
    await workbench.screenshot('documents-notebook-caption-completion');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.notebook-editor .view-line', { hasText: 'See [@salt1999]' }).waitFor();
  });

  it('in a bibliography: outline, and what an entry refers to', async () => {
    await workbench.openFile('library.bib');
    await workbench.page.locator('.pane-header', { hasText: 'Outline' }).first().click();
    const rows = workbench.page.locator('.outline-pane .monaco-list-row');
    await rows.filter({ hasText: 'tin1999' }).first().waitFor();
    assert.equal(await rows.count(), 3);
    await workbench.hoverOver('tin1999', 'Rivers of Tin');
    await workbench.screenshot('documents-bibliography');
  });

  it('in a notebook, of which the view of what is cited shows all cells, and leads from one to the next', async () => {
    await workbench.page.locator('.tab[data-resource-name="notes.ipynb"]').click();
    await workbench.activityBarItem('Literature').click();
    await workbench.page.locator('.pane-header .title', { hasText: 'Library' }).first().click();
    const row = (text: string | RegExp) => workbench.treeRows.filter({ hasText: text }).first();
    await row(/nobody2000.*not in a bibliography/).waitFor();
    await row(/noone2001.*not in a bibliography/).waitFor();
    // Twice in the text, twice in the caption, once in the last cell.
    const salt = row(/Roe 2001.*5× · Mountains of Salt/);
    await salt.waitFor();
    await workbench.expand(salt);
    await row(/cell 3, line 1/).waitFor();
    await workbench.screenshot('documents-notebook-cited');
    await row(/Once more.*cell 4, line 1/).click();
    const last = workbench.page.locator('.notebook-editor .view-line', { hasText: 'Once more' });
    await last.waitFor();
    await workbench.screenshot('documents-notebook-cited-place');
    await salt.hover();
    await salt.getByRole('button', { name: 'Go to Next Place' }).click();
    await workbench.page.locator('.notebook-editor .monaco-editor.focused', { hasText: 'As' }).waitFor();
  });
});
