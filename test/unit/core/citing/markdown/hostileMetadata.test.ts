import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import { appendCslYaml } from '../../../../../src/core/bibliography/write/appendCsl';
import { readMetadata } from '../../../../../src/core/citing/markdown/metadata/metadata';
import { readMarkdown } from '../../../../../src/core/citing/markdown/readMarkdown';
import { assertLinear } from '../../../growth';

const size = 64_000;
const hostile = [
  ']',
  '}',
  '{}',
  '[a]',
  ',',
  '[',
  '[,',
  '{"b":1},',
  '- ',
  '? ',
  ': ',
  'a: ',
  '! ',
  '&a ',
  '*a ',
  '"a" ',
  "'",
  '| ',
  '>\n',
  '%a\n',
  '---\n',
  '\t',
  '@a ',
  '`',
  '# ',
  '"- ',
].map(piece => [piece, (length: number) => piece.repeat(length / piece.length)] as const);
/** Each line further in than the one before: as many lines as make up the length. */
const steps = (length: number) =>
  Array.from({ length: Math.sqrt(2 * length) }, (_, index) => `${' '.repeat(index)}a:\n`).join('');

/** With the text in the places where it could matter. */
const around = (text: string) => [
  `bibliography: ${text}\n`,
  `x: ${text}\nbibliography: refs.bib\n`,
  `bibliography: [refs.bib]\nx:\n  y: [${text}\n`,
  `references: [${text}\n`,
  `references:\n- id: a\n  title: ${text}\n`,
  `{"bibliography": [${text}]}\n`,
];

for (const [name, made] of [...hostile, ['steps', steps] as const])
  test(`metadata that no person wrote is read in time: ${JSON.stringify(name)}`, async () => {
    for (const place of around(made(8000)).keys()) {
      await assertLinear(size, length => {
        const yaml = around(made(length))[place]!;
        readMetadata(yaml);
        readMarkdown(`---\n${yaml}nocite: '@a'\n---\n\n@a\n`, 'pandoc');
      });
      // Whatever these say of it, and in a thread of their own, they say it.
      const short = around(made(8000))[place]!;
      readBibliography(short, 'csl-yaml', 'test');
      appendCslYaml(short, { id: 'x', type: 'book' }, 'x');
    }
  });

test('long metadata still says what it declares', () => {
  const references = Array.from(
    { length: 3000 },
    (_, index) => `- type: book\n  id: ref${index}\n  title: "A: 'quoted', [listed] & tagged!"\n`,
  ).join('');
  const read = readMetadata(
    `title: T\nbibliography: [a.bib, b.bib]\ncsl: my.csl\nreferences:\n${references}author: Me\n`,
  );
  assert.deepEqual(
    read.bibliographies.map(({ path }) => path),
    ['a.bib', 'b.bib'],
  );
  assert.equal(read.csl?.path, 'my.csl');
  assert.equal(read.definedKeys.length, 3000);
  assert.equal(read.definedKeys[2999]?.key, 'ref2999');
});
