import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText } from '../../../../src/core/bibliography/decodeText';

const text = '@book{k, title = {Größe und Maß – 中}}\n';

function utf16(written: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + written, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** Bytes below 256 as they are; so can tests write what an old encoding holds. */
function bytes(written: string): Uint8Array {
  return Buffer.from(written, 'latin1');
}

test('byte order marks, and UTF-16 without one', () => {
  for (const order of ['le', 'be'] as const)
    for (const mark of [true, false])
      assert.deepEqual(decodeText(utf16(text, order, mark)).whole.text, text, `${order} ${mark}`);
  assert.equal(decodeText(Buffer.from(`\ufeff${text}`)).whole.text, text);
});

test('the encoding a file says it is in', () => {
  const declared: readonly (readonly [file: string, read: string])[] = [
    ['% Encoding: Cp1252\n@a{k, t={\x93\xe9\x94}}', '“é”'],
    ['% Encoding: MacRoman\n@a{k, t={\x8e}}', 'é'],
    ['% Encoding: ISO8859_2\n@a{k, t={\xe8}}', 'č'],
    ['\\usepackage[latin9]{inputenc}\n@a{k, t={\xa4}}', '€'],
    ['% -*- coding: koi8-r -*-\n@a{k, t={\xc1}}', 'а'],
    ['@comment{x-kbibtex-encoding=latin2}\n@a{k, t={\xb1}}', 'ą'],
  ];
  for (const [file, read] of declared) {
    const decoded = decodeText(bytes(file));
    assert.ok(decoded.whole.text.endsWith(`{${read}}}`), `${decoded.encoding}: ${decoded.whole.text}`);
    assert.equal(decoded.guessed, false);
  }
});

test('an encoding that nothing tells is guessed from how letters lie', () => {
  const windows = decodeText(bytes('@a{k, t={Gr\xf6\xdfe, caf\xe9s}}'));
  assert.deepEqual([windows.whole.text, windows.guessed], ['@a{k, t={Größe, cafés}}', true]);
  const macintosh = decodeText(bytes('@a{k, t={Gr\x9a\xa7e, B\x8ech\x8er}}'));
  assert.deepEqual([macintosh.encoding, macintosh.whole.text.slice(9)], ['macintosh', 'Größe, Béchér}}']);
});

test('Windows-1252 has quotation marks and dashes where Latin-1 has control characters', () => {
  const written = 'caf\xe9 \x80 \x82\x84 \x91\x92 \x93\x94 \x96\x97 \x99 \x8cuvre \x9f';
  const read = 'café € ‚„ ‘’ “” –— ™ Œuvre Ÿ';
  for (const head of ['', '% Encoding: Cp1252\n', '% Encoding: windows-1252\n', '% Encoding: ISO8859_1\n'])
    assert.equal(decodeText(bytes(head + written)).whole.text, head + read, head);
});

test('lines that are UTF-8 are read as such, whatever the others are', () => {
  const mixed = Buffer.concat([Buffer.from('é\n'), bytes('\xe9\n'), Buffer.from('中\n')]);
  assert.equal(decodeText(mixed).whole.text, 'é\né\n中\n');
});

test('a text that says UTF-8 and is not is read all the same', () => {
  assert.ok(decodeText(bytes('% Encoding: UTF-8\n@a{k, t={\xe9}}')).whole.text.includes('é'));
});

test('what is kept of a file gives every stretch of its text', () => {
  const letters = fc.constantFrom('a', 'é', '中', '😀', '\ufeff', '\n');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), fc.nat(400), (parts, times) => {
      const written = parts.join('').repeat(times);
      const {
        whole: { text: whole },
        kept,
      } = decodeText(Buffer.from(written));
      assert.equal(whole, written.replace(/^\ufeff/, ''));
      for (let at = 0; at < whole.length; at += 1 + (whole.length >> 3))
        for (const length of [0, 1, 20, 9000])
          assert.equal(kept.slice(at, at + length), whole.slice(at, at + length));
    }),
    { numRuns: 50 },
  );
});
