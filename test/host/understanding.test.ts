import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { LibraryCaches } from '../../src/vscode/library/libraryCache';
import { LibraryWorkerHost } from '../../src/vscode/library/libraryWorkerHost';
import { until } from './writing';

const source = { id: 'file:///deer.bib', kind: 'bibliography', label: 'deer.bib', format: 'bibtex' } as const;
const bibliography = `
@article{deer, title = {Winter feeding of ungulates}, abstract = {We count how many deer and elk starve when snow lies deep.}}
@article{heat, title = {Thermal stress in thin plates}, abstract = {Sheets of metal bend when one of their faces is hot.}}
@article{law, title = {Precedent in appellate courts}, abstract = {Judges follow earlier rulings more often than not.}}
`;
const query = 'wild animals of the forest die of hunger and frost during the long cold season of the year';

describe('Understanding papers', () => {
  it('reads them in the background, finds them by what they mean, keeps that, and forgets it when told to', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'understanding-'));
    const log = vscode.window.createOutputChannel('Literature (understanding test)', { log: true });
    const caches = new LibraryCaches(vscode.Uri.file(folder), log);
    const extension = vscode.extensions.getExtension('literature-lookup.literature-lookup');
    assert.ok(extension);
    const host = new LibraryWorkerHost(extension, log, caches, () => true);
    const library = host.service;
    let read = 0;
    library.onDidUnderstand(({ done }) => {
      read = done;
    });
    await library.load(source, new TextEncoder().encode(bibliography));
    await until(() => read === 3);
    const { hits } = await library.search({ query, limit: 1 });
    assert.equal(hits[0]?.reference.key, 'deer');
    const file = path.join(folder, 'meaning.cache');
    await until(() => fs.existsSync(file));
    await caches.clear();
    assert.ok(!fs.existsSync(file));
    host.dispose();
    log.dispose();
    fs.rmSync(folder, { recursive: true });
  }).timeout(120_000);

  it('is switched by a setting, and its caches are cleared by a command', async () => {
    const all = await vscode.commands.getCommands(true);
    assert.ok(all.includes('literature.clearCaches'));
    assert.equal(vscode.workspace.getConfiguration('literature.meaning').get('enabled'), true);
  });
});
