import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const files = {
  'refs.bib': '@book{poe1999, author = {Poe, Edgar}, title = {Ravens}, publisher = {Press}, year = 1999}\n',
  'paper.md':
    '---\nbibliography: refs.bib\n---\n\nRavens are black [@poe1999], and doves are white [@coe2005].\n',
};

describe('in German', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files, language: 'de' });
  });
  after(() => workbench.close());

  it('views, commands and what is said are German', async () => {
    const { page } = workbench;
    await workbench.openFile('paper.md');
    await workbench.activityBarItem('Literatur').click();
    await page.locator('.pane-header', { hasText: 'Bibliothek' }).first().waitFor();
    await page.locator('.pane-header', { hasText: 'In diesem Dokument zitiert' }).first().waitFor();
    // Said by the extension: in the tree, by the thread that reads, and of the document.
    await workbench.treeRows.filter({ hasText: 'in keiner Literaturdatei' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'Ravens are black' }).first().click();
    await workbench.run('Literatur: Suchen…');
    await workbench.titled('Zitieren');
    await workbench.rows.filter({ hasText: 'Ravens' }).first().waitFor();
    await workbench.screenshot('german');
    await page.keyboard.press('Escape');
  });
});
