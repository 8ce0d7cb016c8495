import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  citationKeyOf,
  freeKey,
  uniqueCitationKey,
} from '../../../../src/core/bibliography/write/citationKey';
import type { CslItem, Name } from '../../../../src/core/model/reference';

function key(title: string | undefined, author?: Name | string, year?: number): string {
  const name = typeof author === 'string' ? { family: author } : author;
  return citationKeyOf({
    id: '',
    type: 'article',
    ...(title === undefined ? {} : { title }),
    ...(name ? { author: [name] } : {}),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
  });
}

test('a key is author, year and the first significant word of the title', () => {
  const title = 'Identifiability and Generalizability in Constrained Inverse Reinforcement Learning';
  assert.equal(key(title, 'Schlaginhaufen', 2023), 'schlaginhaufen2023identifiability');
  assert.equal(key('On the Importance of Gradients', 'Gat', 2022), 'gat2022importance');
  assert.equal(key('What Algorithms Can Transformers Learn?', 'Zhou', 2024), 'zhou2024algorithms');
  assert.equal(key('NL2TL: Transforming Natural Languages', 'Chen', 2023), 'chen2023nl2tl');
});

test('a compound is one word, and an apostrophe does not part one', () => {
  assert.equal(key('T-COL: Generating Counterfactuals', 'Wang', 2026), 'wang2026tcol');
  assert.equal(key("What's in a Name", 'Lee', 2020), 'lee2020whats');
  assert.equal(key('<i>Drosophila</i> genes', 'Roe', 1999), 'roe1999drosophila');
});

test('a title of nothing but small words gives its first', () => {
  assert.equal(key('To Be or Not to Be', 'Shakespeare', 1603), 'shakespeare1603to');
  assert.equal(key('On and Off', 'Roe', 2001), 'roe2001on');
});

test('names are transliterated', () => {
  assert.equal(key('Zeta', 'Erdős', 1960), 'erdos1960zeta');
  assert.equal(key('Straße', 'Strauß', 1990), 'strauss1990strasse');
  assert.equal(key('Sea', 'Bjørnson', 1990), 'bjornson1990sea');
  assert.equal(key('Łódź', 'Łukasiewicz', 1920), 'lukasiewicz1920lodz');
  assert.equal(key('О вероятности', 'Колмогоров', 1933), 'kolmogorov1933o');
});

test('a name in a script without transliteration falls back to the next author, then to year and title', () => {
  const item: CslItem = {
    id: '',
    type: 'article',
    title: 'Deep Nets',
    author: [{ family: 'สมชาย' }, { family: 'Liu' }],
  };
  assert.equal(citationKeyOf(item), 'liudeep');
  assert.equal(key('深度学习 Review', 'สมชาย', 2020), '2020review');
  assert.equal(key('深度学习', 'สมชาย', 2020), 'untitled2020');
});

test('particles belong to the name, corporate authors are shortened', () => {
  assert.equal(
    key('WaveNet', { family: 'Oord', 'non-dropping-particle': 'van den' }, 2016),
    'vandenoord2016wavenet',
  );
  assert.equal(
    key('Report', { literal: 'Intergovernmental Panel on Climate Change' }, 2021),
    'intergovernmentalpanelclimate2021report',
  );
});

test('missing parts are left out', () => {
  assert.equal(key('Sparks of Intelligence', undefined, 2023), '2023sparks');
  assert.equal(key('Sparks of Intelligence', 'Bubeck'), 'bubecksparks');
  assert.equal(key('Sparks of Intelligence'), 'sparks');
  assert.equal(key(undefined), 'untitled');
  assert.equal(key(undefined, 'Roe', 2001), 'roe2001');
});

test('taken keys get a, b, … z, aa', () => {
  const item: CslItem = { id: '', type: 'book', title: 'Sets' };
  const taken = new Set<string>();
  const keys = Array.from({ length: 29 }, () => {
    const unique = uniqueCitationKey(item, candidate => taken.has(candidate));
    taken.add(unique);
    return unique;
  });
  assert.deepEqual(keys.slice(0, 3), ['sets', 'setsa', 'setsb']);
  assert.deepEqual(keys.slice(26), ['setsz', 'setsaa', 'setsab']);
});

test('any item has a key of ASCII letters and digits', () => {
  const text = fc.string({ unit: 'grapheme' });
  const item = fc.record({ title: text, author: fc.array(fc.record({ family: text, literal: text })) });
  fc.assert(
    fc.property(item, fields => /^[a-z0-9]+$/.test(citationKeyOf({ id: '', type: 'article', ...fields }))),
  );
});

test('thousands of equal items get keys without trying each of those before', () => {
  const taken = new Set<string>();
  let tried = 0;
  for (let item = 0; item < 5000; item++)
    taken.add(
      freeKey('a2001b', key => {
        tried++;
        return taken.has(key);
      }),
    );
  assert.equal(taken.size, 5000);
  assert.ok(tried < 5000 * 150, `${tried} tries`);
});

test('names in other scripts are transliterated, of Chinese and Korean ones the surname as it is read', () => {
  const of = (family: string, title = 'Learning') =>
    citationKeyOf({ id: 'x', type: 'book', title, author: [{ family }], issued: { 'date-parts': [[2020]] } });
  for (const [family, key] of [
    ['王', 'wang2020learning'],
    ['王小明', 'wang2020learning'],
    ['曾', 'zeng2020learning'],
    ['歐陽', 'ouyang2020learning'],
    ['欧阳修', 'ouyang2020learning'],
    ['محفوظ', 'mhfwz2020learning'],
    ['كريم', 'krym2020learning'],
    ['כהן', 'khn2020learning'],
    ['김', 'kim2020learning'],
    ['한', 'han2020learning'],
    ['たなか', 'tanaka2020learning'],
    ['ヤマダ', 'yamada2020learning'],
    ['Достоевский', 'dostoevskii2020learning'],
    ['Ковалёв', 'kovalev2020learning'],
    ['Παπαδόπουλος', 'papadopoylos2020learning'],
    ['თევზაძე', 'tevzadze2020learning'],
    ['Škrlj', 'skrlj2020learning'],
  ] as const)
    assert.equal(of(family), key, family);
  assert.equal(
    citationKeyOf({
      id: 'x',
      type: 'book',
      author: [{ literal: '李四' }],
      issued: { 'date-parts': [[1999]] },
    }),
    'li1999',
  );
});
