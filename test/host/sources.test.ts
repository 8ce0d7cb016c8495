import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LibraryService } from '../../src/core/library/libraryService';
import { LibraryCaches } from '../../src/vscode/library/libraryCache';
import { LibraryWorkerHost } from '../../src/vscode/library/libraryWorkerHost';
import { BibliographyProblems } from '../../src/vscode/problems';
import { BibliographySources } from '../../src/vscode/sources/bibliographySources';
import { ConfiguredSources } from '../../src/vscode/sources/configuredSources';
import { measureBlocks } from './threadBlocks';
import { closeAll, emptyWorkspace, inWorkspace, until } from './writing';

const entry = (key: string, title: string) => `@article{${key},\n  title = {${title}},\n  year = {2020}\n}\n`;

/** A library of its own, beside that of the extension, with the thread and the files that one has. */
function openLibrary(
  parts: { cache?: vscode.Uri; files?: string[]; glob?: string; settledAfter?: number } = {},
) {
  const extension = vscode.extensions.getExtension('literature-lookup.literature-lookup');
  assert.ok(extension);
  const log = vscode.window.createOutputChannel('Literature (sources test)', { log: true });
  const cache = parts.cache && new LibraryCaches(parts.cache, log);
  const host = new LibraryWorkerHost(extension, log, cache);
  const sources = new BibliographySources(host.service, log, parts.settledAfter);
  const settings = () => ({ workspace: parts.glob ?? '**/*.bib', files: parts.files ?? [], default: [] });
  const configured = new ConfiguredSources(sources, settings, vscode.Uri.file(os.homedir()));
  const problems = new BibliographyProblems(host.service);
  host.onDidRestart(() => void sources.reload());
  return {
    library: host.service,
    host,
    sources,
    configured,
    close: () => [configured, sources, problems, host, log].map(one => one.dispose()),
  };
}

async function keysOf(library: LibraryService, file: string): Promise<string> {
  return (await library.keys([inWorkspace(file).toString()])).join(' ');
}

function put(file: string, text: string): void {
  fs.mkdirSync(path.dirname(inWorkspace(file).fsPath), { recursive: true });
  fs.writeFileSync(inWorkspace(file).fsPath, text);
}

