import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IndexFormatError } from '../../../../src/core/search/index/invertedIndex';
import type { SearchDocument } from '../../../../src/core/search/index/searchDocument';
import type { MeaningScorer } from '../../../../src/core/search/rank/meaningScorer';
import { SearchIndex } from '../../../../src/core/search/searchIndex';
import { indexOf, library, paper } from './support';

const { index, keys } = indexOf(library);

function first(queries: Readonly<Record<string, string>>) {
  for (const [query, key] of Object.entries(queries))
    test(`“${query}” finds ${key} first`, () => assert.equal(keys(query)[0], key));
}

first({
  'attention is all you need': 'vaswani2017attention',
  'need attention all': 'vaswani2017attention',
  atention: 'vaswani2017attention',
  atten: 'vaswani2017attention',
  transformers: 'vaswani2017attention',
  'vaswani 2017': 'vaswani2017attention',
  'n shazeer': 'vaswani2017attention',
  fewshot: 'brown2020language',
  'few-shot': 'brown2020language',
  'few shot': 'brown2020language',
  gpt3: 'brown2020language',
  'gpt 3': 'brown2020language',
  finetuning: 'brown2020language',
  'geo manip': 'tang2025geomanip',
  geomanip: 'tang2025geomanip',
  'generalize behavior': 'tang2025geomanip',
  colorful: 'tang2025geomanip',
  'modeling lodz': 'łukasz2019modelling',
  'oystein strasse': 'łukasz2019modelling',
  identifibility: 'łukasz2019modelling',
  深度学习: 'wang2022zh',
  brown2020language: 'brown2020language',
});

test('what is asked for by filters is what is found', () => {
  assert.deepEqual(keys('author:vaswani'), ['vaswani2017attention']);
  assert.deepEqual(keys('year:2020..2022'), ['wang2022zh', 'brown2020language']);
  assert.deepEqual(keys('year:>2022'), ['tang2025geomanip']);
  assert.deepEqual(keys('in:refs.bib year:<=2017'), ['vaswani2017attention']);
  assert.deepEqual(keys('venue:neurips -author:brown'), ['vaswani2017attention']);
  assert.deepEqual(keys('"few shot learners"'), ['brown2020language']);
  assert.deepEqual(keys('"shot few" -language'), []);
  assert.deepEqual(keys('abstract:transformer'), ['vaswani2017attention']);
  assert.deepEqual(keys('title:transformer attention').includes('vaswani2017attention'), true);
  assert.deepEqual(keys('-attention -models language'), []);
});

test('a name typed in parts goes before titles that have a part of it, in another name', () => {
  const { keys } = indexOf([
    paper('meant', 'Evaluating the Following of Instructions', {
      abstract: 'We introduce ONBench, a set of constraints that can be checked.',
    }),
    paper('other', 'CON-Bench: Checking Constraints', { abstract: 'We introduce CON-Bench.' }),
    paper('third', 'Bench Marks'),
  ]);
  for (const typed of ['ON-Bench', 'on bench', 'on-bench']) assert.equal(keys(typed)[0], 'meant', typed);
});

test('what is like the best of a topic goes before what has one of its words, and the best stays first', () => {
  const documents = [
    paper('best', 'Swift Ranking of Boats'),
    paper('word', 'Ranking Teachers'),
    paper('like', 'Canoes in Order'),
  ];
  const texts = { title: (id: number) => documents[id]!.title, abstract: () => undefined };
  const meaning = (likeness?: () => Float32Array): MeaningScorer => ({
    share: () => ({ least: 0.2, most: 0.7, likeness: 0.25 }),
    add: () => undefined,
    remove: () => undefined,
    knows: () => true,
    score: () => Float32Array.of(1, 0.2, 0.2),
    ...(likeness ? { likeness } : {}),
  });
  const order = (scorer: MeaningScorer) => {
    const index = new SearchIndex(texts, undefined, scorer);
    index.add(documents);
    return index.rank('ranking of boats', { limit: 3 }).map(({ id }) => documents[id]!.key);
  };
  assert.deepEqual(order(meaning()), ['best', 'word', 'like']);
  assert.deepEqual(order(meaning(() => Float32Array.of(1, 0, 0.9))), ['best', 'like', 'word']);
});

test('a filter that nothing matches is searched as words, with a hint', () => {
  const { hits, hint } = index.search('author:attention', { limit: 3 });
  assert.equal(library[hits[0]!.id]!.key, 'vaswani2017attention');
  assert.match(hint ?? '', /author “attention”/);
});

test('filters that nothing passes only rank, with a hint', () => {
  for (const query of [
    '"shot few"',
    'author:vaswani learners',
    'year:1850 learners',
    'year:2020 author:vaswani',
  ]) {
    const { hits, hint } = index.search(query, { limit: 3 });
    assert.ok(hits.length > 0, query);
    assert.match(hint ?? '', /Nothing passes all filters/, query);
  }
  assert.deepEqual(keys('year:1850 learners')[0], 'brown2020language');
});

