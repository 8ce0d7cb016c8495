import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaredIn, metadataBlocks } from '../../../../../src/core/citing/markdown/metadata/metadataBlocks';
import { readMarkdown } from '../../../../../src/core/citing/markdown/readMarkdown';
import { assertLinear } from '../../../growth';

const declaredInMetadata = (text: string) => declaredIn(text, metadataBlocks(text));

/** What is declared, each read back from the text at its range. */
function declared(text: string): string[] {
  const paths = declaredInMetadata(text).bibliographies.map(({ path, start, end }) => {
    assert.equal(text.slice(start, end), path);
    return path;
  });
  // One finder, whether the document cites something or not.
  const citing = readMarkdown(`${text}\n\n@key\n`, 'pandoc').bibliographies.map(({ path }) => path);
  assert.deepEqual(citing, paths, text);
  return paths;
}

test('a string, quoted or not', () => {
  assert.deepEqual(declared('---\nbibliography: refs.bib # mine\n---\n'), ['refs.bib']);
  assert.deepEqual(declared('---\nbibliography: "my refs.bib"\n...\n'), ['my refs.bib']);
  assert.deepEqual(declared("---\r\nbibliography: 'a.bib'\r\n---\r\n"), ['a.bib']);
});

test('a flow list and a block list', () => {
  assert.deepEqual(declared('---\nbibliography: [a.bib, "b c.bib"]\n---\n'), ['a.bib', 'b c.bib']);
  assert.deepEqual(declared('---\nbibliography:\n- a.bib\n- b.bib\n---\n'), ['a.bib', 'b.bib']);
  assert.deepEqual(declared('---\nbibliography:\n  - a.bib\n  - https://x.org/b.bib\ntitle: x\n---\n'), [
    'a.bib',
    'https://x.org/b.bib',
  ]);
});

test('under a format, as Quarto has it', () => {
  assert.deepEqual(declared('---\nformat:\n  html:\n    bibliography: web.bib\n  pdf: default\n---\n'), [
    'web.bib',
  ]);
});

test('in a later metadata block, not in a rule, a fence or a nested key', () => {
  assert.deepEqual(declared('text\n\n---\nbibliography: late.bib\n---\n'), ['late.bib']);
  assert.deepEqual(declared('text\n---\nbibliography: no.bib\n---\n'), []);
  assert.deepEqual(declared('\n---\n\nbibliography: no.bib\n\n---\n'), []);
  assert.deepEqual(declared('```yaml\n\n---\nbibliography: no.bib\n---\n```\n'), []);
  assert.deepEqual(declared('---\nparams:\n  bibliography: no.bib\n---\n'), []);
});

test('not where Pandoc has no metadata: in comments, raw HTML, code and quotations of it', () => {
  assert.deepEqual(declared('<!--\n\n---\nbibliography: a.bib\n---\n\n-->\n'), []);
  assert.deepEqual(declared('<pre>\n\n---\nbibliography: a.bib\n---\n\n</pre>\n'), []);
  assert.deepEqual(declared('<script>\n\n---\nbibliography: a.bib\n---\n\n</script>\n'), []);
  assert.deepEqual(declared('~~~\n\n---\nbibliography: a.bib\n---\n~~~\n'), []);
  assert.deepEqual(declared('Text <!-- begins\n\n---\nbibliography: a.bib\n---\n\n--> ends\n'), []);
  assert.deepEqual(declared('    indented\n\n    ---\n    bibliography: a.bib\n    ---\n'), []);
  assert.deepEqual(declared('\\begin{verbatim}\n\n---\nbibliography: a.bib\n---\n\n\\end{verbatim}\n'), []);
});

test('after a byte order mark, and with every kind of line end', () => {
  assert.deepEqual(declared('\ufeff---\nbibliography: a.bib\n---\n'), ['a.bib']);
  assert.deepEqual(declared('\ufeff---\r\nbibliography: a.bib\r\n...\r\n\r\nText.\r\n'), ['a.bib']);
});

test('while it is being typed', () => {
  assert.deepEqual(declared('---\nbibliography: [a.bib, b.bib\ntitle: "half\n---\n'), ['a.bib', 'b.bib']);
  assert.deepEqual(declared('---\nbibliography: a.bib\n\n# Text with bibliography: b.bib\n'), ['a.bib']);
  assert.deepEqual(declared('---\ntitle: "half\nbibliography: a.bib\n---\n'), ['a.bib']);
  assert.deepEqual(declared('---\nbibliography:\n---\n'), []);
});

test('references written out in the header define their keys', () => {
  const text = '---\nreferences:\n- id: doe99\n  title: T\n- id: "roe 2000"\n---\n';
  const keys = declaredInMetadata(text).definedKeys;
  assert.deepEqual(
    keys.map(({ key, start, end }) => [key, text.slice(start, end)]),
    [
      ['doe99', 'doe99'],
      ['roe 2000', 'roe 2000'],
    ],
  );
});

test('csl and metadata files', () => {
  const { csl, metadataFiles } = declaredInMetadata(
    '---\ncsl: apa.csl\nmetadata-files: [a.yml, b.yml]\n---\n',
  );
  assert.equal(csl?.path, 'apa.csl');
  assert.deepEqual(
    metadataFiles.map(file => file.path),
    ['a.yml', 'b.yml'],
  );
});

test('hostile headers cost no more than their length and throw nothing', async () => {
  for (const piece of ['[', '- ', '{a: ', '&a '])
    await assertLinear(
      100_000,
      length => declaredInMetadata(`---\nbibliography: ${piece.repeat(length / piece.length)}\n---\n`),
      piece,
    );
});
