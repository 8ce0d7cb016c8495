import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliographyInSteps } from '../../../../../src/core/bibliography/readBibliography';
import type { Identifier } from '../../../../../src/core/model/identifiers/identifier';
import type { CslItem } from '../../../../../src/core/model/reference';
import { linesLibrary, sourceOf } from '../readLines';

const bibliography = String.raw`
@article{fleuves, title={Fleuves de verre}, author={Roe, Ann}, year={2020}, doi={10.1000/RIVER.1}}
@article{glass, title={Rivers of \emph{Glass} and Co-operation: A Study}, author={van der Roe, Ann}, year={2019}}
@misc{nobody, title={An anonymous paper on lakes}, year={2001}}
@article{preprint, title={Mountains of salt and of sand}, author={Doe, Bo}, year={2017}, eprint={1701.00001}, archiveprefix={arXiv}}
@inproceedings{chapter, title={A chapter on hills}, author={Poe, Cy}, year={2003}, isbn={0-262-03384-4}}
@book{book, title={The whole book on hills}, editor={Moe, Di}, year={2003}, isbn={0-262-03384-4}}
`;

async function library() {
  const made = linesLibrary({ read: readBibliographyInSteps });
  await made.load(sourceOf('a'), bibliography);
  return async (item: Partial<CslItem>, ...identifiers: Identifier[]) => {
    const found = await made.alike({ id: '', type: 'article-journal', ...item }, identifiers);
    return found.map(({ key }) => key);
  };
}

const roe = { author: [{ family: 'Roe', given: 'Ann' }] };

test('works that may be one that was found elsewhere, by identifier whatever the title, and by title whatever is written around it', async () => {
  const alike = await library();
  const doi = { kind: 'doi', id: '10.1000/river.1' } as const;
  const first = await alike({ title: 'Rivers of glass and cooperation -- a study' }, doi);
  assert.deepEqual(first, ['fleuves', 'glass'], 'those with the identifier first');
  assert.deepEqual(await alike({ title: 'Rivers of Glass' }), [], 'not by the beginning of a title');
  assert.deepEqual(await alike({}, { kind: 'arxiv', id: '1701.00001' }), ['preprint']);
  assert.deepEqual(await alike({}, { kind: 'isbn', id: '9780262033848' }), ['book'], 'not a part of it');
  const title = 'Rivers of Glass and Co-operation: a Study';
  assert.deepEqual(await alike({ title }), ['glass'], 'without anybody');
  assert.deepEqual(await alike({ ...roe, title, issued: { 'date-parts': [[2020]] } }), ['glass']);
  assert.deepEqual(
    await alike({ title: 'Mountains of Salt and of Sand', author: [{ family: 'Doe' }] }),
    ['preprint'],
    'another version',
  );
  assert.deepEqual(await alike({ ...roe, title: 'An Anonymous Paper on Lakes' }), ['nobody']);
  assert.deepEqual(await alike({ ...roe, title: 'Seas' }, { kind: 'doi', id: '10.1000/none' }), []);
  assert.deepEqual(await alike({}), []);
});
