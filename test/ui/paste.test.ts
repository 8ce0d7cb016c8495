import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const entry = (key: string, title: string, doi: string) =>
  `@article{${key},\n  author = {Moe, Max},\n  title = {${title}},\n  journal = {Annals},\n  year = {2021},\n  doi = {${doi}}\n}\n`;
const manuscript = '---\nbibliography: own.bib\n---\n\nKnown \n';

describe('citations that come as text', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files: {
        'own.bib': entry('mine', 'A Pasted Paper', '10.1000/PASTED.1'),
        'copied.txt': `${entry('moe2021pasted', 'A Pasted Paper', '10.1000/pasted.1')}\n${entry('doe2022other', 'Another One', '10.1000/other.2')}`,
        'tides.nbib': 'PMID- 1234567\nTI  - A study of tides.\nFAU - Roe, Ann\nJT  - Tides\nDP  - 2019\n',
        'paper.md': manuscript,
        'tides.md': manuscript,
        'dropped.md': manuscript,
      },
    });
    // Offers come from an extension that has begun.
    await workbench.openFile('paper.md');
    await workbench.page.locator('.statusbar-item', { hasText: '1 reference' }).waitFor();
  });
  after(() => workbench.close());

  /** Copies a whole file, and pastes it at a place of the manuscript as what the menu offers besides. */
  async function pasteFile(file: string, into: string): Promise<void> {
    const { page } = workbench;
    await workbench.openFile(file);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await workbench.openFile(into);
    await workbench.goTo(5, 7);
    await page.keyboard.press('Control+V');
    await page.locator('.post-edit-widget').waitFor();
    await page.keyboard.press('Control+.');
    const offer = page.locator('.action-widget .monaco-list-row', { hasText: 'Add and Cite' });
    await offer.waitFor();
    await workbench.screenshot('paste-add-and-cite');
    await offer.click();
  }

  it('are cited and added beside the plain paste; a work that is there is cited only, and one undo takes it back', async () => {
    const { page } = workbench;
    await pasteFile('copied.txt', 'paper.md');
    await page.locator('.view-line', { hasText: 'Known [@mine; @doe2022other]' }).waitFor();
    const bibliography = await workbench.fileWith('own.bib', /doe2022other/);
    assert.doesNotMatch(bibliography, /moe2021pasted/);
    await workbench.saved('paper.md', /^Known \[@mine; @doe2022other\]$/m);
    await page.keyboard.press('Control+Z');
    await page.locator('.view-line', { hasText: '@doe2022other' }).waitFor({ state: 'detached' });
    await workbench.fileWith('own.bib', /^@article\{mine,[^@]*$/);
  });

  it('may be PubMed’s', async () => {
    await pasteFile('tides.nbib', 'tides.md');
    await workbench.page.locator('.view-line', { hasText: 'Known [@roe2019study]' }).waitFor();
    await workbench.fileWith('own.bib', /study of tides/i);
  });

  it('are cited where their text is dropped, and added to the bibliography', async () => {
    const { page } = workbench;
    await workbench.openFile('dropped.md');
    const line = page.locator('.view-line', { hasText: 'Known' });
    await line.waitFor();
    const dropped = { 'text/plain': entry('zoe2023dropped', 'A Dropped Paper', '10.1000/dropped.3') };
    const widget = page.locator('.post-edit-widget');
    await workbench.drop(line.locator('span').first(), dropped, widget, 30);
    await widget.click();
    const offer = page.locator('.action-widget .monaco-list-row', { hasText: 'Add and Cite' });
    await offer.click();
    await page.locator('.view-line', { hasText: '[@zoe2023dropped' }).waitFor();
    await workbench.fileWith('own.bib', /@article\{zoe2023dropped,[\s\S]*A Dropped Paper/);
    await workbench.screenshot('drop-add-and-cite');
    await page.keyboard.press('Control+Z');
    await page.locator('.view-line', { hasText: 'zoe2023dropped' }).waitFor({ state: 'detached' });
    await line.waitFor();
  });
});
