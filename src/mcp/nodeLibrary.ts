import fs from 'node:fs';
import path from 'node:path';
import type { LibraryService } from '../core/library/libraryService';
import { makeLibrary } from '../worker/makeLibrary';

/** The library that the editor uses, in this process. `root` is the folder of the extension, with `data/` and `dist/` in it. */
export function makeNodeLibrary(root: string): LibraryService {
  const read = (file: string) => fs.readFileSync(path.join(root, file));
  const optional = (file: string) => (fs.existsSync(path.join(root, file)) ? read(file) : undefined);
  const { name, version } = JSON.parse(read('package.json').toString()) as Record<string, string>;
  const index = optional('dist/collection.index');
  const encoder = optional('data/meaning/encoder.bin');
  const vectors = optional('data/meaning/collection.bin');
  return makeLibrary({
    references: read('data/references.json'),
    topics: read('data/topics.json'),
    ...(index && { index }),
    ...(encoder && vectors && { meaning: { encoder, vectors } }),
    writer: `${name} ${version}`,
  });
}