test('a sentence with any punctuation finds what it finds without', () => {
  const texts = library.flatMap(({ title, abstract }) => [title, ...(abstract ?? '').split(/(?<=\.) /)]);
  const words = texts.flatMap(text => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const sign = fc.constantFrom(
    ' ',
    ' ',
    ', ',
    ': ',
    '; ',
    ' – ',
    ' -- ',
    ' "',
    '" ',
    ' “',
    '” ',
    ' (',
    ') ',
    ' [',
    '] ',
    '. ',
    ' -',
    '? ',
  );
  const piece = fc.tuple(fc.constantFrom(...words, 'we', 'call', 'it', 'that'), sign);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 6, maxLength: 20 }), pieces => {
      const plain = pieces.map(([word]) => word).join(' ');
      const written = `${pieces.map(([word, sign]) => word + sign).join('')}we have seen it`;
      assert.deepEqual(
        index.rank(written, { limit: 6 }),
        index.rank(`${plain} we have seen it`, { limit: 6 }),
      );
    }),
  );
  const quoting = 'The authors call it "GeoManip" when models (Smith 2020: "do not generalise") learn';
  assert.deepEqual(keys(quoting), keys(quoting.replace(/[^\w ]/g, '')));
  assert.deepEqual(
    index.rank('author:vaswani "are few"', { limit: 6, isSentence: true, unfinished: false }),
    index.rank('author vaswani are few', { limit: 6, unfinished: false }),
  );
});

test('a narrowed search leaves out what has few of the words', () => {
  const all = index.search('few shot language attention', { limit: 10 });
  const narrowed = index.search('few shot language attention', { limit: 10, narrow: true });
  assert.ok(all.hits.length > 1);
  assert.deepEqual(
    narrowed.hits.map(({ id }) => library[id]!.key),
    ['brown2020language'],
  );
});

test('an empty query lists everything, newest first', () => {
  assert.deepEqual(keys('').slice(0, 2), ['tang2025geomanip', 'wang2022zh']);
  assert.equal(keys('').length, library.length);
});

test('matched words are shown in the title and in the sentence that matches best', () => {
  const [hit] = index.search('transformer attention', { limit: 1, unfinished: false }).hits;
  const marked = (text: string, ranges: readonly (readonly [number, number])[]) =>
    ranges.map(([start, end]) => text.slice(start, end));
  assert.deepEqual(marked('Attention Is All You Need', hit!.titleMatches), ['Attention']);
  assert.equal(
    hit!.sentence!.text,
    'We propose the Transformer, based solely on attention (Cho et al. 2014).',
  );
  assert.deepEqual(marked(hit!.sentence!.text, hit!.sentence!.matches), ['Transformer', 'attention']);
});

test('of references that match equally, the boosted comes first, and nothing else changes', () => {
  const twins = [paper('a', 'The same title'), paper('b', 'The same title'), paper('c', 'Another thing')];
  const { index } = indexOf(twins);
  const boosted = index.search('same title', { limit: 3, boost: id => (id === 1 ? 1 : 0) });
  assert.deepEqual(
    boosted.hits.map(({ id }) => id),
    [1, 0],
  );
  const far = index.search('same title', { limit: 3, boost: id => (id === 2 ? 1 : 0) });
  assert.equal(far.hits[0]!.id, 0);
});

test('related papers share rare words, and are never the paper itself', () => {
  const papers = [
    paper('a', 'Inverse reinforcement learning under constraints'),
    paper('b', 'Constrained inverse reinforcement learning'),
    paper('c', 'Image classification'),
  ];
  assert.deepEqual(
    indexOf(papers)
      .index.related(0, 5)
      .map(({ id }) => id),
    [1],
  );
});

test('abstracts can follow later', () => {
  const later = new SearchIndex({ title: id => library[id]!.title, abstract: id => library[id]!.abstract });
  later.add(library, { deferAbstracts: true });
  const ids = (query: string) =>
    later.search(query, { limit: 5, unfinished: false }).hits.map(({ id }) => id);
  assert.deepEqual(ids('recurrence'), []);
  assert.equal(later.indexAbstracts(2), library.length - 2);
  assert.deepEqual(ids('recurrence'), [0]);
  assert.equal(later.indexAbstracts(100), 0);
  assert.deepEqual(ids('tools'), [2]);
});

