import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationEvidencePage, evidenceReport } from '../../../../src/core/display/evidence/evidencePage';
import { type Finding, verdictOf, weakestFirst } from '../../../../src/core/display/evidence/verdict';

const evil = '<img src=x onerror=alert(1)> "quoted" & more';

test('a page shows what it is given as text', () => {
  const html = citationEvidencePage({
    claim: evil,
    cited: [
      {
        key: 'a',
        work: evil,
        sentence: evil,
        nearness: 0.7,
        links: [{ label: evil, url: `command:x?"${evil}` }],
      },
    ],
    better: [{ work: evil, sentence: evil, links: [] }],
  });
  assert.doesNotMatch(html, /<img|="[^"]*<|onerror=alert\(1\)>/);
  const report = evidenceReport(evil, [
    {
      key: 'a',
      work: evil,
      claim: evil,
      place: { label: evil, url: 'command:x' },
      links: [],
      isUnknown: true,
    },
  ]);
  assert.doesNotMatch(report, /<img/);
});

test('it is said plainly when nothing speaks of the sentence, and when there is no abstract', () => {
  const page = (finding: Finding) =>
    citationEvidencePage({
      claim: 'So it is.',
      cited: [{ key: 'a', work: 'A', links: [], ...finding }],
      better: [],
    });
  assert.match(page({ sentence: 'Far away.', nearness: 0.1 }), /No sentence of the abstract speaks of this/);
  assert.match(page({ sentence: 'Near.', nearness: 0.8 }), /The abstract speaks of this/);
  assert.match(page({}), /No abstract of this work is known/);
  assert.doesNotMatch(page({}), /speaks? of this/);
  assert.match(page({ isUnknown: true }), /Nothing in the library has this key/);
  assert.match(page({ sentence: 'Nah.' }), /cannot be told/);
});

test('the weakest come first, and what cannot be told last', () => {
  const findings: Finding[] = [
    {},
    { sentence: 'b', nearness: 0.7 },
    { sentence: 'c' },
    { sentence: 'd', nearness: 0.2 },
    { isUnknown: true },
    { sentence: 'e', nearness: 0.1 },
    { sentence: 'f', nearness: 0.4 },
  ];
  assert.deepEqual([...findings].sort(weakestFirst).map(verdictOf), [
    'unknown',
    'none',
    'none',
    'perhaps',
    'near',
    'untold',
    'noAbstract',
  ]);
  assert.equal([...findings].sort(weakestFirst)[1]!.nearness, 0.1);
});
