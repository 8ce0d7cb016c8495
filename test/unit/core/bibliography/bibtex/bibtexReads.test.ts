import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BibtexScanner } from '../../../../../src/core/bibliography/bibtex/scan/scanBibtex';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';

/** Pieces of values; those behind a backslash count as braces for BibTeX all the same. */
const pieces = [
  'word',
  ' and ',
  ', ',
  '\\\\',
  '\\{',
  '\\}',
  '{',
  '}',
  '\\{x\\}',
  '{\\"o}',
  '="',
  '\n ',
  '#',
  '(',
  '%',
];

/** A value whose braces are as many as BibTeX wants, where it is read as one. */
const value = fc
  .tuple(fc.constantFrom('{', '"'), fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), fc.boolean())
  .map(([opener, parts, escaped]) => {
    let open = 0;
    let text = '';
    for (const part of parts) {
      const closing = part.split('}').length - 1;
      if (closing > open + part.split('{').length - 1) continue;
      open += part.split('{').length - 1 - closing;
      text += opener === '"' && part.includes('"') ? '{"}' : part;
    }
    const rest = (escaped ? '\\}' : '}').repeat(open);
    return opener === '{' ? `{${text}${rest}}` : `"${text}${rest}"`;
  });
const fields = fc.array(fc.tuple(value, fc.option(value)), { minLength: 1, maxLength: 4 });

test('what BibTeX reads by its braces is read so, and never called broken', () => {
  fc.assert(
    fc.property(fields, fc.boolean(), fc.boolean(), (values, inParentheses, comma) => {
      const names = ['author', 'title', 'note', 'series'];
      const written = values.map(([one, more]) => (more === null ? one : `${one} # ${more}`));
      const lines = written.map((one, at) => `  ${names[at]} = ${one}`).join(',\n');
      const entry = `@misc${inParentheses ? '(' : '{'}a,\n${lines}${comma ? ',' : ''}\n${inParentheses ? ')' : '}'}\n`;
      const text = `${entry}\n@misc{last, title = {L}}\n`;
      assert.deepEqual(readBibliography(text, 'bibtex', 'x').problems, [], text);
      const scanner = new BibtexScanner(text);
      while (!scanner.advance(text.length));
      assert.deepEqual(
        scanner.entries.map(({ key }) => key),
        ['a', 'last'],
      );
      const { fields: table, entries } = scanner;
      const spans = values.map(([, more], at) => {
        const span = text.slice(table.start(at), table.end(at));
        return more === null ? span : span.slice(1, -1);
      });
      assert.deepEqual(
        spans,
        written.map(one => one.slice(1, -1)),
        text,
      );
      assert.equal(entries[0]!.endField, values.length);
    }),
    { numRuns: 1000 },
  );
});

test('parts of a value end where BibTeX ends them', () => {
  const { references, problems } = readBibliography(
    '@string{s = "S"}\n@misc{a, title = {\\{one} and two} # " " # s, note = "{x\\}" # s}',
    'bibtex',
    'x',
  );
  assert.deepEqual(problems, []);
  assert.match(references[0]!.item.title!, /one.* and two S$/);
  assert.match(references[0]!.item.note as string, /S$/);
});

test('exports with braces behind backslashes are sound, and escaped ones of people stay so', () => {
  const sound = [
    'author = {Roe, L\\{oh, Andres}}',
    'title = {{\\{\\textbackslash}sc not}}',
    'title = "{z\\}"',
    'title = {an \\{ open one}',
    'title = {a closed \\} one}',
    'title = {{x \\} y}}',
    'title = "a \\} b", note = {\\{}',
  ];
  for (const field of sound)
    for (const [before, after] of [
      ['', ''],
      ['year = 2000, ', ', volume = 3'],
      ['', ','],
    ]) {
      const text = `@misc{a, ${before}${field}${after}}\n\n@misc{b, title={B}}`;
      const { references, problems } = readBibliography(text, 'bibtex', 'x');
      assert.deepEqual([problems, references.map(({ key }) => key)], [[], ['a', 'b']], text);
    }
});

test('an entry may have blanks and line ends anywhere', () => {
  const { references, problems } = readBibliography(
    '@\n misc\n{\n a\n,\n title\n=\n{A}\n}\n@ \nBOOK(b,)',
    'bibtex',
    'x',
  );
  assert.deepEqual([problems, references.map(({ key }) => key)], [[], ['a', 'b']]);
});
