import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench';

const files = {
  'refs.bib': `@article{roe2001,
  author = {Roe, Ann and Doe, Joe}, title = {What Sets Are}, journal = {Annals of Sets}, year = 2001, volume = 3, pages = {4--7},
  doi = {10.1000/sets},
  abstract = {Sets are looked at as they are met in practice. We compare three definitions on two hundred examples and find that readers prefer the shortest one, though they remember the longest.}
}
@book{poe1999, author = {Poe, Edgar}, title = {Ravens}, publisher = {Press}, year = 1999}
`,
  'paper.md': `---
bibliography: refs.bib
reference-section-title: References
---

# Sets

Sets are old [see @poe1999, p. 3; @roe2001], as @roe2001 say. That they are new [@coe2005] cannot be shown, whatever \`@roe2001\` may be in code.
`,
};

describe('the Markdown preview', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files, settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  });
  after(() => workbench.close());

  /** What the preview shows of a citation. */
  async function cited(text: string): Promise<Locator> {
    for (let attempt = 1; ; attempt++) {
      for (const page of await workbench.pages()) {
        const found = page.locator('.literature-cited', { hasText: text }).first();
        if (await found.isVisible()) return found;
      }
      if (attempt === 600) throw new Error(`The preview shows no citation ${text}.`);
      await workbench.page.waitForTimeout(100);
    }
  }

  it('shows citations and references as the style prints them, and the abstract to who points at one', async () => {
    await workbench.openFile('paper.md');
    await workbench.run('Markdown: Open Preview to the Side');
    const first = await cited('(see Poe, 1999, p. 3');
    const body = first.locator('xpath=ancestor::body');
    await body.locator('.literature-cited', { hasText: 'Roe & Doe (2001)' }).waitFor();
    await body.locator('.csl-entry', { hasText: 'Annals of Sets' }).waitFor();
    await body.locator('.literature-undefined', { hasText: 'coe2005?' }).waitFor();
    await first.hover();
    const card = body.locator('.literature-card:visible');
    await card.filter({ hasText: 'readers prefer the shortest one' }).waitFor();
    await workbench.screenshot('preview');
    assert.equal(await body.locator('code', { hasText: '@roe2001' }).count(), 1);
  });

  it('follows what is written', async () => {
    await workbench.page.locator('.view-line', { hasText: 'Sets are old' }).first().click();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('\nRavens are black [-@poe1999, p. 7].');
    await cited('(1999, p. 7)');
  });
});
