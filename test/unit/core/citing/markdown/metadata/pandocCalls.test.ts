import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPandocCalls, takesIn } from '../../../../../../src/core/citing/markdown/metadata/pandocCalls';
import { assertLinear } from '../../../../growth';

const makefile = `
SRC := $(wildcard ch/*.md) preface.md
BIB ?= lit/all.bib # ours
OUT = out
paper.pdf: $(SRC)
	pandoc $(SRC) --citeproc --bibliography=$(BIB) --bibliography "more.bib" \\
	  -d make/pdf.yaml --defaults=$(CURDIR)/make/html.yaml --metadata-file meta.yaml -o $(OUT)/paper.pdf
`;
const script = `#!/bin/sh
root_dir="$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)"
chapters_dir="\${root_dir}/chapters"
cat "\${chapters_dir}"/*.md > all.md
pandoc all.md -M bibliography="\${root_dir}/refs.bib" --bibliography $LIBRARY
`;

test('what a makefile and a script tell Pandoc, with their variables put in', () => {
  const read = (text: string) => {
    const calls = readPandocCalls(text)!;
    for (const { written, start, end } of calls.bibliographies) assert.equal(text.slice(start, end), written);
    return [calls.bibliographies.map(({ path }) => path), calls.defaults, calls.metadataFiles];
  };
  assert.deepEqual(read(makefile), [
    ['lit/all.bib', 'more.bib'],
    ['make/html.yaml', 'make/pdf.yaml'],
    ['meta.yaml'],
  ]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what is left of a variable
  assert.deepEqual(read(script), [['${LIBRARY}', 'refs.bib'], [], []]);
  assert.equal(readPandocCalls('all:\n\tlatexmk --bibliography=x.bib'), undefined);
});

test('which documents it calls Pandoc with: by name, by pattern, by folder', () => {
  const taken = (text: string, ...paths: string[]) =>
    paths.filter(path => takesIn(readPandocCalls(`pandoc\n${text}`)!, path));
  assert.deepEqual(taken(makefile, 'ch/a.md', 'preface.md', 'notes.md', 'ch/old/b.md'), [
    'ch/a.md',
    'preface.md',
  ]);
  assert.deepEqual(taken(script, 'chapters/a.md', 'a.md', 'notes/a.md'), ['chapters/a.md']);
  assert.deepEqual(taken('cat *.md', 'a.md', 'b/a.md'), ['a.md']);
  assert.deepEqual(taken("find text -name '*.md'", 'a.md', 'text/x/a.md', 'text/a.md'), [
    'text/x/a.md',
    'text/a.md',
  ]);
  assert.deepEqual(taken('ls src/**/*.md', 'src/x/y/a.md'), ['src/x/y/a.md']);
});

test('whatever is said over and over, its length is what it takes', async () => {
  for (const piece of [
    'pandoc ',
    'pandoc -d',
    'pandoc find ',
    'pandoc --bibliography "',
    './',
    '/',
    '//x',
    '/..',
    '$A ',
    'A=b\n',
    ' ',
    'name ',
    '\\\n',
  ])
    await assertLinear(
      150_000,
      length => readPandocCalls(`A=${'x'.repeat(200)}\npandoc ${piece.repeat(length / piece.length)}`),
      piece,
    );
});

test('variables that grow by themselves cost no more than their length', () => {
  const growing = `pandoc\n${'A=$(A)$(A)x\n'.repeat(3000)}${'$(A)'.repeat(3000)}`;
  assert.ok(readPandocCalls(growing));
});
