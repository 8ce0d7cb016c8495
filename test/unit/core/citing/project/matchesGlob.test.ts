import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGlob } from '../../../../../src/core/citing/project/matchesGlob';
import { assertLinear } from '../../../growth';

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

test('no pattern takes longer than its length asks for', async () => {
  const name = 'a'.repeat(200);
  for (const piece of ['{a,b}', '{a,', '{', '*a', '*', '[a'])
    await assertLinear(
      50_000,
      length => {
        const pattern = piece.repeat(length / piece.length);
        matchesGlob(name, pattern);
        matchesGlob(name, pattern + '}'.repeat(pattern.length / piece.length));
      },
      piece,
    );
});
