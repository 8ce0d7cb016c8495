import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const broken = `@article{good2020,
  title = {A Good Entry},
  author = {Good, Ann},
  year = {2020}
}

@article{comma2021,
  title = {An Entry without a Comma}
  author = {Comma, Carl},
  year = {2021}
}

@book{last2022,
  title = {The Last Entry},
  author = {Last, Lea},
  year = {2022}
}
`;

describe('a writer with a broken bibliography', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files: {
        'refs.bib': broken,
        'paper.md': '---\nbibliography: refs.bib\n---\n\nSee @last2022 and @nobody1999.\n',
      },
      settings: { 'workbench.colorTheme': 'Default Dark Modern' },
      width: 1200,
      height: 760,
    });
  });
  after(() => workbench.close());

  it('has every entry, and is told of the line', async () => {
    await workbench.activityBarItem('Literature').click();
    await workbench.run('Literature: Group by Source');
    await workbench.treeRows.filter({ hasText: 'refs.bib' }).first().waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: '3 references, 1 problem' }).waitFor();
    await workbench.openFile('paper.md');
    await workbench.treeRows.filter({ hasText: 'nobody1999' }).first().waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: '3 references' }).click();
    const problem = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'comma' }).first();
    await problem.waitFor();
    await workbench.screenshot('sources');
    assert.match(await problem.innerText(), /Ln \d+/);
  });
});

describe('a writer with a very large bibliography', { timeout: 600_000 }, () => {
  it('sees it being read, and searches what is there already', async () => {
    // A machine that has read it before one can search in it is given a larger one.
    for (const count of [50_000, 100_000, 200_000]) {
      if (await isSearchedWhileLoading(count)) {
        return;
      }
    }
    assert.fail('No search was answered before the bibliography had been read.');
  });
});

/** Writes a bibliography of so many entries into a window; whether both the collection and its last entry were found while it still loaded. */
async function isSearchedWhileLoading(count: number): Promise<boolean> {
  const abstract = 'One more sentence about the migration of deer in winter. '.repeat(25);
  const entries = Array.from(
    { length: count },
    (_, index) =>
      `@article{deer${index},\n  title = {Deer of Valley ${index}},\n  abstract = {${abstract}},\n  year = {2020}\n}\n`,
  );
  const workbench = await Workbench.open({
    files: { 'paper.md': '---\nbibliography: library.bib\n---\n\nText\n' },
    width: 1200,
    height: 760,
  });
  try {
    await workbench.activityBarItem('Literature').click();
    await workbench.run('Literature: Group by Source');
    await workbench.treeRows.filter({ hasText: 'ollection' }).first().waitFor();
    fs.writeFileSync(path.join(workbench.folder, 'library.bib'), entries.join(''));
    const row = workbench.treeRows.filter({ hasText: 'library.bib' }).first();
    const loading = row.filter({ hasText: 'loading' });
    const all = count.toLocaleString('en');
    const loaded = row.filter({ hasNotText: 'loading' }).filter({ hasText: `${all} references` });
    const searched = async (words: string, title: string, picture?: string) => {
      await workbench.page.keyboard.press('Shift+Alt+L');
      await workbench.quickInput.fill(words);
      await workbench.rows.first().filter({ hasText: title }).waitFor();
      const early = await loading.isVisible();
      if (early && picture) await workbench.screenshot(picture);
      await workbench.page.keyboard.press('Escape');
      return early;
    };
    await loading.or(loaded).waitFor();
    const collection = await searched('geomanip', 'GeoManip');
    await row
      .filter({ hasText: new RegExp(`loading [1-9].*${all}`) })
      .or(loaded)
      .waitFor();
    await workbench.screenshot('sources-loading');
    const last = `Deer of Valley ${count - 1}`;
    const library = await searched(last, last, 'search-while-loading');
    await loaded.waitFor({ timeout: 120_000 });
    await workbench.screenshot('sources-loaded');
    return collection && library;
  } finally {
    await workbench.close();
  }
}

describe('a writer with nothing open', { timeout: 600_000 }, () => {
  it('searches, and copies the key', async () => {
    const workbench = await Workbench.open({ empty: true });
    try {
      await workbench.page.keyboard.press('Shift+Alt+L');
      await workbench.quickInput.waitFor();
      await workbench.page.keyboard.type('geomanip');
      await workbench.firstRow('GeoManip');
      await workbench.page.keyboard.press('Enter');
      await workbench.notifications.filter({ hasText: 'Copied tang2025geomanip' }).waitFor();
    } finally {
      await workbench.close();
    }
  });
});

describe('a writer in Restricted Mode', { timeout: 600_000 }, () => {
  it('reads a hover and cites', async () => {
    const workbench = await Workbench.open({
      restricted: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    try {
      await workbench.openFile('generalization.md');
      await workbench.hoverOver('zhang2024instruction', 'Instruction Diversity');
    } finally {
      await workbench.close();
    }
  });
});

describe('a writer with two projects in one workspace', { timeout: 600_000 }, () => {
  it('cites into the bibliography of the project at hand', async () => {
    const workbench = await Workbench.open({
      files: {
        'all.code-workspace': JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }),
        'first/refs.bib': broken,
        'second/refs.bib': '@book{own2001,\n  title = {My Own},\n  year = {2001}\n}\n',
        'second/thesis.md': '---\nbibliography: refs.bib\n---\n\nA claim\n',
      },
      workspace: 'all.code-workspace',
      settings: { 'literature.addToBibliography': 'always' },
    });
    try {
      await workbench.openFile('thesis.md');
      await workbench.goTo(5, 8);
      await workbench.page.keyboard.press('Shift+Alt+L');
      await workbench.quickInput.waitFor();
      await workbench.page.keyboard.type('geomanip');
      await workbench.firstRow('GeoManip');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.view-line', { hasText: '[@tang2025geomanip]' }).waitFor();
      await workbench.fileWith('second/refs.bib', /^@book\{own2001,[\s\S]*tang2025geomanip/);
      assert.equal(await workbench.fileWith('first/refs.bib', /good2020/), broken);
    } finally {
      await workbench.close();
    }
  });
});
