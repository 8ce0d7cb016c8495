import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Workbench } from './workbench';

const untouched = 'export PATH\n';

describe('a folder that was made to do harm', { timeout: 600_000 }, () => {
  it('has nothing written, and nothing outside it read, in Restricted Mode', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-outside-'));
    const startup = path.join(outside, '.bashrc');
    const foreign = path.join(outside, 'foreign.bib');
    fs.writeFileSync(startup, untouched);
    fs.writeFileSync(foreign, '@book{foreign2020, title = {Seen From Elsewhere}, year = 2020}\n');
    const workbench = await Workbench.open({
      restricted: true,
      files: {
        '.vscode/settings.json': JSON.stringify({
          'literature.addToBibliography': 'always',
          'literature.newBibliography': '../planted.bib',
          'literature.bibliographies.default': [foreign],
          'literature.bibliographies.files': [foreign],
        }),
        'other.bib': '@book{other2020,\n  title = {A\ntouch PWNED\n},\n  year = 2020\n}\n',
        'paper.md': `---\nbibliography: [${startup}, ${foreign}]\n---\n\nKnown\n`,
      },
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    try {
      await workbench.openFile('paper.md');
      await workbench.goTo(5, 6);
      await workbench.page.keyboard.press('Shift+Alt+L');
      await workbench.quickInput.waitFor();
      await workbench.page.keyboard.type('touch PWNED', { delay: 20 });
      // Also where the bibliography is read later than this is typed.
      await workbench.page.locator('.monaco-list-row.focused', { hasText: 'A touch PWNED' }).waitFor();
      assert.equal(await workbench.rows.filter({ hasText: 'Seen From Elsewhere' }).count(), 0);
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.view-line', { hasText: '@other2020' }).waitFor();
      await workbench.page.locator('.notification-toast', { hasText: 'Restricted Mode' }).first().waitFor();
      assert.equal(fs.readFileSync(startup, 'utf8'), untouched);
      assert.deepEqual(fs.readdirSync(outside).sort(), ['.bashrc', 'foreign.bib']);
    } finally {
      await workbench.close();
      fs.rmSync(outside, { recursive: true, force: true });
    }
  });

  it('shows what its bibliographies say as text, in messages too', async () => {
    const link = '[Update now](command:workbench.action.showCommands)';
    const workbench = await Workbench.open({
      files: {
        'library/more.bib': `@book{update2020,\n  title = {Planted},\n  author = {{${link}}},\n  year = 2020\n}\n`,
        'refs.bib': '@book{own2001, title = {Own}, year = 2001}\n',
        'paper.md': '---\nbibliography: refs.bib\n---\n\nKnown\n',
      },
    });
    try {
      await workbench.openFile('paper.md');
      await workbench.goTo(5, 6);
      await workbench.page.keyboard.type(' [@', { delay: 60 });
      await workbench.suggested();
      await workbench.page.locator('.statusbar-item', { hasText: '2 references' }).waitFor();
      await workbench.page.keyboard.type('planted', { delay: 60 });
      await workbench.suggested('Planted');
      // Enter takes the row that has the focus, which is another until the last letter is answered.
      await workbench.page
        .locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'Planted' })
        .waitFor();
      await workbench.page.keyboard.press('Enter');
      const message = workbench.page.locator('.notification-toast', { hasText: 'Update now' }).first();
      await message.waitFor();
      assert.equal(await message.locator('.notification-list-item-message a').count(), 0);
      assert.match(await message.innerText(), /refs\.bib/);
    } finally {
      await workbench.close();
    }
  });
});
