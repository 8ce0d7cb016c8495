import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliographyInSteps } from '../../../../src/core/bibliography/readBibliography';
import { ProjectChecker } from '../../../../src/core/library/documents/projectChecker';
import type { LibraryService } from '../../../../src/core/library/libraryService';
import { filesOf, root } from './checkTree';
import { linesLibrary, sourceOf } from './readLines';

const references =
  '@article{a, title = {Reading}, journal = IEEE_J_AC, year = 2001}\n@article{b, journal = jacm}';
const abbreviations = '@string{IEEE_J_AC = "{IEEE} Trans. Autom. Control"}';

async function venueOf(library: LibraryService, key: string) {
  const [reference] = await library.find([key]);
  return reference?.item['container-title'];
}

async function problemsOf(library: LibraryService, id: string): Promise<number> {
  const states = await library.sources();
  return states.find(({ source }) => source.id === id)!.problems.length;
}

test('abbreviations of one bibliography hold in the others, whichever is read first', async () => {
  for (const order of [
    ['abbreviations', 'references'],
    ['references', 'abbreviations'],
  ]) {
    const library = linesLibrary({ read: readBibliographyInSteps });
    for (const id of order)
      await library.load(sourceOf(id), id === 'references' ? references : abbreviations);
    assert.equal(await venueOf(library, 'a'), 'IEEE Trans. Autom. Control');
    assert.equal(await problemsOf(library, 'references'), 0);
  }
});

test('an abbreviation that no bibliography has any more is told as undefined', async () => {
  const library = linesLibrary({ read: readBibliographyInSteps });
  await library.load(sourceOf('abbreviations'), abbreviations);
  await library.load(sourceOf('references'), references);
  await library.load(sourceOf('abbreviations'), '@string{other = "Other"}');
  assert.equal(await problemsOf(library, 'references'), 1);
  await library.load(sourceOf('abbreviations'), abbreviations);
  assert.equal(await problemsOf(library, 'references'), 0);
  await library.drop('abbreviations');
  assert.equal(await problemsOf(library, 'references'), 1);
});

test('what the standard styles abbreviate needs no definition', async () => {
  const library = linesLibrary({ read: readBibliographyInSteps });
  await library.load(sourceOf('references'), references);
  assert.equal(await venueOf(library, 'b'), 'Journal of the ACM');
});

/** The codes of what is wrong in `refs.bib`, after a document was checked that uses it. */
async function inRefs(declared: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const text = `\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{${declared}}\\end{document}`;
  const tree = { 'main.tex': text, 'refs.bib': references, ...more };
  const checker = new ProjectChecker(filesOf(tree), { workspaceRoot: root });
  await checker.check(`${root}/main.tex`, text, 'latex', {});
  return (await checker.bibliography(`${root}/refs.bib`)).problems.map(({ code }) => code);
}

test('checked without an editor, abbreviations hold in bibliographies used together, and may stand in one that is not there', async () => {
  assert.deepEqual(await inRefs('refs'), ['undefined-string']);
  assert.deepEqual(await inRefs('strings,refs', { 'strings.bib': abbreviations }), []);
  assert.deepEqual(await inRefs('strings,refs', { 'strings.bib': '@string{other = "Other"}' }), [
    'undefined-string',
  ]);
  assert.deepEqual(await inRefs('IEEEabrv,refs'), []);
});
