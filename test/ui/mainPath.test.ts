import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

describe('a writer finds a paper and cites it', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ width: 1360, height: 860 });
  });
  after(() => workbench.close());

  it('searches with typing errors, and sees our order', async () => {
    await workbench.openFile('generalization.md');
    await workbench.goToEnd();
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.waitFor();
    await workbench.page.keyboard.type('position bias multi constrant', { delay: 20 });
    await workbench.rows.filter({ hasText: 'Order Matters' }).first().waitFor();
    await workbench.screenshot('search');
    assert.match(await workbench.rows.first().innerText(), /Order Matters/);
  });

  it('cites with Enter, and the bibliography follows', async () => {
    await workbench.page.keyboard.press('Enter');
    await workbench.rows.filter({ hasText: 'Add to references.bib' }).first().waitFor();
    await workbench.screenshot('insertion');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: '@zeng2025order' }).waitFor();
    await workbench.saved('generalization.md', /\[@zeng2025order\]/);
    await workbench.fileWith('references.bib', /@inproceedings\{zeng2025order,/);
  });

  it('reads the reference over its key', async () => {
    await workbench.page.keyboard.press('Control+Home');
    await workbench.hoverOver('zhang2024instruction', 'Instruction Diversity');
    await workbench.screenshot('hover');
    await workbench.page.mouse.move(5, 5);
    await workbench.page.keyboard.press('Escape');
  });

  it('completes a key by any word', async () => {
    await workbench.goToEnd();
    await workbench.page.keyboard.type('\nSee [@', { delay: 60 });
    await workbench.suggestions.first().waitFor();
    await workbench.page.keyboard.type('grokking', { delay: 60 });
    await workbench.suggestions.first().filter({ hasText: 'Grokking' }).waitFor();
    await workbench.screenshot('completion');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: '@li2026find' }).waitFor();
  });

  it('has the library in the sidebar, and opens an abstract', async () => {
    await workbench.activityBarItem('Literature').click();
    await workbench.treeRows.filter({ hasText: 'Generalization theory' }).first().click();
    const paper = workbench.treeRows.filter({ hasText: 'Fantastic Generalization Measures' }).first();
    await paper.waitFor();
    await workbench.screenshot('sidebar');
    assert.ok((await workbench.treeRows.count()) > 15);
    await paper.dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'Fantastic' }).waitFor();
    const page = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('h1', { hasText: 'Fantastic Generalization Measures' }).waitFor();
    await workbench.screenshot('abstract');
  });

  it('filters the library, and marks what was looked for', async () => {
    // The page has the focus: its keys are not the workbench's.
    await workbench.page.locator('.tab[data-resource-name="generalization.md"]').click();
    await workbench.run('Literature: Filter Library');
    await workbench.titled('Filter the Library');
    await workbench.quickInput.fill('length generalization transformers');
    await workbench.treeRows
      .locator('.highlight', { hasText: /^Length/ })
      .first()
      .waitFor();
    await workbench.screenshot('filter');
    await workbench.page.keyboard.press('Escape');
    await workbench.treeRows.filter({ hasText: 'Fantastic Generalization Measures' }).first().waitFor();
  });

  it('cites a paper dragged from the sidebar into the text', async () => {
    await workbench.goTo(29);
    const paper = workbench.treeRows.filter({ hasText: 'Fantastic Generalization Measures' }).first();
    const line = workbench.page.locator('.view-line', { hasText: 'The order in which constraints' }).first();
    await paper.dragTo(line, { targetPosition: { x: 60, y: 9 } });
    await workbench.page.locator('.view-line', { hasText: '@gastpar2024fantastic' }).waitFor();
  });
});
