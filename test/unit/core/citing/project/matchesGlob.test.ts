import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGlob } from '../../../../../src/core/citing/project/matchesGlob';

test('names match shell patterns', () => {
  const matching = [
    ['refs.bib', '*.bib'],
    ['refs.bib', 'r*s.b?b'],
    ['refs.bib', '{refs,books}.bib'],
    ['books.bib', '{refs,b{oo,ra}ks}.bib'],
    ['b.bib', '[a-c].bib'],
    ['d.bib', '[!a-c].bib'],
    ['d.bib', '[^a-c].bib'],
    ['{a.bib', '{a.bib'],
    ['[a.bib', '[a.bib'],
    ['.bib', '{,x}.bib'],
    ['ab.bib', '{a*,b}.bib'],
  ] as const;
  for (const [name, pattern] of matching) assert.ok(matchesGlob(name, pattern), `${name} ${pattern}`);
  const others = [
    ['refs.bib', '*.tex'],
    ['refs.bib', 'refs'],
    ['d.bib', '[a-c].bib'],
    ['ab.bib', '{a,b}.bib'],
    ['', '?'],
  ] as const;
  for (const [name, pattern] of others) assert.ok(!matchesGlob(name, pattern), `${name} ${pattern}`);
});

test('no pattern takes longer than its length asks for', () => {
  const began = process.cpuUsage();
  for (const pattern of [
    '{a,b}'.repeat(60),
    `${'{a,'.repeat(75)}${'}'.repeat(75)}`,
    '{'.repeat(300),
    `${'*a'.repeat(150)}`,
    '*'.repeat(300),
    '[a'.repeat(150),
    '{a,b}'.repeat(10_000),
  ])
    for (let files = 0; files < 20; files++) matchesGlob('a'.repeat(200), pattern);
  const { user } = process.cpuUsage(began);
  assert.ok(user < 1_500_000, `${user} µs`);
});
