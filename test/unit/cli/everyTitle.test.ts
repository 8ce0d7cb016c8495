import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import type { CslItem } from '../../../src/core/model/reference';
import { indexReferences } from '../../../src/scripts/indexReferences';

const items: CslItem[] = JSON.parse(fs.readFileSync('data/references.json', 'utf8'));

test('each of the 119 papers is found first by its exact title', () => {
  assert.equal(items.length, 119);
  const references = items.map(item => ({
    key: item.id,
    item,
    origin: { source: 'collection' },
    content: item,
  }));
  const index = indexReferences(references, [], 'Collection');
  for (const [position, { title }] of items.entries())
    assert.equal(index.search(title ?? '', { limit: 1 }).hits[0]?.id, position, title);
});
