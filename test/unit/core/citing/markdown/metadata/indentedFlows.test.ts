import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withIndentedFlows } from '../../../../../../src/core/citing/markdown/metadata/indentedFlows';
import { readMetadata } from '../../../../../../src/core/citing/markdown/metadata/metadata';
import { assertLinear } from '../../../../growth';

function bibliographies(yaml: string): string[] {
  return readMetadata(yaml).bibliographies.map(({ path, start, end }) => {
    assert.equal(yaml.slice(start, end), path);
    return path;
  });
}

test('lists in brackets that go on at the beginning of a line are read as libyaml reads them', () => {
  for (const yaml of [
    'bibliography: ["a.bib",\n"b.bib"]\ntitle: x',
    'title: x\nbibliography: [a.bib, # mine\nb.bib\n]\n',
    'bibliography:\t[\r\na.bib,\r\nb.bib\r\n]\r\ncsl: x.csl',
    'x: {y: [1,\n2]}\nbibliography: [ "a.bib" ,\n\n  \'b.bib\'\n]',
  ])
    assert.deepEqual(bibliographies(yaml), ['a.bib', 'b.bib'], yaml);
});

test('what stands on one line, further right, or is not closed stays as it is', () => {
  for (const yaml of [
    'title: a, b,\nauthor: x',
    'bibliography: [a.bib,\n  b.bib]\ntitle: x',
    'bibliography: [a.bib,\ntitle: x\nauthors: [a, b]',
    'bibliography: [a.bib\n---\n[x]\n]',
    'note: "a: [b,\nc]"',
  ])
    assert.equal(withIndentedFlows(yaml), yaml, yaml);
});

test('lines of many commas take the time that their length asks for', async () => {
  for (const piece of [', ', 'a, ', '{', 'a: [x, '])
    await assertLinear(200_000, length => withIndentedFlows(piece.repeat(length / piece.length)), piece);
});
