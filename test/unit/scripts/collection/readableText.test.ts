import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableText } from '../../../../src/scripts/collection/readableText';

const readings = [
  ['accuracy (+0.9\\% to +6.6\\%)', 'accuracy (+0.9% to +6.6%)'],
  ['of $textbf{specialist} and textbf{generalist}$ models', 'of specialist and generalist models'],
  ['in a {\\em finite sample} setting', 'in a finite sample setting'],
  ['GeLLM^3O: Generalizing', 'GeLLM³O: Generalizing'],
  ['the L_2 distance', 'the L₂ distance'],
  ['to roughly \\1 and', 'to roughly $1 and'],
  ['GPT-3.5 (ge 175B) to T5 (le 11B)', 'GPT-3.5 (≥ 175B) to T5 (≤ 11B)'],
  ["the ``gap'', or ``the word `abra' twice\"", 'the “gap”, or “the word ‘abra’ twice”'],
  ['understood. %To understand, In this paper', 'understood. To understand, In this paper'],
  ["don't touch https://github.com/a/symbolically_synthesized_networks, <10% or Figure 1--2", undefined],
] as const;

test('remnants of TeX are read, all else stays', () => {
  for (const [delivered, read] of readings) assert.equal(readableText(delivered), read ?? delivered);
});
