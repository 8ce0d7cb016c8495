import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const bibliography = `@article{bell2022harmony,
  title = {Harmony and Counterpoint in the Learning of Long Sequences of Notes},
  author = {Bell, Ann and Roe, Carl}, journal = {Journal of Musical Data}, year = {2022},
  abstract = {We collect scores. Learners that read many voices at once keep the counterpoint of long sequences, which single voices lose. Others do not.},
  file = {:papers/bell.txt:Text}
}
@book{adams2019maps, title = {Maps of Rivers, and What They Leave Out}, author = {Adams, Eve}, year = {2019}, publisher = {Delta Press}}
@misc{cole2024bridges, title = {Bridges}, author = {Cole, Ida}, year = {2024}, note = {Read twice.}}
`;

const files = {
  'thesis.md': '---\nbibliography: own.bib\n---\n\nVoices are read [@adams2019maps].\n\nMore of it \n',
  'own.bib': bibliography,
  'more.bib': '@misc{dunn2021wells, title = {Wells}, author = {Dunn, Kit}, year = {2021}}\n',
  'papers/bell.txt': 'The text of the paper by Bell and Roe',
};

/** Everything with the keys, in a small window. */
describe('at the keyboard', { timeout: 900_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files,
      width: 1024,
      height: 640,
      settings: { 'literature.collection.enabled': false },
    });
    await workbench.openFile('thesis.md');
  });
  after(() => workbench.close());

  const focused = () => workbench.page.locator('.sidebar .monaco-list:focus-within .monaco-list-row.focused');

  it('lists papers by who wrote them and when, and sorts them', async () => {
    await workbench.run('Literature: Group by Source');
    await workbench.run('Literature: Sort by Date Added');
    await workbench.activityBarItem('Literature').click();
    // It cannot be opened before it is read.
    const group = workbench.treeRows
      .filter({ hasText: 'own.bib' })
      .filter({ hasText: '3 references' })
      .first();
    await group.click();
    // The tooltip of a row lies over the next ones.
    await workbench.page.mouse.move(700, 500);
    await workbench.treeRows.filter({ hasText: 'Bell and Roe 2022 · Harmony' }).waitFor();
    const rows = await workbench.treeRows.allInnerTexts();
    const papers = rows.filter(text => / · /.test(text)).map(text => text.trim().slice(0, 9));
    assert.deepEqual(papers.slice(0, 3), ['Cole 2024', 'Adams 201', 'Bell and ']);
    await workbench.screenshot('keyboard-tree');
  });

  it('acts on the row that has the focus, not on the one that was clicked', async () => {
    const { page } = workbench;
    await workbench.treeRows.filter({ hasText: 'Cole 2024' }).click();
    await page.locator('.tab.active', { hasText: 'Bridges' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await focused().filter({ hasText: 'Adams 2019' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await focused().filter({ hasText: 'Bell and Roe 2022' }).waitFor();
    await page.keyboard.press('Control+C');
    await page.locator('.statusbar-item', { hasText: 'Copied bell2022harmony' }).waitFor();
  });

  it('opens the page of a row, and the focus stays in the tree', async () => {
    const { page } = workbench;
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'Harmony and Counterpoint' }).waitFor();
    const web = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await web.locator('a', { hasText: 'Open Paper' }).waitFor();
    await workbench.screenshot('keyboard-page');
    await focused().filter({ hasText: 'Bell and Roe 2022' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await focused().filter({ hasText: 'Adams 2019' }).waitFor();
  });

  it('cites the row that has the focus', async () => {
    const { page } = workbench;
    await page.locator('.tab[data-resource-name="thesis.md"]').click();
    await workbench.goToEnd();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await workbench.run('Literature: Focus on Library View');
    await focused().filter({ hasText: 'Adams 2019' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await focused().filter({ hasText: 'Bell and Roe 2022' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.view-line', { hasText: 'More of it [@bell2022harmony]' }).waitFor();
  });

  it('shows in the list who, when and why, previews abstracts, and cites in the text', async () => {
    const { page } = workbench;
    await workbench.goToEnd();
    await page.keyboard.type('\nAs ');
    await page.keyboard.press('Shift+Alt+L');
    await workbench.titled('Cite in thesis.md');
    await workbench.quickInput.fill('counterpoint voices');
    const first = workbench.rows.first();
    await first.filter({ hasText: 'Bell and Roe 2022 · Harmony' }).waitFor();
    await first.filter({ hasText: 'voices at once keep the counterpoint' }).waitFor();
    await workbench.screenshot('keyboard-search');
    await page.keyboard.press('Alt+P');
    await page.locator('.tab.active', { hasText: 'Harmony and Counterpoint' }).waitFor();
    await workbench.screenshot('keyboard-preview');
    await workbench.quickInput.fill('rivers');
    await first.filter({ hasText: 'Adams 2019 · Maps of Rivers' }).waitFor();
    await page.locator('.tab.active', { hasText: 'Maps of Rivers' }).waitFor();
    await page.keyboard.press('Alt+Enter');
    await page.locator('.view-line', { hasText: 'As @adams2019maps' }).waitFor();
  });

  it('opens the paper of the cited key', async () => {
    const { page } = workbench;
    await workbench.hoverOver('bell2022harmony', 'Open Paper');
    await workbench.screenshot('keyboard-hover');
    await page.mouse.move(5, 5);
    await workbench.goTo(7, 16);
    await workbench.run('Literature: Open Paper');
    await page.locator('.view-line', { hasText: 'The text of the paper by Bell and Roe' }).waitFor();
  });

  it('adds to a bibliography what is dropped on it, at its end', async () => {
    const { page } = workbench;
    await workbench.openFile('own.bib');
    await workbench.treeRows
      .filter({ hasText: 'more.bib' })
      .filter({ hasText: '1 reference' })
      .first()
      .click();
    await page.mouse.move(700, 500);
    const paper = workbench.treeRows.filter({ hasText: 'Dunn 2021 · Wells' }).first();
    await workbench.hover.waitFor({ state: 'hidden' });
    const line = page.locator('.view-line', { hasText: 'Harmony and Counterpoint' }).first();
    await paper.dragTo(line, { targetPosition: { x: 60, y: 9 } });
    const text = await workbench.saved('own.bib', /dunn2021wells/);
    assert.ok(text.indexOf('dunn2021wells') > text.indexOf('Read twice.'), text);
    await workbench.screenshot('keyboard-drop');
  });
});
