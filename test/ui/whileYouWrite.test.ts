import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench';

const draft = `# Draft

When several constraints stand in one prompt, language models follow them worse the later they stand [citation needed].

Whether neural networks generalise can be told from the flatness of the minima that training finds.
`;

describe('while one writes', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files: { 'draft.md': draft } });
  });
  after(() => workbench.close());

  it('shows what is related to the paragraph at the cursor, and follows it', async () => {
    await workbench.activityBarItem('Literature').click();
    await workbench.openFile('draft.md');
    await workbench.page.locator('.pane-header .title', { hasText: 'Library' }).first().click();
    await workbench.page.locator('.pane-header .title', { hasText: 'Related to This Paragraph' }).click();
    await workbench.page.locator('.view-line', { hasText: 'When several' }).click();
    await workbench.treeRows.filter({ hasText: 'Order Matters' }).first().waitFor();
    await workbench.screenshotInEachTheme('related');
    await workbench.page.locator('.view-line', { hasText: 'Whether neural' }).click();
    await workbench.treeRows.filter({ hasText: 'Fantastic Generalization Measures' }).first().waitFor();
  });

  it('stays with the paragraph it was pinned to, and is empty where it is switched off', async () => {
    const pane = workbench.page.locator('.pane', { hasText: 'Related to This Paragraph' });
    await workbench.run('Literature: Pin Related Papers');
    await pane.locator('.pane-header .description', { hasText: 'pinned' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'When several' }).click();
    // A search by meaning takes longer than what the view would wait for.
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.quickInput.fill('order of constraints in prompts');
    await workbench.rows.filter({ hasText: 'Order Matters' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.ok(await pane.locator('.monaco-list-row', { hasText: 'Fantastic' }).first().isVisible());
    await workbench.run('Literature: Unpin Related Papers');
    await pane.locator('.monaco-list-row', { hasText: 'Order Matters' }).first().waitFor();
    fs.mkdirSync(path.join(workbench.folder, '.vscode'), { recursive: true });
    const settings = path.join(workbench.folder, '.vscode/settings.json');
    fs.writeFileSync(settings, JSON.stringify({ 'literature.related.enabled': false }));
    await workbench.page.locator('.view-line', { hasText: 'Whether neural' }).click();
    await pane.locator('.monaco-list-row').first().waitFor({ state: 'detached' });
    fs.rmSync(settings);
  });

  it('finds support for a claim, which takes the place of the placeholder', async () => {
    await workbench.page.locator('.view-line', { hasText: 'When several' }).click();
    await workbench.run('Literature: Go to Next Placeholder');
    // The command has the editor take the focus, which would close a list opened before.
    await workbench.page.locator('.statusbar-item', { hasText: 'selected' }).first().waitFor();
    await workbench.run('Literature: Find Support…');
    await workbench.titled('Find Support');
    await workbench.rows.filter({ hasText: 'Order Matters' }).first().waitFor();
    await workbench.screenshotInEachTheme('support');
    await workbench.page.keyboard.press('Enter');
    await workbench.rows.filter({ hasText: 'Add to' }).first().waitFor();
    await workbench.enterUntil(workbench.page.locator('.view-line', { hasText: /\[@\w+\]/ }));
    await workbench.saved('draft.md', /stand \[@\w+\]\./);
  });
});
