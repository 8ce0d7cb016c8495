import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

interface JudgedSet {
  readonly papers: readonly { readonly id: string; readonly title: string; readonly abstract: string }[];
  readonly queries: readonly { readonly text: string; readonly grades: ReadonlyMap<string, number> }[];
}

const paper = (abstract: string) => `<PAPER>
  <S sid="0">Parsing &amp;quot;Small&amp;quot; Talk</S>
  ${abstract}
  <SECTION title="1"><S sid="2" ssid="1">Talk is small.</S><S sid="3" ssid="2">We parse it.</S></SECTION>
</PAPER>`;

test('ScisummNet is read as it is published', async context => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-scisummnet-'));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  const put = (id: string, xml: string, ...sentences: string[]) => {
    fs.mkdirSync(path.join(folder, id, 'Reference_XML'), { recursive: true });
    fs.writeFileSync(path.join(folder, id, 'Reference_XML', `${id}.xml`), xml);
    const citing = sentences.map(clean_text => ({ clean_text }));
    fs.writeFileSync(path.join(folder, id, 'citing_sentences.json'), JSON.stringify(citing));
  };
  const sentence =
    'Talk was parsed by a small grammar before (Roe and Doe, 1999; Poe, 2001a), and by Moe (2003) .';
  put(
    'A1',
    paper('<ABSTRACT><S sid="1" ssid="1">A grammar of talk.</S></ABSTRACT>'),
    'F 1 0.93 0.94',
    sentence,
  );
  put('B2', paper(''), `${sentence} It was slow [3, 4].`);
  put('C3', paper(''), 'Too short (Roe, 1999).');
  const { readFolder } = (await import(pathToFileURL(path.resolve('test/eval/judgedSets.mjs')).href)) as {
    readFolder(folder: string): JudgedSet;
  };
  const { papers, queries } = readFolder(folder);
  assert.deepEqual(papers, [
    { id: 'A1', title: 'Parsing "Small" Talk', abstract: 'A grammar of talk.' },
    { id: 'B2', title: 'Parsing "Small" Talk', abstract: 'Talk is small. We parse it.' },
  ]);
  const plain = 'Talk was parsed by a small grammar before, and by Moe.';
  assert.deepEqual(
    queries.map(({ text }) => text),
    [plain, `${plain} It was slow.`],
  );
  assert.deepEqual(
    queries.map(({ grades }) => [...grades.keys()]),
    [['A1'], ['B2']],
  );
});
