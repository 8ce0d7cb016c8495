import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitedKey, DocumentCitations } from '../../../../src/core/citing/citation';
import { citedKeys } from '../../../../src/core/citing/citedKeys';
import { undefinedKeys } from '../../../../src/core/citing/undefinedKeys';

/** A reading of a document that cites these keys one after another; `defined` by `\bibitem`. */
function reading(keys: readonly (string | CitedKey)[], defined: readonly string[] = []): DocumentCitations {
  let count = 0;
  const cited = (key: string | CitedKey): CitedKey => {
    if (typeof key !== 'string') return key;
    const start = ++count * 10;
    return { key, form: 'normal', start, end: start + key.length };
  };
  return {
    language: 'latex',
    bibliographies: [],
    citations: keys.map(cited).map(key => ({ keys: [key], start: key.start, end: key.end })),
    definedKeys: defined.map(cited),
  };
}
const undefinedIn = (document: DocumentCitations, keys: string[], complete = true) =>
  undefinedKeys(document, { keys: new Set(keys), complete }).map(({ key }) => key);

test('keys are listed in order of first appearance with all their places', () => {
  const listed = citedKeys(reading(['b', 'a', 'b', '*']));
  assert.deepEqual(
    listed.map(({ key, occurrences }) => [key, occurrences.map(({ start }) => start)]),
    [
      ['b', [10, 30]],
      ['a', [20]],
    ],
  );
});

test('keys like those of Object.prototype are keys', () => {
  assert.deepEqual(
    citedKeys(reading(['__proto__', 'constructor', '__proto__'])).map(({ key }) => key),
    ['__proto__', 'constructor'],
  );
});

test('every occurrence of an undefined key is reported', () => {
  assert.deepEqual(undefinedIn(reading(['a', 'x', 'x']), ['a']), ['x', 'x']);
});

test('nothing is undefined while a bibliography cannot be read', () => {
  assert.deepEqual(undefinedIn(reading(['x']), [], false), []);
});

test('thebibliography, macro arguments, everything-cited and cross-references raise no alarm', () => {
  const crossReference: CitedKey = { key: 'fig-one', form: 'inText', start: 1, end: 8, crossReference: true };
  assert.deepEqual(undefinedIn(reading(['own', '#1', '\\key', '*', crossReference], ['own']), []), []);
});
