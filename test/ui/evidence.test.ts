import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const refs = `@article{deer,
  author = {Bell, Ada}, year = {2022}, title = {Ungulates in winter},
  abstract = {We walked along forty transects. Many deer and elk starve when snow lies deep. The canton paid for the petrol.}
}
@article{court,
  author = {Roe, Richard}, year = {2019}, title = {Precedent in Courts of Appeal},
  abstract = {Judges follow earlier rulings more often than not. Appeals are rare.}
}
`;
const draft = `---
bibliography: refs.bib
---

Deer and other wild animals die of hunger in the cold months of the year [@court].

Glass is made of sand [@deer], and courts decide as they decided before [@court].
`;

describe('a writer asks what citations say', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files: { 'draft.md': draft, 'refs.bib': refs },
      settings: { 'literature.addToBibliography': 'always' },
    });
  });
  after(() => workbench.close());

  it('reads that no sentence speaks of theirs, and cites what does by the keyboard', async () => {
    await workbench.openFile('draft.md');
    await workbench.goTo(5, draft.split('\n')[4]!.indexOf('court') + 1);
    await workbench.run('Literature: Show What It Says');
    const page = await workbench.pageTitled('What It Says');
    await page.getByText('No sentence of the abstract speaks of this').waitFor();
    await page.getByText('Many deer and elk starve when snow lies deep.').waitFor();
    await workbench.screenshotInEachTheme('evidence');
    await page.getByRole('link', { name: 'Cite Instead' }).first().focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: '[@deer].' }).waitFor();
  });

  it('looks through all citations of a document, the weakest first, and goes to a place', async () => {
    await workbench.page.locator('.view-line', { hasText: 'Glass is made' }).click();
    await workbench.run('Literature: Report What Citations Say');
    const page = await workbench.pageTitled('What the Citations');
    await page.locator('ol.report > li').first().getByText('No sentence of the abstract').waitFor();
    await workbench.screenshotInEachTheme('evidence-report');
    await page.locator('ol.report > li').first().getByRole('link', { name: 'Line 7' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 7' }).waitFor();
  });
});
