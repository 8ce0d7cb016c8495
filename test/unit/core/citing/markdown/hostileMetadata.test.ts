import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import { appendCslYaml } from '../../../../../src/core/bibliography/write/appendCsl';
import { readMetadata } from '../../../../../src/core/citing/markdown/metadata/metadata';
import { readMarkdown } from '../../../../../src/core/citing/markdown/readMarkdown';

const size = 128_000;
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
].map(piece => [piece, piece.repeat(size / piece.length)] as const);
const steps = Array.from({ length: 400 }, (_, index) => `${' '.repeat(index)}a:\n`).join('');

/** With the text in the places where it could matter. */
const around = (text: string) => [
  `bibliography: ${text}\n`,
  `x: ${text}\nbibliography: refs.bib\n`,
  `bibliography: [refs.bib]\nx:\n  y: [${text}\n`,
  `references: [${text}\n`,
  `references:\n- id: a\n  title: ${text}\n`,
  `{"bibliography": [${text}]}\n`,
];

/** Milliseconds of the processor. */
function timeOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1000;
}

for (const [name, text] of [...hostile, ['steps', steps] as const])
  test(`metadata that no person wrote is read at once: ${JSON.stringify(name)}`, () => {
    for (const yaml of around(text)) {
      const took = timeOf(() => {
        readMetadata(yaml);
        readMarkdown(`---\n${yaml}nocite: '@a'\n---\n\n@a\n`, 'pandoc');
      });
      assert.ok(took < 1000, `${took} ms for ${yaml.slice(0, 60)}`);
      // Whatever these say of it, and in a thread of their own, they say it.
      const short = yaml.slice(0, 8000);
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
