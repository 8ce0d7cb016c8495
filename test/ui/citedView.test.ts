import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const refs = `@article{deer,
  author = {Bell, Ada}, year = {2022}, title = {Ungulates in winter},
  abstract = {Many deer and elk starve when snow lies deep.}
}
@article{court,
  author = {Roe, Richard}, year = {2019}, title = {Precedent in Courts of Appeal}
}
`;
const files = {
  'refs.bib': refs,
  'thesis.tex':
    '\\documentclass{book}\n\\usepackage[style=authoryear]{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n\\include{one}\n\\include{two}\n\\printbibliography\n\\end{document}\n',
  'one.tex':
    'Whatever characteristically incomprehensible considerations were made beforehand, deer starve \\cite{deer}, and they starve more where snow lies deep for months.\n\nAgain they do \\cite{deer}. This is missing \\cite{?}.\n',
  'two.tex': 'Courts decide as before \\cite{court} and \\cite{courd}.\n',
  'empty.md': '# Nothing yet\n',
};

describe('what a thesis cites', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files, height: 1000 });
  });
  after(() => workbench.close());

  const row = (text: string | RegExp) => workbench.treeRows.filter({ hasText: text }).first();

  it('is shown file by file, also from its main file, with the places where citations are missing', async () => {
    await workbench.openFile('thesis.tex');
    await workbench.activityBarItem('Literature').click();
    await workbench.page.locator('.pane-header .title', { hasText: 'Library' }).first().click();
    await row(/one\.tex.*1 reference/).waitFor();
    await row(/two\.tex.*2 references, 1 not in a bibliography/).waitFor();
    await row(/thesis\.tex.*cites nothing yet/).waitFor();
    await row('A citation is missing').waitFor();
    await row(/This is missing \\cite\{\?\}/).waitFor();
    await workbench.expand(row(/^one\.tex/));
    await row(/Bell 2022.*2× · Ungulates in winter/).waitFor();
  });

  it('leads to its places, whose words are not cut, one after the other', async () => {
    await workbench.expand(row('Bell 2022'));
    await row(/^… deer starve \\cite\{deer\}, and/).waitFor();
    await row('Bell 2022').hover();
    const next = row('Bell 2022').getByRole('button', { name: 'Go to Next Place' });
    await next.click();
    await workbench.page.locator('.tab[data-resource-name="one.tex"].active').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 1,' }).waitFor();
    await row('Bell 2022').hover();
    await next.click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 3,' }).waitFor();
  });

  it('can be mended: a key that no bibliography has is changed into the near one', async () => {
    await workbench.expand(row(/^two\.tex/));
    await row('courd').waitFor();
    await workbench.screenshotInEachTheme('cited');
    const change = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Change to court' });
    for (let attempt = 1; !(await change.isVisible()); attempt++) {
      await workbench.page.keyboard.press('Escape');
      await row('courd').hover();
      await row('courd').getByRole('button', { name: 'Fix' }).click();
      // What is open there closes when problems are told anew meanwhile.
      await change.waitFor({ timeout: 15_000 }).catch(error => {
        if (attempt === 4) throw error;
      });
    }
    await change.click();
    await workbench.page.locator('.view-line', { hasText: 'and \\cite{court}' }).waitFor();
    await row(/Roe 2019.*2× · Precedent/).waitFor();
  });

  it('has the menu of the library', async () => {
    await row('Roe 2019').click({ button: 'right' });
    const menu = workbench.page.locator('.context-view .monaco-menu');
    for (const entry of [
      'Insert Citation',
      'Open Abstract',
      'Go to Entry',
      'Copy BibTeX',
      'Find Related Papers',
    ])
      await menu.locator('.action-label', { hasText: entry }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('says so when a document cites nothing yet', async () => {
    await workbench.openFile('empty.md');
    await workbench.page.locator('.sidebar', { hasText: 'empty.md cites nothing yet.' }).waitFor();
  });
});
