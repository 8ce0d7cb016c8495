import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const entries = `@article{deer2001,
  title = {Deer in Woods},
  author = {Hunter, Ann},
  year = {2001}
}

@article{hare2002,
  title = {Hares in Fields},
  author = {Farmer, Bob},
  year = {2002}
}
`;

const thesis = `\\documentclass{article}
\\begin{document}
Both \\cite{hare2002,deer2001} are shy.

\\bibliographystyle{plain}
\\bibliography{refs}
\\end{document}
`;

describe('a writer with Markdown and LaTeX over one bibliography', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files: {
        'refs.bib': entries,
        'thesis.tex': thesis,
        'paper.md':
          '---\nbibliography: refs.bib\n---\n\nAs @deer2001 says [see @hare2002; @deer2001, p. 3].\n\nSeveral\n',
      },
      settings: { 'literature.addToBibliography': 'always' },
      width: 1240,
      height: 760,
    });
  });
  after(() => workbench.close());

  it('renames a key in all of them with F2', async () => {
    await workbench.openFile('paper.md');
    await workbench.page.locator('.statusbar-item', { hasText: '2 references' }).waitFor();
    await workbench.goTo(5, 6);
    await workbench.page.keyboard.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'deer2001');
    await box.fill('hunter2001deer');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: '@hunter2001deer says' }).waitFor();
    await workbench.run('File: Save All Files');
    await workbench.fileWith(
      'paper.md',
      /As @hunter2001deer says \[see @hare2002; @hunter2001deer, p\. 3\]\./,
    );
    await workbench.fileWith('thesis.tex', /\\cite\{hare2002,hunter2001deer\}/);
    assert.equal(
      await workbench.fileWith('refs.bib', /hunter2001deer/),
      entries.replace('deer2001', 'hunter2001deer'),
    );
  });

  it('refuses to rename to a key that another entry has', async () => {
    await workbench.goTo(5, 6);
    await workbench.page.keyboard.press('F2');
    await workbench.page.locator('.rename-box input').fill('hare2002');
    await workbench.page.keyboard.press('Enter');
    await workbench.notifications.filter({ hasText: 'hare2002' }).waitFor();
    await workbench.screenshot('rename-refused');
    await workbench.page.keyboard.press('Escape');
  });

  for (const [file, place, cited] of [
    ['paper.md', [7, 8], /^Several \[@tang2025geomanip; @gastpar2024fantastic\]$/m],
    ['thesis.tex', [3, 44], /are shy \\cite\{tang2025geomanip, ?gastpar2024fantastic\}\./],
  ] as const) {
    it(`cites several at once in ${file}`, async () => {
      await workbench.openFile(file);
      await workbench.goTo(place[0], place[1]);
      await workbench.run('Literature: Search and Cite Several');
      await workbench.titled('Cite');
      // What is picked already stays on top.
      for (const [query, title, at] of [
        ['geomanip', 'GeoManip', 0],
        ['fantastic generalization measures', 'Fantastic Generalization', 1],
      ] as const) {
        await workbench.quickInput.fill(query);
        const row = workbench.rows.nth(at).filter({ hasText: title });
        await row.waitFor();
        await row.locator('[role="checkbox"], .quick-input-list-checkbox').first().click();
      }
      await workbench.screenshot(`several-${file.replace('.', '-')}`);
      await workbench.quickInput.focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.view-line', { hasText: 'tang2025geomanip' }).waitFor();
      await workbench.saved(file, cited);
      await workbench.fileWith('refs.bib', /tang2025geomanip,[\s\S]*gastpar2024fantastic,/);
    });
  }
});
