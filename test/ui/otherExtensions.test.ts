import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Workbench } from './workbench';

/** A package of one of the extensions, to be tried beside instead of what stands in for it: `notZaki.pandocciter`. */
const realOne = process.env.LITERATURE_OTHER_VSIX;
const root = process.env.LITERATURE_ROOT ?? process.cwd();

/** Goes by the name of an extension that lists, shows and finds the keys of `refs.bib` in Markdown, and does what it does. */
const standIn = `
const vscode = require('vscode');
const word = /@([\\w:-]+)/;
exports.activate = ({ subscriptions }) => subscriptions.push(
  vscode.languages.registerCompletionItemProvider('markdown', {
    provideCompletionItems: () => ['heron2001', 'otter2003'].map(key => ({ label: key, detail: 'from another', filterText: '@' + key + ' Herons Otters' })),
  }, '@'),
  vscode.languages.registerHoverProvider('markdown', {
    provideHover: (document, at) => document.getWordRangeAtPosition(at, word) && new vscode.Hover('Shown by another'),
  }),
  vscode.languages.registerDefinitionProvider('markdown', {
    provideDefinition: document => new vscode.Location(vscode.Uri.joinPath(document.uri, '../refs.bib'), new vscode.Position(0, 0)),
  }),
);
`;

const bibliography = `@article{heron2001,
  title = {Herons at Dusk},
  author = {Smith, Ann},
  year = 2001,
  abstract = {Herons stand still until the light is gone.}
}

@book{otter2003,
  title = {Otters},
  author = {Roe, Bo},
  year = 2003
}
`;

describe('a writer who has another extension for citations too', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let extensions: string;
  before(async () => {
    extensions = await withStandIn();
    workbench = await Workbench.open({
      extensions,
      files: {
        'refs.bib': bibliography,
        'paper.md': '---\nbibliography: refs.bib\n---\n\nSee [@heron2001] and [@otter2003].\n\nSee [@\n',
      },
    });
    await workbench.openFile('paper.md');
    await workbench.page.locator('.view-line', { hasText: '@otter2003' }).waitFor();
  });
  after(async () => {
    await workbench.close();
    fs.rmSync(extensions, { recursive: true, force: true });
  });

  it('sees the abstract, which the other does not show, and nothing twice', async () => {
    // Either may be there first: what is shown already is not asked for again.
    if (!realOne) {
      await workbench.hoverOver('heron2001', 'Shown by another');
      await workbench.page.mouse.move(5, 5);
      await workbench.hover.first().waitFor({ state: 'hidden' });
    }
    await workbench.hoverOver('heron2001', 'Herons stand still');
    if (!realOne) await workbench.hover.filter({ hasText: 'Shown by another' }).waitFor();
    await workbench.page.mouse.move(5, 5);
    await workbench.hoverOver('otter2003', realOne ? 'Otters' : 'Shown by another');
    assert.doesNotMatch(await workbench.hover.innerText(), /Open Abstract/);
  });

  it('gets no row twice, and what the other does not list', async () => {
    await workbench.goTo(7, 7);
    await workbench.page.keyboard.type('herons');
    await workbench.suggested();
    await workbench.suggestions.filter({ hasText: 'heron2001' }).first().waitFor();
    await workbench.screenshot('other-extension');
    assert.equal(await workbench.suggestions.filter({ hasText: 'heron2001' }).count(), 1);
    await workbench.page.keyboard.press('Escape');
    // What the other lists is the document's own: Enter never takes a stranger before it.
    for (const _ of 'ons') await workbench.page.keyboard.press('Backspace');
    await workbench.suggested('herel2023advancing');
    assert.match(await workbench.suggestions.first().innerText(), /^heron2001/);
    await workbench.page.keyboard.type('ons');
    // A word of the abstract alone.
    for (const _ of 'herons') await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.type('light');
    await workbench.suggested();
    await workbench.suggestions.filter({ hasText: 'until the light' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

/** A copy of the folder of extensions, with another one in it. */
async function withStandIn(): Promise<string> {
  const { installVsix } = await import(pathToFileURL(path.join(root, 'test/support/vscode/server.mjs')).href);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-other-'));
  const manifest = {
    name: 'pandocciter',
    publisher: 'notZaki',
    version: '0.0.1',
    engines: { vscode: '^1.90.0' },
    main: './main.js',
    activationEvents: ['onLanguage:markdown'],
    repository: 'https://example.org',
    files: ['main.js'],
  };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(folder, 'main.js'), standIn);
  fs.writeFileSync(path.join(folder, 'LICENSE'), 'MIT');
  fs.writeFileSync(path.join(folder, 'README.md'), '# Stands in\n');
  const vsix = path.join(folder, 'other.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: folder });
  const extensions = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-extensions-'));
  fs.cpSync(process.env.LITERATURE_EXTENSIONS!, extensions, { recursive: true });
  installVsix(realOne ?? vsix, extensions);
  fs.rmSync(folder, { recursive: true, force: true });
  return extensions;
}
