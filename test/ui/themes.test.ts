import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench';

/** The contrast between a piece of text and what is behind it, 1 to 21 (WCAG 2.2, relative luminance). */
async function contrast(text: Locator): Promise<number> {
  return text.evaluate(element => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    let background = channels(getComputedStyle(element).backgroundColor);
    for (let behind = element.parentElement; behind && background[3] === 0; behind = behind.parentElement)
      background = channels(getComputedStyle(behind).backgroundColor);
    if (background[3] === 0) {
      // Then the editor's shows through.
      document.body.style.backgroundColor = 'var(--vscode-editor-background)';
      background = channels(getComputedStyle(document.body).backgroundColor);
    }
    const luminance = (colour: number[]) => {
      const [red, green, blue] = colour.map(value => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const [low, high] = [luminance(channels(getComputedStyle(element).color)), luminance(background)].sort(
      (a, b) => a - b,
    );
    return (high! + 0.05) / (low! + 0.05);
  });
}

describe('a writer reads an abstract', { timeout: 600_000 }, () => {
  for (const [theme, name, enough] of [
    ['Default High Contrast', 'contrast-dark', 7],
    ['Default High Contrast Light', 'contrast-light', 7],
    ['Default Dark Modern', 'dark', 4.5],
  ] as const) {
    it(`in ${theme}`, async () => {
      const workbench = await Workbench.open({
        settings: { 'workbench.colorTheme': theme },
        width: 1240,
        height: 760,
      });
      try {
        await workbench.activityBarItem('Literature').click();
        await workbench.treeRows.filter({ hasText: 'Generalization theory' }).first().click();
        const paper = workbench.treeRows.filter({ hasText: 'Fantastic Generalization Measures' }).first();
        await paper.dblclick();
        const page = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
        for (const part of ['h1', 'h2', 'p', 'a']) {
          const text = page.locator(part).first();
          await text.waitFor();
          // The page is drawn anew once more is known of the paper.
          const reached = await contrast(text).catch(() => contrast(text));
          assert.ok(reached >= enough, `${part}: ${reached.toFixed(1)}`);
        }
        await workbench.screenshot(`abstract-${name}`);
      } finally {
        await workbench.close();
      }
    });
  }
});
