import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { build } from 'esbuild';

const bibliography = `@article{roe2001, author = {Roe, Ann}, title = {Counting the tides of small harbours}, year = 2001, journal = {Annals of Tides}}
@book{doe1999, author = {Doe, Jo}, title = {Harbour lights}, year = 1999, publisher = {North}}
`;
const paper = '---\nbibliography: refs.bib\n---\n\nTides were counted [@roe2001; @roe2010].\n';

let folder: string;
let client: Client;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-mcp-'));
  fs.writeFileSync(path.join(folder, 'refs.bib'), bibliography);
  fs.writeFileSync(path.join(folder, 'paper.md'), paper);
  const script = path.join(folder, 'server/mcp.cjs');
  await build({
    entryPoints: ['src/mcp/main.ts'],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  client = await connect(folder);
});

/** A client of a server of its own, for this folder. */
async function connect(served: string, ...options: string[]): Promise<Client> {
  const connected = new Client({ name: 'test', version: '1' });
  await connected.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [path.join(folder, 'server/mcp.cjs'), ...options, served],
      env: { ...process.env, LITERATURE_ROOT: path.resolve('.') } as Record<string, string>,
    }),
  );
  return connected;
}

after(async () => {
  await client.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function call(name: string, args: Record<string, unknown>, asked = client) {
  const { isError, structuredContent, content } = await asked.callTool({ name, arguments: args });
  const [first] = content as { text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers is for the assertions to say
  return { isError, text: first!.text, answer: structuredContent as any };
}

test('every tool is offered with its schema', async () => {
  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name);
  for (const name of [
    'literature_search',
    'literature_get',
    'literature_cited',
    'literature_check',
    'literature_format',
  ])
    assert.ok(names.includes(name), name);
  for (const { inputSchema } of tools) assert.equal(inputSchema.additionalProperties, false);
});

test("a search finds the writer's own paper first, with its file and line", async () => {
  const { answer } = await call('literature_search', { query: 'counting tides' });
  const [first] = answer.results;
  assert.equal(first.key, 'roe2001');
  assert.equal(first.inOwnLibrary, true);
  assert.deepEqual(first.entries, [{ file: 'refs.bib', line: 1, key: 'roe2001' }]);
});

test('one reference is given whole, and one that does not exist is not made up', async () => {
  const { answer } = await call('literature_get', { key: 'doe1999' });
  assert.equal(answer.item.publisher, 'North');
  assert.match(answer.bibtex, /@book\{doe1999/);
  const none = await call('literature_get', { key: 'doe1998' });
  assert.equal(none.isError, true);
  assert.match(none.text, /Similar keys: doe1999/);
});

test('what a document cites is told apart: defined, undefined', async () => {
  const { answer } = await call('literature_cited', { file: 'paper.md' });
  const byKey = answer.cited.map(
    ({ key, status, lines }: { key: string; status: string; lines: number[] }) => [key, status, lines],
  );
  assert.deepEqual(byKey, [
    ['roe2001', 'defined', [5]],
    ['roe2010', 'undefined', [5]],
  ]);
});

test('keys and references are checked', async () => {
  const { answer } = await call('literature_check', {
    keys: ['roe2001', 'roe2002'],
    references: [
      'Roe, A. (2001). Counting the tides of small harbours. Annals of Tides.',
      'Roe, A. (2015). Counting the tides of small harbours.',
      'Poe, B. (2003). Mending nets by moonlight.',
    ],
  });
  assert.deepEqual(
    answer.keys.map(({ exists }: { exists: boolean }) => exists),
    [true, false],
  );
  assert.deepEqual(answer.keys[1].similarKeys, ['roe2001']);
  assert.deepEqual(
    answer.references.map(({ exists }: { exists: boolean }) => exists),
    [true, false, false],
  );
});

test('references are formatted in a style', async () => {
  const { answer, text } = await call('literature_format', { keys: ['roe2001', 'nobody'], style: 'my.csl' });
  assert.match(text, /no citation style “my.csl”/);
  assert.equal(answer, undefined);
});

test('what is wrong with the arguments is said', async () => {
  assert.match((await call('literature_search', {})).text, /“query” is missing/);
  assert.match((await call('literature_search', { query: 3 })).text, /“query” must be a string/);
  assert.match((await call('literature_search', { query: 'x', limit: 0 })).text, /from 1 to 30/);
  assert.match((await call('literature_search', { query: 'x', depth: 1 })).text, /no argument “depth”/);
  assert.match((await call('literature_cited', { file: '../../etc/passwd.md' })).text, /outside the folder/);
  assert.match((await call('literature_nothing', {})).text, /no tool “literature_nothing”/);
});

test('a bibliography that changes while the server runs is read again', async () => {
  const file = path.join(folder, 'refs.bib');
  fs.writeFileSync(
    file,
    `${bibliography}@misc{poe2003, author = {Poe, Bo}, title = {Mending nets}, year = 2003}\n`,
  );
  const { answer } = await call('literature_get', { key: 'poe2003' });
  assert.equal(answer.title, 'Mending nets');
  fs.rmSync(file);
  assert.equal((await call('literature_get', { key: 'poe2003' })).isError, true);
  fs.writeFileSync(file, bibliography);
  assert.equal((await call('literature_get', { key: 'roe2001' })).answer.key, 'roe2001');
});

test('a citation comes as edits, and a key nobody has is refused', async () => {
  const { answer } = await call('literature_cite', { file: 'paper.md', keys: ['doe1999'], after: 'Tides' });
  assert.equal(answer.written, false);
  assert.deepEqual(answer.edits, [
    { file: 'paper.md', start: { line: 5, column: 6 }, end: { line: 5, column: 6 }, newText: ' [@doe1999]' },
  ]);
  assert.equal(fs.readFileSync(path.join(folder, 'paper.md'), 'utf8'), paper);
  const none = await call('literature_cite', { file: 'paper.md', keys: ['doe1998'], line: 5 });
  assert.match(none.text, /has the key “doe1998”. Similar keys: doe1999/);
  assert.match((await call('literature_cite', { file: 'paper.md', keys: ['doe1999'] })).text, /Say where/);
  const twice = await call('literature_cite', { file: 'paper.md', keys: ['doe1999'], after: '@roe20' });
  assert.match(twice.text, /more than once/);
});

test('a paper that the bibliography lacks comes with its entry', async () => {
  const { results } = (await call('literature_search', { query: 'position bias of constraints' })).answer;
  const { answer } = await call('literature_cite', { file: 'paper.md', keys: [results[0].key], line: 5 });
  const [citation, entry] = answer.edits;
  assert.equal(citation.file, 'paper.md');
  assert.equal(entry.file, 'refs.bib');
  assert.match(entry.newText, new RegExp(`@\\w+\\{${results[0].key},`));
});

test('an entry is taken over as it was written, in the words of the program that will read it', async t => {
  const served = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-mcp-'));
  const file = (name: string) => path.join(served, name);
  fs.writeFileSync(file('refs.bib'), bibliography.replace('year = 2001', 'year = 2001, priority = {high}'));
  fs.writeFileSync(file('thesis.bib'), '');
  const thesis =
    '\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{thesis.bib}\n\\begin{document}\nTides.\n\\end{document}\n';
  fs.writeFileSync(file('thesis.tex'), thesis);
  const asked = await connect(served);
  t.after(async () => {
    await asked.close();
    fs.rmSync(served, { recursive: true, force: true });
  });
  const cited = await call(
    'literature_cite',
    { file: 'thesis.tex', keys: ['roe2001'], after: 'Tides' },
    asked,
  );
  const [citation, entry] = cited.answer.edits;
  assert.match(citation.newText, /\\(?:auto|paren)cite\{roe2001\}/);
  assert.equal(entry.file, 'thesis.bib');
  assert.match(entry.newText, /journaltitle = \{Annals of Tides\}/);
  assert.match(entry.newText, /date = \{?2001/);
  assert.match(entry.newText, /priority = \{high\}/);
});

test('files that are written keep their byte order marks, and one that is not in UTF-8 is left as it is', async t => {
  const served = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-mcp-write-'));
  const file = (name: string) => path.join(served, name);
  const mark = '\ufeff';
  fs.writeFileSync(file('refs.bib'), mark + bibliography);
  fs.writeFileSync(file('paper.md'), mark + paper);
  const latin1 = Buffer.from(paper.replace('Tides', 'Flüsse'), 'latin1');
  fs.writeFileSync(file('old.md'), latin1);
  const writer = await connect(served, '--write');
  t.after(async () => {
    await writer.close();
    fs.rmSync(served, { recursive: true, force: true });
  });
  const { results } = (await call('literature_search', { query: 'position bias of constraints' }, writer))
    .answer;
  const key = results[0].key;
  const cited = await call('literature_cite', { file: 'paper.md', keys: [key], after: 'counted' }, writer);
  assert.equal(cited.answer?.written, true, cited.text);
  assert.equal(
    fs.readFileSync(file('paper.md'), 'utf8'),
    mark + paper.replace('counted', `counted [@${key}]`),
  );
  assert.ok(fs.readFileSync(file('refs.bib'), 'utf8').startsWith(`${mark}${bibliography}`));
  const refused = await call('literature_cite', { file: 'old.md', keys: ['doe1999'], line: 5 }, writer);
  assert.match(refused.text, /old\.md is not in UTF-8/);
  assert.deepEqual(fs.readFileSync(file('old.md')), latin1);
});

test('where a bibliography cannot be made out, nobody says that its keys are undefined', async () => {
  fs.writeFileSync(path.join(folder, 'broken.json'), '<html>404</html>');
  fs.writeFileSync(
    path.join(folder, 'broken.md'),
    '---\nbibliography: broken.json\n---\n\nTides [@roe2001].\n',
  );
  for (const _ of ['read', 'asked again'])
    assert.equal((await call('literature_cited', { file: 'broken.md' })).answer.cited[0].status, 'unknown');
});
