import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench';

const refs = `@article{deer,
  author = {Bell, Ada and Roe, Bo and Doe, Cy}, year = {2022}, title = {Ungulates in winter}, journal = {Annals of Snow},
  abstract = {Many deer and elk starve when snow lies deep.}, doi = {10.1000/deer}, file = {:deer.pdf:PDF}
}
@article{court, author = {Roe, Richard}, year = {2019}, title = {Precedent in Courts of Appeal}}
`;
const draft = `---
bibliography: refs.bib
---

Deer and other wild animals die of hunger in the cold months of the year [@court; @gone2020].

Elk starve where snow lies deep [@deer], so much is known [@?].
`;

/** What a screen reader says of each part, by the place where it is met: `out/accessible-names.txt` has all of it, to be read. */
const met: string[] = [];

/** What a page that may be loaded anew meanwhile says of its parts. */
async function allOf<T>(parts: Locator, read: (elements: Element[]) => T[]): Promise<T[]> {
  for (let attempt = 1; ; attempt++) {
    await parts.first().waitFor();
    const found = await parts.evaluateAll(read).catch(error => {
      if (attempt === 5) throw error;
      return [];
    });
    if (found.length) return found;
  }
}

describe('what a screen reader says', { timeout: 900_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files: { 'draft.md': draft, 'refs.bib': refs },
      settings: { 'literature.collection.enabled': false },
    });
    await workbench.openFile('draft.md');
  });
  after(async () => {
    const root = process.env.LITERATURE_ROOT ?? process.cwd();
    fs.writeFileSync(path.join(root, 'out/accessible-names.txt'), `${met.join('\n')}\n`);
    await workbench.close();
  });

  /** The names of parts, each of which has to have one that can be said: words, no icons, nothing left open. */
  async function names(place: string, parts: Locator): Promise<string[]> {
    const found = await allOf(parts, elements =>
      elements
        .filter(element => element.getClientRects().length > 0)
        .map(element => {
          const labelled = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
          const by = labelled.map(id => document.getElementById(id)?.textContent ?? '').join(' ');
          const name = element.getAttribute('aria-label') || by || element.textContent || '';
          return name.replace(/\s+/g, ' ').trim();
        }),
    );
    for (const name of found) {
      met.push(`${place}: ${name}`);
      assert.match(name, /\p{L}{2}/u, `${place} has a part without a name`);
      assert.doesNotMatch(name, /\$\(|undefined|\{\d\}|\[object/, place);
    }
    return found;
  }

  async function page(place: string, heading: string | RegExp): Promise<string[]> {
    const page = await workbench.pageTitled(heading);
    assert.ok(await page.locator('html').getAttribute('lang'), 'the page says its language');
    await names(`${place}, heading`, page.locator('h1, h2, h3'));
    return names(`${place}, control`, page.locator('a[href], button, [role="option"], [role="img"], canvas'));
  }

  it('of the views', async () => {
    await workbench.activityBarItem('Literature').click();
    await workbench.run('Literature: Group by Source');
    await workbench.treeRows
      .filter({ hasText: 'refs.bib' })
      .filter({ hasText: '2 references' })
      .first()
      .click();
    await workbench.treeRows.filter({ hasText: 'Bell et al. 2022' }).first().waitFor();
    await workbench.treeRows.filter({ hasText: 'A citation is missing' }).first().waitFor();
    await workbench.run('Literature: Focus on Related to This Paragraph View');
    const rows = await names('view, row', workbench.treeRows);
    assert.ok(
      rows.some(name => /Ungulates in winter/.test(name) && /Bell/.test(name)),
      rows.join('\n'),
    );
    assert.ok(
      rows.some(name => /gone2020.*not in a bibliography/.test(name)),
      rows.join('\n'),
    );
    await names('view, button', workbench.page.locator('.sidebar .pane-header .action-label'));
  });

  it('of the search', async () => {
    await workbench.page.locator('.view-line', { hasText: 'Elk starve' }).click();
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('ungulates');
    await workbench.rows.filter({ hasText: 'Ungulates' }).first().waitFor();
    const [first] = await names('search, row', workbench.rows);
    assert.match(first!, /Bell et al\. 2022.*Ungulates in winter/);
    assert.match(first!, /cited/);
    await workbench.rows.first().hover();
    const widget = workbench.page.locator('.quick-input-widget');
    const buttons = await names('search, button', widget.locator('.monaco-list-row.focused .action-label'));
    assert.equal(new Set(buttons).size, buttons.length, buttons.join(', '));
    await names('search, title', widget.locator('.quick-input-titlebar .action-label'));
    await names('search, input', widget.locator('input[type="text"]'));
    await workbench.page.keyboard.press('Escape');
  });

  /** Alone: pages open beside it. */
  async function openDraft(): Promise<void> {
    await workbench.run('View: Close All Editors');
    await workbench.openFile('draft.md');
  }

  it('of the pages', async () => {
    await workbench.treeRows.filter({ hasText: 'Bell et al. 2022' }).first().click();
    await page('abstract', 'Ungulates in winter');
    await openDraft();
    await workbench.goTo(5, draft.split('\n')[4]!.indexOf('court') + 1);
    await workbench.run('Literature: Show What It Says');
    await page('what it says', 'What It Says');
    await openDraft();
    await workbench.run('Literature: Report What Citations Say');
    const report = await page('report', 'What the Citations');
    assert.ok(report.some(name => /Line 5/.test(name)));
    await openDraft();
    await workbench.run('Literature: Show Library Map');
    await page('map', /papers in the library/);
  });
});
