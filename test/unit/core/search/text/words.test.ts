import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../../../../src/core/search/text/editDistance';
import { sentences } from '../../../../../src/core/search/text/sentences';
import { stem } from '../../../../../src/core/search/text/stem';
import { type Beginnings, beginningsOf, scanWords } from '../../../../../src/core/search/text/words';

function words(text: string): string[] {
  const found: string[] = [];
  scanWords(text, word => found.push(word));
  return found;
}

const cases: Readonly<Record<string, readonly string[]>> = {
  'Few-shot learning': ['few', 'shot', 'fewshot', 'learning'],
  'state-of-the-art': [
    'state',
    'of',
    'stateof',
    'the',
    'ofthe',
    'stateofthe',
    'art',
    'theart',
    'stateoftheart',
  ],
  GeoManip: ['geomanip', 'geo', 'manip'],
  'GPT-4 o1': ['gpt', '4', 'gpt4', 'o1'],
  "doesn't Łukasz’s Straße": ['doesnt', 'lukaszs', 'strasse'],
  'ﬁne\u00adtuned': ['finetuned'],
  深度学习: ['深度', '度学', '学习'],
  '图 🙂 ±': ['图'],
  'مرحبا بك': ['مرحبا', 'بك'],
};
for (const [text, expected] of Object.entries(cases))
  test(`${text} has the words ${expected.join(', ')}`, () => assert.deepEqual(words(text), expected));

test('marks that go with no letter are no words', () => {
  scanWords('\u0e31\u0e34', word => assert.ok(word));
});

for (const [typed, text] of [
  ['co2', 'Capture of CO₂'],
  ['CO₂', 'Capture of CO2'],
] as const)
  test(`${typed} is a word of “${text}”, where it stands`, () => {
    const [word] = words(typed);
    const places: string[] = [];
    scanWords(text, (found, start, end) => {
      if (found === word) places.push(text.slice(start, end));
    });
    assert.deepEqual(places, [text.slice(-3)]);
  });

test('every word stands where it is said to stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
      scanWords(text, (word, start, end) => {
        assert.ok(word.length > 0 && start >= 0 && start < end && end <= text.length);
      });
    }),
  );
});

const families: readonly (readonly string[])[] = [
  ['modelling', 'modeling', 'models', 'model', 'modelled'],
  ['generalisation', 'generalization', 'generalise', 'generalizing', 'generalizes'],
  ['behaviour', 'behavior', 'behaviours'],
  ['identifiability', 'identifiable'],
  ['verify', 'verified', 'verification', 'verifying'],
  ['study', 'studies'],
  ['analyse', 'analyze', 'analyzing'],
  ['centre', 'center'],
  ['classes', 'class'],
];
for (const family of families)
  test(`${family.join(', ')} are forms of one word`, () => assert.equal(new Set(family.map(stem)).size, 1));

test('words that are wanted are visited, whichever others are passed over', () => {
  const piece = fc.constantFrom(
    'model',
    'Modern',
    'a',
    'LaTeX',
    "l'être",
    'few-shot',
    '-',
    ' ',
    ', ',
    'GPT4',
    'Ölung',
    '語言',
    '(re)',
  );
  const text = fc.oneof(
    fc.array(piece).map(pieces => pieces.join('')),
    fc.array(piece).map(pieces => pieces.join(' ')),
  );
  fc.assert(
    fc.property(text, text, (read, typed) => {
      const wanted = new Set<string>();
      scanWords(typed, word => wanted.add(word));
      const visits = (beginnings?: Beginnings) => {
        const visited: unknown[] = [];
        const visit = (word: string, ...place: unknown[]) =>
          wanted.has(word) && visited.push([word, ...place]);
        scanWords(read, visit, beginnings);
        return visited;
      };
      assert.deepEqual(visits(beginningsOf(wanted)), visits());
    }),
  );
});

test('forms of a word begin alike, which is where the vocabulary looks for them', () => {
  // What the rules for endings would leave too little of.
  for (const word of ['ising', 'ised', 'mmes', 'xxes'])
    assert.equal(stem(word).slice(0, 2), word.slice(0, 2));
  const endings = ['s', 'ies', 'ing', 'ization', 'ised', 'our', 'tre', 'ogue', 'ment', 'y', 'e'];
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('', ...endings), (start, ending) => {
      const word = start + ending;
      assert.equal(stem(word).slice(0, 2), word.slice(0, 2));
    }),
    { numRuns: 5000 },
  );
});

test('words that only look alike stay apart', () => {
  for (const [a, b] of [
    ['general', 'generate'],
    ['university', 'universe'],
    ['bias', 'bia'],
  ] as const)
    assert.notEqual(stem(a), stem(b), `${a} ${b}`);
});

test('typing errors are counted', () => {
  assert.equal(editDistance('plannign', 'planning', 2), 1);
  assert.equal(editDistance('graph', 'grph', 2), 1);
  assert.equal(editDistance('kitten', 'sitting', 2), 3);
  assert.equal(editDistance('genera', 'generalization', 1, true), 0);
  assert.equal(editDistance('gnera', 'generalization', 1, true), 1);
  assert.equal(editDistance('', 'ab', 2), 2);
});

test('sentences end where a reader says they do', () => {
  const text =
    'We follow Cho et al. (2014), i.e. the encoder. It gains 3.5 points, e.g. on A. B. Smith’s set. Really? “Yes.” 图像。完';
  assert.deepEqual(
    sentences(text).map(([start, end]) => text.slice(start, end)),
    [
      'We follow Cho et al. (2014), i.e. the encoder.',
      'It gains 3.5 points, e.g. on A. B. Smith’s set.',
      'Really?',
      '“Yes.”',
      '图像。',
      '完',
    ],
  );
});
