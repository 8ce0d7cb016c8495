import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeReference } from '../../../../../src/core/bibliography/write/placeReference';
import type { CslItem } from '../../../../../src/core/reference';

const work = (fields: Partial<CslItem>): CslItem => ({
  id: 'roe2001sets',
  type: 'article',
  title: 'On Sets',
  ...fields,
});
const held = (key: string, fields: Partial<CslItem>) => ({ key, item: work({ id: key, ...fields }) });

test('a work that is there is cited by the key it has', () => {
  const reuse = { action: 'reuse', key: 'Roe01' };
  assert.deepEqual(
    placeReference(work({ DOI: '10.1000/A', title: 'x' }), [
      held('Roe01', { DOI: 'https://doi.org/10.1000/a' }),
    ]),
    reuse,
  );
  assert.deepEqual(
    placeReference(work({ custom: { arxiv: '2306.00629' }, title: 'x' }), [
      held('Roe01', { URL: 'https://arxiv.org/abs/2306.00629v2' }),
    ]),
    reuse,
  );
  assert.deepEqual(
    placeReference(work({ title: 'On <i>Sets</i>', issued: { 'date-parts': [[2001]] } }), [
      held('Roe01', { title: 'On sets.', issued: { raw: '2001' } }),
    ]),
    reuse,
  );
});

test('another work under the same key gets a new one, also when only case differs', () => {
  const other = { title: 'On Rings' };
  assert.deepEqual(placeReference(work({}), [held('roe2001sets', other)]), {
    action: 'append',
    key: 'roe2001setsa',
  });
  assert.deepEqual(placeReference(work({}), [held('Roe2001Sets', other), held('roe2001setsa', other)]), {
    action: 'append',
    key: 'roe2001setsb',
  });
});

test('same title, another year or author: another work', () => {
  const item = work({ issued: { 'date-parts': [[2001]] }, author: [{ family: 'Roe' }] });
  assert.equal(placeReference(item, [held('a', { issued: { 'date-parts': [[2005]] } })]).action, 'append');
  assert.equal(placeReference(item, [held('a', { author: [{ family: 'Doe' }] })]).action, 'append');
});

test('works without titles are not the same', () => {
  const { title: _, ...untitled } = work({});
  assert.equal(placeReference(untitled, [{ key: 'a', item: untitled }]).action, 'append');
});
