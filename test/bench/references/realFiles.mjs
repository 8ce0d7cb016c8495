// Bibliographies that people wrote: those of the tests, and those of a folder of corpora beside the project where there is one.
import fs from 'node:fs';
import path from 'node:path';

/** Whoever tests parsers has files that are broken on purpose and of no size; these are for correctness, not for speed. */
const leastBytes = 1000;

export function realFiles(root) {
  const shared = process.env.LITERATURE_SHARED ?? path.resolve(root, '../shared');
  return [path.join(root, 'test/fixtures'), path.join(shared, 'corpora')].flatMap(bibliographies);
}

function bibliographies(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.bib'))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter(file => fs.statSync(file).size >= leastBytes)
    .sort();
}
