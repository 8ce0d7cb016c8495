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
