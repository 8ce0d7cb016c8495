import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import { LibraryConnection } from '../../../src/worker/connectLibrary';
import type { LibraryAssets, Port } from '../../../src/worker/messages';
import { serveLibrary } from '../../../src/worker/serveLibrary';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const assets = (): LibraryAssets => ({
  references: bytes([
    { id: 'vaswani2017attention', type: 'paper-conference', title: 'Attention Is All You Need' },
  ]),
  topics: bytes([]),
  writer: 'test 1',
});

/** A library behind a channel, as in a thread of its own. */
function connect() {
  const { port1, port2 } = new MessageChannel();
  const portOf = (port: typeof port1): Port => ({
    post: (message, transfer) => port.postMessage(message, transfer ? [...transfer] : []),
    onMessage: listener => void port.on('message', listener),
  });
  serveLibrary(portOf(port2));
  const connection = new LibraryConnection(portOf(port1));
  connection.start(assets());
  return { connection, library: connection.service, close: () => port1.close() };
}

const source = { id: 'file:///x.bib', kind: 'bibliography', label: 'x.bib', format: 'bibtex' } as const;

test('questions are answered across the channel, changes are told, bytes are handed over', async t => {
  const { library, close } = connect();
  t.after(close);
  const { hits } = await library.search({ query: 'atention', limit: 5 });
  assert.equal(hits[0]?.reference.key, 'vaswani2017attention');
  const changed = new Promise<readonly string[] | undefined>(resolve => {
    library.onDidChange(({ keys }) => keys?.includes('doe2020') && resolve(keys));
  });
  const content = new TextEncoder().encode('@article{doe2020, title = {Deer in Woods}, year = 2020}');
  const state = await library.load(source, content);
  assert.equal(state.count, 1);
  assert.equal(content.length, 0, 'the bytes were transferred');
  assert.deepEqual(await changed, ['doe2020']);
  const [reference] = await library.find(['doe2020']);
  assert.equal(reference?.item.title, 'Deer in Woods');
  assert.equal(await library.bibtex('doe2020'), '@article{doe2020, title = {Deer in Woods}, year = 2020}');
});

test('an error on the other side comes back as one', async t => {
  const { library, close } = connect();
  t.after(close);
  await assert.rejects(library.find(undefined as never), /map|undefined/);
});

test('who waits when the thread ends is told', async t => {
  const { connection, library, close } = connect();
  t.after(close);
  const waiting = library.sources();
  connection.fail('it crashed');
  await assert.rejects(waiting, /it crashed/);
  await assert.rejects(library.sources(), /it crashed/, 'and who asks afterwards');
});

test('a bibliography of some hundred papers is searched by what its own words tell of meanings', async t => {
  const { library, close } = connect();
  t.after(close);
  const subjects = ['syntax', 'enzyme', 'auction', 'airflow'];
  const word = (subject: number, i: number) =>
    `${subjects[subject]}${'abcdefghij'[i % 10]}${'kmnp'[(i / 10) | 0]}`;
  const entries = Array.from({ length: 240 }, (_, i) => {
    const words = [1, 7, 11, 29].map(step => word(i % 4, ((i >> 2) * step + step) % 40));
    return `@article{k${i}, title = {Paper number ${i}}, abstract = {On ${words.join(', ')}.}}`;
  });
  await library.load(source, new TextEncoder().encode(entries.join('\n')));
  const query = Array.from({ length: 9 }, (_, i) => word(0, 4 * i + 1)).join(' ');
  const found = async (meaning: boolean) => {
    const { hits } = await library.search({ query, limit: 200, meaning });
    return hits.map(({ reference }) => Number(reference.key.slice(1)));
  };
  const byWords = await found(false);
  // Who shows papers by what they mean is told once that is known.
  const isMapped = async () => (await library.picture()).works.some(({ place }) => place !== undefined);
  const mapped = new Promise<void>(resolve => {
    library.onDidChange(async () => (await isMapped()) && resolve());
  });
  await library.settled();
  await mapped;
  const byMeaning = await found(true);
  assert.ok(byMeaning.length > byWords.length, 'papers without a word of the query are found');
  const more = byMeaning.filter(paper => !byWords.includes(paper));
  assert.ok(
    more.slice(0, 5).every(paper => paper % 4 === 0),
    'first those of the subject that was asked for',
  );
});