const words = [
  'graph',
  'graphs',
  'neural',
  'reward',
  'few-shot',
  'modelling',
  'Łódź',
  'GPT-4',
  'the',
  '图像',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map(list => list.join(' '));
const document: fc.Arbitrary<SearchDocument> = fc.record({
  key: fc.constantFrom('a1', 'constructor', '__proto__', 'b2020x'),
  title: text,
  authors: fc.array(fc.constantFrom('Ann Lee', 'Bo Li', '王伟'), { maxLength: 2 }),
  year: fc.integer({ min: 1990, max: 2030 }),
  abstract: text,
  sources: fc.constant(['x.bib']),
});
const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'author:',
        'year:',
        '"',
        '-',
        '2020..',
        ' ',
        '(',
        '[',
        '\\',
        '*',
        '🙂',
        '\u200d',
        'م',
        'graph',
        '__proto__',
        'constructor',
      ),
    )
    .map(list => list.join('')),
);

test('nothing that is typed makes it throw, or give more than asked for or the same twice', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 8 }),
      anything,
      fc.integer({ min: 1, max: 5 }),
      (documents, query, limit) => {
        const { hits } = indexOf(documents).index.search(query, { limit });
        assert.ok(hits.length <= limit);
        assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length);
        for (let i = 1; i < hits.length; i++) assert.ok(hits[i]!.score <= hits[i - 1]!.score + 0.01);
      },
    ),
    { numRuns: 300 },
  );
});

test('a query of ten thousand characters is answered', () => {
  for (const query of ['a'.repeat(10_000), 'graph '.repeat(1700), '-"'.repeat(5000), '('.repeat(10_000)])
    index.search(query, { limit: 5 });
});

const change = fc.oneof(
  fc.record({ add: document }),
  fc.record({ remove: fc.nat(20) }),
  fc.record({ replace: fc.nat(20), by: document }),
);

test('adding, replacing and removing one by one leaves what building anew gives', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), text, (changes, query) => {
      const held = new Map<number, SearchDocument>();
      const index = new SearchIndex({
        title: id => held.get(id)!.title,
        abstract: id => held.get(id)!.abstract,
      });
      const pick = (n: number) => [...held.keys()][n % Math.max(1, held.size)];
      for (const step of changes) {
        if ('add' in step) held.set(index.add([step.add])[0]!, step.add);
        else if ('remove' in step) {
          const id = pick(step.remove);
          if (id === undefined) continue;
          index.remove([id]);
          held.delete(id);
        } else {
          const id = pick(step.replace);
          if (id === undefined) continue;
          held.set(id, step.by);
          index.replace(id, step.by);
        }
      }
      // Of equals the smaller id goes first: the order of ids is that of building anew.
      const ids = [...held.keys()].sort((a, b) => a - b);
      const anew = indexOf(ids.map(id => held.get(id)!)).index;
      const { hits } = anew.search(query, { limit: 50 });
      assert.deepEqual(
        index.search(query, { limit: 50 }).hits,
        hits.map(hit => ({ ...hit, id: ids[hit.id]! })),
      );
      assert.equal(index.size, ids.length);
    }),
  );
});

test('an index gives the same scores in whatever order it came to know its words', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 10 }).chain(documents => {
        const words = documents.flatMap(({ title, abstract }) => `${title} ${abstract ?? ''}`.split(/\s+/));
        return fc.tuple(fc.constant(documents), fc.shuffledSubarray([...new Set(words)]));
      }),
      text,
      ([documents, words], query) => {
        const texts = { title: (id: number) => documents[id]!.title };
        const index = new SearchIndex({ ...texts, abstract: id => documents[id]!.abstract });
        const gone = paper('gone', 'Gone', { abstract: words.join(' ') });
        index.remove(index.add([gone]));
        index.add(documents);
        const { index: other } = indexOf(documents);
        assert.deepEqual(index.search(query, { limit: 20 }), other.search(query, { limit: 20 }));
      },
    ),
  );
});

test('an index is the same after writing and reading it, and can still grow', () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 10 }), document, text, (documents, another, query) => {
      const texts = [...documents, another];
      const { index } = indexOf(documents);
      const source = {
        title: (id: number) => texts[id]!.title,
        abstract: (id: number) => texts[id]!.abstract,
      };
      const loaded = SearchIndex.load(index.serialise(), source);
      const answer = index.search(query, { limit: 20 });
      assert.deepEqual(loaded.search(query, { limit: 20 }), answer);
      assert.deepEqual(loaded.add([another]), [documents.length]);
      loaded.search(query, { limit: 20 });
    }),
  );
});

test('a damaged index is refused', () => {
  const bytes = index.serialise();
  const texts = { title: () => '', abstract: () => undefined };
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const damaged = bytes.slice();
      damaged[at]! ^= flip;
      assert.throws(() => SearchIndex.load(damaged, texts), IndexFormatError);
    }),
  );
  for (const length of [0, 3, 11, 12, bytes.length - 1])
    assert.throws(() => SearchIndex.load(bytes.slice(0, length), texts), IndexFormatError);
});
