import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

/** The titles that the library gives for a query, the document's own first: what `npm run search` prints. */
function ranked(query: string): string[] {
  const library = ['--library', 'test/fixtures/sample/references.bib', '--collection'];
  const run = spawnSync(
    process.execPath,
    ['src/cli/run.mjs', 'search', query, '--json', '--limit', '8', ...library],
    {
      cwd: process.env.LITERATURE_ROOT,
      encoding: 'utf8',
    },
  );
  return (JSON.parse(run.stdout) as { title: string }[]).map(({ title }) => title);
}

describe('a writer of LaTeX', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ width: 1280, height: 800 });
    await workbench.openFile('constraints.tex');
  });
  after(() => workbench.close());

  it('sees the order of the index, for a sentence too', async () => {
    const sentence =
      'a right answer does not imply a sound derivation, so the solution path should be graded';
    for (const [query, picture] of [
      ['langth generalisation transformers', 'search-typo'],
      [sentence, 'search-sentence'],
      ['reasoning year:2025.. -mathematical', 'search-filters'],
    ] as const) {
      const titles = ranked(query);
      await workbench.page.keyboard.press('Shift+Alt+L');
      await workbench.quickInput.waitFor();
      await workbench.quickInput.fill(query);
      // The first, then the next two: ranked by meaning too, once typing rests. What the document cites goes before its equals.
      await workbench.page.waitForFunction(
        wanted => {
          const rows = [...document.querySelectorAll('.quick-input-list .monaco-list-row')].map(
            row => row.querySelector('.label-name')?.textContent ?? '',
          );
          const has = (title: string) => rows.slice(0, 3).some(row => row.includes(title.slice(0, 30)));
          return rows[0]?.includes(wanted[0]!.slice(0, 30)) && wanted.every(has);
        },
        titles.slice(0, 3),
      );
      await workbench.screenshot(picture);
      await workbench.page.keyboard.press('Escape');
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    }
  });

  it('cites with the command of the document', async () => {
    await workbench.goTo(30, 58);
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.waitFor();
    await workbench.page.keyboard.type('scheduling np-complete');
    await workbench.firstRow('R-ConstraintBench');
    await workbench.page.keyboard.press('Enter');
    await workbench.rows.filter({ hasText: 'Add to references.bib' }).first().waitFor();
    await workbench.enterUntil(
      workbench.page.locator('.view-line', { hasText: '\\citep{jain2025rconstraintbench}' }),
    );
    await workbench.saved('constraints.tex', /where models break \\citep\{jain2025rconstraintbench\}\./);
  });

  it('hovers and completes in a citation command', async () => {
    // In a narrow window the key is to the right of what is shown.
    await workbench.goTo(15, 90);
    await workbench.hoverOver('wang2024planning', 'On The Planning Abilities');
    await workbench.screenshot('hover-latex');
    await workbench.page.mouse.move(5, 5);
    await workbench.goTo(30);
    await workbench.page.keyboard.type('See \\cite{huang', { delay: 40 });
    await workbench.suggestions.filter({ hasText: 'Huang et al. 2025' }).first().waitFor();
    await workbench.screenshot('completion-latex');
    await workbench.page.keyboard.press('Escape');
    for (let letter = 0; letter < 15; letter++) await workbench.page.keyboard.press('Backspace');
  });

  it('is told of a key that nothing defines, and what is near', async () => {
    await workbench.goTo(30);
    await workbench.page.keyboard.type('See \\citet{wang2024plannig}.');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.goTo(30, 14);
    const menu = await workbench.actionsWith('Change to wang2024planning');
    await workbench.screenshot('diagnostics');
    assert.ok((await menu.locator('.monaco-list-row').count()) >= 2);
    await workbench.page.keyboard.press('Escape');
  });
});

describe('a writer who lists the literature in the document', { timeout: 600_000 }, () => {
  it('sees, over a key and beside the document, what the list says', async () => {
    const workbench = await Workbench.open({
      files: {
        'letter.tex': `\\documentclass{article}
\\begin{document}
As \\cite{doe} shows, and \\cite{nobody} does not.
\\begin{thebibliography}{9}
\\bibitem{doe} J.~Doe, \\emph{The Migration of Geese}, 2020.
\\end{thebibliography}
\\end{document}
`,
      },
      width: 1200,
      height: 700,
    });
    try {
      await workbench.activityBarItem('Literature').click();
      await workbench.openFile('letter.tex');
      const row = workbench.treeRows.filter({ hasText: 'The Migration of Geese' }).first();
      await row.filter({ hasText: 'listed in the document' }).waitFor();
      await workbench.treeRows
        .filter({ hasText: 'nobody' })
        .filter({ hasText: 'not in a bibliography' })
        .waitFor();
      await workbench.hoverOver('doe', 'J. Doe, The Migration of Geese, 2020.');
      await workbench.screenshot('listed-in-document');
    } finally {
      await workbench.close();
    }
  });
});
