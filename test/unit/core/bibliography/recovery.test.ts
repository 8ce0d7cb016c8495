import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import type { BibliographyFormatId } from '../../../../src/core/model/source';

function keys(text: string, format: BibliographyFormatId): string[] {
  return readBibliography(text, format, 'test').references.map(({ key, item }) => {
    assert.equal(item.id, key);
    return key;
  });
}

/** A sound entry of each format, in the middle of which anything may be done. */
const entries: Readonly<Record<BibliographyFormatId, (key: string) => string>> = {
  bibtex: key => `@book{${key},\n  title = {The ${key}},\n  year = {2001}\n}\n`,
  'csl-json': key => `  {"id": "${key}", "type": "book", "title": "The ${key}"},\n`,
  'csl-yaml': key => `- id: ${key}\n  type: book\n  title: The ${key}\n`,
  hayagriva: key => `${key}:\n  type: book\n  title: The ${key}\n`,
  ris: key => `TY  - BOOK\nID  - ${key}\nTI  - The ${key}\nER  - \n`,
};
const formats = Object.keys(entries) as BibliographyFormatId[];

function file(format: BibliographyFormatId, parts: readonly string[]): string {
  return format === 'csl-json' ? `[\n${parts.join('').replace(/,\n$/, '\n')}]` : parts.join('');
}

test('a file that ends anywhere gives every entry that is whole', () => {
  for (const format of formats) {
    const parts = ['a', 'b', 'c'].map(entries[format]);
    const text = file(format, parts);
    for (let end = 0; end <= text.length; end++) {
      const whole = ['a', 'b', 'c'].filter((_, i) => end >= file(format, parts.slice(0, i + 1)).length);
      assert.deepEqual(keys(text.slice(0, end), format).slice(0, whole.length), whole, `${format} ${end}`);
    }
  }
});

test('one character lost costs at most the entry it stood in', () => {
  for (const format of formats) {
    const parts = ['a', 'b', 'c'].map(entries[format]);
    const start = file(format, parts).indexOf(parts[1]!);
    for (let at = 1; at < parts[1]!.length - 1; at++) {
      const broken = parts[1]!.slice(0, at) + parts[1]!.slice(at + 1);
      const text = file(format, parts);
      const read = keys(text.slice(0, start) + broken + text.slice(start + parts[1]!.length), format);
      for (const key of ['a', 'c']) assert.ok(read.includes(key), `${format}: ${key} with ${broken}`);
    }
  }
});

test('no text is too odd', () => {
  const pieces = fc.constantFrom(
    ...'[]{},:"\\\n -&*!|>#%@'.split(''),
    '"id":',
    '"a"',
    '- id: a',
    'references:\n',
    'TY  - ',
    'ER  - ',
    'AU  - A, B\n',
    'DA  - 2001///\n',
    '&a ',
    '*a',
    'null',
    '1e9',
    '__proto__',
    'author: ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom(...formats), (parts, format) => {
      keys(parts.join(''), format);
    }),
    { numRuns: 300 },
  );
});

test('YAML that would take the parser time or memory beyond measure is told as a problem', () => {
  for (const hostile of [
    '['.repeat(50_000),
    '{a: '.repeat(50_000),
    '&a '.repeat(50_000),
    '- '.repeat(50_000),
  ]) {
    const text = `- id: a\n  title: A\n- id: b\n  title: ${hostile}\n- id: c\n`;
    const { references, problems } = readBibliography(text, 'csl-yaml', 'test');
    assert.deepEqual(
      references.map(({ key }) => key).filter(key => key !== 'b'),
      ['a', 'c'],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2],
    );
  }
});