describe('sources', () => {
  let opened: ReturnType<typeof openLibrary> | undefined;
  const open = async (parts?: Parameters<typeof openLibrary>[0]) => {
    opened = openLibrary(parts);
    await opened.configured.start();
    return opened.library;
  };

  beforeEach(emptyWorkspace);
  afterEach(async () => {
    opened?.close();
    opened = undefined;
    await closeAll();
  });

  it('sees an edit that is not saved, and its undoing when the editor is closed', async () => {
    put('refs.bib', entry('deer', 'Deer in Woods'));
    const library = await open();
    await until(async () => (await keysOf(library, 'refs.bib')) === 'deer');
    const document = await vscode.workspace.openTextDocument(inWorkspace('refs.bib'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), entry('hare', 'Hares in Fields')));
    await until(async () => (await keysOf(library, 'refs.bib')) === 'hare deer');
    const { hits } = await library.search({ query: 'hares', limit: 5 });
    assert.equal(hits[0]?.reference.key, 'hare');
    await closeAll();
    await until(async () => (await keysOf(library, 'refs.bib')) === 'deer');
  });

  it('follows a bibliography that VS Code saves by itself, as it does on vscode.dev', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Workspace);
    try {
      put('refs.bib', entry('deer', 'Deer in Woods'));
      const library = await open();
      await until(async () => (await keysOf(library, 'refs.bib')) === 'deer');
      const document = await vscode.workspace.openTextDocument(inWorkspace('refs.bib'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit(edit => edit.insert(new vscode.Position(0, 0), entry('hare', 'Hares in Fields')));
      await until(() => !document.isDirty);
      await closeAll();
      await until(async () => (await keysOf(library, 'refs.bib')) === 'hare deer');
      put('refs.bib', entry('owl', 'Owls at Night'));
      await until(async () => (await keysOf(library, 'refs.bib')) === 'owl');
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('lets those wait who read a file that is read anew meanwhile', async () => {
    const entries = Array.from({ length: 5000 }, (_, at) => entry(`deer${at}`, `Deer in ${at} Woods`));
    put('refs.bib', entries.join(''));
    opened = openLibrary();
    const { library, sources } = opened;
    const read = sources.read([inWorkspace('refs.bib')]);
    await until(async () => (await library.sources()).some(({ progress }) => progress));
    const readAnew = sources.reload();
    await read;
    const state = (await library.sources()).find(({ source }) => source.kind === 'bibliography');
    assert.equal(state?.status, 'ready');
    await readAnew;
  });

  it('sees a file replaced on disk, written in bursts, deleted and back again', async () => {
    put('refs.bib', entry('deer', 'Deer in Woods'));
    const library = await open();
    put('refs.new', entry('hare', 'Hares in Fields'));
    fs.renameSync(inWorkspace('refs.new').fsPath, inWorkspace('refs.bib').fsPath);
    await until(async () => (await keysOf(library, 'refs.bib')) === 'hare');
    for (let i = 0; i < 20; i++) put('refs.bib', entry(`fox${i}`, 'Foxes in Towns'));
    await until(async () => (await keysOf(library, 'refs.bib')) === 'fox19');
    fs.rmSync(inWorkspace('refs.bib').fsPath);
    await until(async () => (await keysOf(library, 'refs.bib')) === '');
    put('refs.bib', entry('owl', 'Owls at Night'));
    await until(async () => (await keysOf(library, 'refs.bib')) === 'owl');
  });

  it('sees a file that is new, and folders that go and come with what is in them', async () => {
    const library = await open();
    put('a/refs.bib', entry('deer', 'Deer in Woods'));
    await until(async () => (await keysOf(library, 'a/refs.bib')) === 'deer');
    fs.renameSync(inWorkspace('a').fsPath, inWorkspace('b').fsPath);
    await until(async () => (await keysOf(library, 'b/refs.bib')) === 'deer');
    await until(async () => (await keysOf(library, 'a/refs.bib')) === '');
    fs.renameSync(inWorkspace('b').fsPath, inWorkspace('a').fsPath);
    await until(async () => (await keysOf(library, 'a/refs.bib')) === 'deer');
  });

  it('keeps the last good state while a file is half-written', async () => {
    put('refs.bib', entry('deer', 'Deer in Woods') + entry('hare', 'Hares in Fields'));
    const library = await open({ settledAfter: 600_000 });
    const isSeen = async () => (await library.sources()).some(({ status }) => status === 'loading');
    put('refs.bib', '');
    await until(isSeen);
    assert.equal(await keysOf(library, 'refs.bib'), 'deer hare');
    put('refs.bib', entry('deer', 'Deer in Woods') + entry('owl', 'Owls at Night'));
    await until(async () => (await keysOf(library, 'refs.bib')) === 'deer owl');
    put('refs.bib', entry('fox', 'Foxes in Towns').slice(0, -10));
    await until(isSeen);
    assert.equal(await keysOf(library, 'refs.bib'), 'deer owl');
    put('refs.bib', entry('fox', 'Foxes in Towns'));
    await until(async () => (await keysOf(library, 'refs.bib')) === 'fox');
  });

  it('takes a file that stays half-written as it is', async () => {
    put('refs.bib', entry('deer', 'Deer in Woods'));
    const library = await open({ settledAfter: 1 });
    put('refs.bib', entry('deer', 'Deer in Woods') + entry('owl', 'Owls at Night').slice(0, -10));
    await until(async () => (await keysOf(library, 'refs.bib')) === 'deer owl');
  });

  it('lists a broken entry at its line, and reads the others', async () => {
    const broken = '@article{fox,\n  title = {Foxes in Towns,\n  year = 2020\n}\n';
    put('refs.bib', entry('deer', 'Deer in Woods') + broken + entry('hare', 'Hares in Fields'));
    const library = await open();
    assert.match(await keysOf(library, 'refs.bib'), /^deer\b.*\bhare$/);
    const uri = inWorkspace('refs.bib');
    const [problem] = await until(() => {
      const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Literature');
      return found.length > 0 && found;
    });
    assert.ok(problem && problem.range.start.line >= 4 && problem.range.start.line <= 7, problem?.message);
    put('refs.bib', entry('deer', 'Deer in Woods'));
    await until(() => !vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'Literature'));
  });

  it('reads what settings name outside the workspace, and follows it', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-outside-'));
    const file = path.join(folder, 'my refs [2020].bib');
    fs.writeFileSync(file, entry('deer', 'Deer in Woods'));
    const library = await open({ files: [file, '/nowhere/at/all.bib'] });
    const keys = async () => (await library.keys([vscode.Uri.file(file).toString()])).join(' ');
    assert.equal(await keys(), 'deer');
    fs.writeFileSync(file, entry('hare', 'Hares in Fields'));
    await until(async () => (await keys()) === 'hare');
    fs.rmSync(folder, { recursive: true });
  });

  it('starts from its cache, and without it when it is damaged', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-cache-'));
    const cache = vscode.Uri.file(folder);
    put('refs.bib', entry('deer', 'Deer in Woods'));
    const first = await open();
    const snapshot = await until(() => first.snapshot());
    opened?.close();
    const file = path.join(folder, 'library.cache');
    const found = async () => {
      const library = await open({ cache });
      const { hits } = await library.search({ query: 'deer woods', limit: 5 });
      const keys = hits.map(({ reference }) => reference.key);
      opened?.close();
      return keys[0];
    };
    for (const bytes of [snapshot, snapshot.slice(0, 100), new Uint8Array(1000), new Uint8Array()]) {
      fs.writeFileSync(file, bytes);
      assert.equal(await found(), 'deer');
    }
    fs.rmSync(folder, { recursive: true });
  });

  it('reads everything again when its thread ends', async () => {
    put('refs.bib', entry('deer', 'Deer in Woods'));
    const library = await open();
    (opened!.host as unknown as { end(): void }).end();
    await until(async () => (await keysOf(library, 'refs.bib')) === 'deer');
    const { hits } = await library.search({ query: 'deer woods', limit: 5 });
    assert.equal(hits[0]?.reference.key, 'deer');
  });

  it('keeps the extension host free while a large file is read', async function () {
    this.timeout(240_000);
    const count = 50_000;
    const abstract =
      'A sentence about nothing in particular, to make the file as long as real ones are. '.repeat(12);
    const entries = Array.from(
      { length: count },
      (_, index) =>
        `@article{key${index},\n  title = {Number ${index} of Many},\n  abstract = {${abstract}}\n}\n`,
    );
    put('refs.bib', entries.join(''));
    const blocks = measureBlocks();
    const library = await open();
    await until(async () => (await library.keys([inWorkspace('refs.bib').toString()])).length === count);
    const longest = blocks.end();
    console.log(
      `Longest block of the extension host while ${count} entries were read: ${longest.toFixed(0)} ms.`,
    );
  });
});
