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
