import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { FormattedBibliography } from '../../src/core/display/citationStyle/formattedPlainly';
import { citationProblems } from '../../src/core/library/documents/citationProblems';
import { DocumentBibliographies } from '../../src/vscode/documents/documentBibliographies';
import { DocumentCitationsCache } from '../../src/vscode/documents/documentCitations';
import { Documents } from '../../src/vscode/documents/documents';
import { LibraryWorkerHost } from '../../src/vscode/library/libraryWorkerHost';
import { BibliographySources } from '../../src/vscode/sources/bibliographySources';
import { RequestThread } from '../../src/vscode/threads/requestThread';
import type { FormatRequest } from '../../src/worker/formatter';
import { closeAll, emptyWorkspace, inWorkspace, until, write } from './writing';

const extension = () => vscode.extensions.getExtension('literature-lookup.literature-lookup')!;
const entry = (key: string) => `@article{${key},\n  title = {Of ${key}},\n  year = {2020}\n}\n`;

describe('faults', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  it('of the library’s thread: it comes back twice, then nothing is called undefined, and Refresh heals', async () => {
    const log = vscode.window.createOutputChannel('Literature (faults test)', { log: true });
    const host = new LibraryWorkerHost(extension(), log);
    const sources = new BibliographySources(host.service, log);
    const citations = new DocumentCitationsCache();
    const bibliographies = new DocumentBibliographies(() => ({}));
    const documents = new Documents(citations, bibliographies, sources);
    host.onDidRestart(() => void sources.reload());
    let hasGivenUp = false;
    host.onDidGiveUp(() => {
      hasGivenUp = true;
      sources.forgetRead();
    });
    try {
      fs.writeFileSync(inWorkspace('refs.bib').fsPath, entry('deer'));
      const { document } = await write(
        'paper.md',
        '---\nbibliography: refs.bib\n---\n\nSee [@deer; @nobody].\n',
      );
      const problems = async () => {
        const applied = await documents.bibliographiesOf(document, 'now');
        const found = await citationProblems(documents.citationsOf(document)!, applied, host.service);
        return found.map(problem => document.getText().slice(problem.start, problem.end)).join();
      };
      const isKnown = async () =>
        (await host.service.keys([inWorkspace('refs.bib').toString()])).length === 1;
      await until(async () => (await problems()).includes('nobody'));
      const crash = () => (host as unknown as { end(): void }).end();
      for (const _ of ['first', 'second']) {
        crash();
        await until(async () => (await isKnown()) && (await problems()).includes('nobody'));
        assert.ok(!hasGivenUp);
      }
      crash();
      await until(() => hasGivenUp);
      assert.doesNotMatch(await problems(), /deer/);
      host.retry();
      await sources.reload();
      assert.ok(await isKnown());
      assert.match(await problems(), /nobody/);
      assert.doesNotMatch(await problems(), /deer/);
      // They are counted from the beginning again.
      hasGivenUp = false;
      crash();
      await until(isKnown);
      assert.ok(!hasGivenUp);
    } finally {
      for (const one of [sources, bibliographies, citations, host, log]) one.dispose();
    }
  });

  it('of a citation style that never ends: it is given up on, and the next is used', async () => {
    const macros = Array.from(
      { length: 30 },
      (_, at) => `<macro name="m${at}"><text macro="m${at + 1}"/><text macro="m${at + 1}"/></macro>`,
    ).join('');
    const style = (inside: string, layout: string) =>
      `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>${inside}<citation><layout>${layout}</layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
    const locales = {
      'en-US': fs.readFileSync(path.join(extension().extensionPath, 'dist/styles/locales-en-US.xml'), 'utf8'),
    };
    const items = [{ id: 'a', type: 'book', title: 'On Sets' }];
    const thread = new RequestThread<FormatRequest, FormattedBibliography>(
      extension().extensionUri,
      'formatterWorker',
    );
    try {
      const hanging = style(
        `${macros}<macro name="m30"><text variable="title"/></macro>`,
        '<text macro="m0"/>',
      );
      const given = (text: string, milliseconds: number) =>
        thread.ask({ items, style: text, locales, output: 'text' }, milliseconds);
      const waiting = given(hanging, 2500);
      const behind = given(style('', '<text variable="title"/>'), 60_000);
      await assert.rejects(waiting, { name: 'ThreadLimitError' });
      assert.deepEqual(
        (await behind).entries.map(({ text }) => text.trim()),
        ['On Sets'],
      );
    } finally {
      thread.dispose();
    }
  });

  it('of a session that was killed: what it left beside a bibliography is removed when that is read', async () => {
    fs.writeFileSync(inWorkspace('left.bib').fsPath, entry('deer'));
    const left = inWorkspace('.left.bib.0123456789ab.tmp').fsPath;
    const others = inWorkspace('.left.bib.backup.tmp').fsPath;
    for (const file of [left, others]) {
      fs.writeFileSync(file, entry('half'));
      fs.utimesSync(file, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
    }
    await write('left.md', '---\nbibliography: left.bib\n---\n\nSee [@deer].\n');
    await vscode.commands.executeCommand('literature.refreshLibrary');
    await until(() => !fs.existsSync(left));
    assert.ok(fs.existsSync(others), 'only what is ours');
  });

  it('of pipes where files should be: nobody waits for what they never give', async function () {
    if (process.platform === 'win32') this.skip();
    fs.writeFileSync(inWorkspace('refs.bib').fsPath, entry('deer'));
    for (const name of ['chapter.tex', 'pipe.bib', 'notes.md', '_quarto.yml'])
      execFileSync('mkfifo', [inWorkspace(name).fsPath]);
    const body = '\\input{chapter}\\cite{deer,nobody}\\bibliography{refs}\\end{document}';
    const { document } = await write('main.tex', `\\documentclass{article}\\begin{document}${body}`);
    await until(() =>
      vscode.languages.getDiagnostics(document.uri).some(({ message }) => /nobody/.test(message)),
    );
    const piped = await write('piped.md', '---\nbibliography: [refs.bib, pipe.bib]\n---\n\nSee [@deer].\n');
    await until(() =>
      vscode.languages.getDiagnostics(piped.document.uri).some(({ message }) => /pipe\.bib/.test(message)),
    );
  });

  it('of 20,000 undefined keys: as many problems are listed as VS Code shows, and the last says how many there are', async () => {
    fs.writeFileSync(inWorkspace('refs.bib').fsPath, entry('deer'));
    const cited = Array.from({ length: 20_000 }, (_, at) => `[@nobody${at}]\n`).join('');
    const { document } = await write('many.md', `---\nbibliography: refs.bib\n---\n\n${cited}`);
    const ours = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Literature');
    const all = () => vscode.languages.getDiagnostics(document.uri);
    await until(() => ours().length >= 999);
    assert.equal(all().length, 1000);
    assert.match(all().at(-1)!.message, /^19,?001 more problems/);
  });
});
