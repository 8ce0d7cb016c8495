import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryVectors } from '../../../../../src/core/search/meaning/queryVectors';

function recording() {
  const encoded: string[] = [];
  const encode = (text: string) => {
    encoded.push(text);
    return text === 'not yet' ? undefined : Float32Array.of(1);
  };
  return { encoded, queries: new QueryVectors({ encode, knows: () => false }) };
}

test('marks of missing citations mean nothing', () => {
  const { encoded, queries } = recording();
  for (const query of ['agents lie [CITE]', 'agents lie [citation needed]', ' agents lie [12]'])
    queries.of(query);
  assert.deepEqual(encoded, ['agents lie']);
});

test('a query is encoded once, unless it could not be', () => {
  const { encoded, queries } = recording();
  for (const query of ['a', 'b', 'a', 'not yet', 'not yet']) queries.of(query);
  assert.deepEqual(encoded, ['a', 'b', 'not yet', 'not yet']);
});

test('a sentence is taken apart into parts of about the same length, and a short query is its only part', () => {
  const { encoded, queries } = recording();
  const words = Array.from({ length: 25 }, (_, i) => `w${i}`);
  assert.equal(queries.partsOf(`${words.join(' ')} [CITE]`).length, encoded.length);
  assert.equal(encoded.join(' '), words.join(' '));
  const lengths = encoded.map(part => part.split(' ').length);
  assert.ok(lengths.length > 1 && Math.max(...lengths) - Math.min(...lengths) <= 1, lengths.join());
  queries.of('a short query');
  queries.partsOf('a short query');
  assert.equal(encoded.filter(part => part === 'a short query').length, 1);
});

test('a whole page has no more parts than one can wait for', () => {
  const { encoded, queries } = recording();
  queries.partsOf('word '.repeat(2000));
  assert.ok(encoded.length < 10, `${encoded.length} parts`);
});
