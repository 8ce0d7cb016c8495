import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliographyInSteps } from '../../../../src/core/bibliography/readBibliography';
import type { LibraryService } from '../../../../src/core/library/libraryService';
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
