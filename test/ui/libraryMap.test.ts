import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { Workbench } from './workbench';

const draft = 'Constraints are followed worse the later they stand [@schlaginhaufen2023identifiability].\n';

describe('a writer looks at the library as a picture', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let page: FrameLocator;
  before(async () => {
    workbench = await Workbench.open({
      files: { 'draft.md': draft },
      settings: { 'literature.addToBibliography': 'never' },
    });
    page = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  });
  after(() => workbench.close());

  /** The colours that are drawn, as far as they tell points from the ground. */
  const drawn = () =>
    page.locator('#canvas').evaluate((element: HTMLCanvasElement) => {
      const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
      let pixels = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]! > 200) pixels++;
      return pixels;
    });

  it('sees all papers on a map, those that the document cites marked, and in lists that say the same', async () => {
    await workbench.openFile('draft.md');
    await workbench.run('Literature: Show Library Map');
    await page.getByRole('heading', { name: '119 papers in the library' }).waitFor();
    await page.getByText('Rings mark what draft.md cites.').waitFor();
    await page.getByRole('option').first().getByText('cited').waitFor();
    await page.locator('#canvas').click({ position: { x: 2, y: 2 } });
    assert.ok((await drawn()) > 500);
    await workbench.screenshotInEachTheme('map');
  });

  it('chooses a topic and a year, which filter the library', async () => {
    const topic = page.locator('#topics button').first();
    const name = await topic.locator('span').nth(1).textContent();
    await topic.click();
    await page.getByRole('heading', { name: `papers: ${name}` }).waitFor();
    await page.getByRole('button', { name: 'Years', exact: true }).click();
    await workbench.screenshot('map-years');
    await page.getByRole('button', { name: 'Filter the Library' }).click();
    await workbench.page.locator('.sidebar', { hasText: `topic:"${name}"` }).waitFor();
  });

  it('draws a rectangle, and has the library show what is in it', async () => {
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByRole('button', { name: 'Clear Selection' }).click();
    const box = (await page.locator('#canvas').boundingBox())!;
    await workbench.page.keyboard.down('Shift');
    await workbench.page.mouse.move(box.x + 4, box.y + 4);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
    await workbench.page.mouse.up();
    await workbench.page.keyboard.up('Shift');
    const heading = page.getByRole('heading', { name: 'a part of the map' });
    await heading.waitFor();
    const chosen = Number.parseInt((await heading.textContent())!, 10);
    assert.ok(chosen > 0 && chosen < 119, String(chosen));
    await workbench.run('Literature: Group by Source');
    await workbench.page.locator('.tab', { hasText: 'Library Map' }).click();
    await page.getByRole('button', { name: 'Filter the Library' }).click();
    const count = chosen === 1 ? '1 reference' : `${chosen} references`;
    await workbench.treeRows.filter({ hasText: 'Collection' }).filter({ hasText: count }).first().waitFor();
    await workbench.page.locator('.sidebar', { hasText: 'Filtered by “a part of the map”' }).waitFor();
    await workbench.screenshot('map-part');
    await workbench.run('Literature: Clear Filter');
  });

  it('goes through the papers by the keyboard, and opens one', async () => {
    await workbench.page.locator('.tab', { hasText: 'Library Map' }).click();
    await page.getByRole('button', { name: 'Clear Selection' }).click();
    await page.getByRole('option').first().focus();
    await workbench.page.keyboard.press('ArrowDown');
    const title = (await page.getByRole('option').nth(1).textContent())!;
    await workbench.page.keyboard.press('Enter');
    const words = title
      .replace(/ cited$/, '')
      .split(' ')
      .slice(-2)
      .join(' ');
    await workbench.page.locator('.tab.active:not([data-resource-name="Library Map"])').first().waitFor();
    assert.ok(words.length > 2);
  });
});
