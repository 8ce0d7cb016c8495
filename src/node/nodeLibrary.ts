import fs from 'node:fs';
import path from 'node:path';
import type { LibraryService } from '../core/library/libraryService';
import { makeLibrary } from '../worker/makeLibrary';
import type { LibraryAssets } from '../worker/messages';

/** The library that the editor uses, in this process. `root` is the folder of the extension, with `data/` and `dist/` in it. */
export function makeNodeLibrary(root: string): LibraryService {
  const optional = (file: string) =>
    fs.existsSync(path.join(root, file)) ? fs.readFileSync(path.join(root, file)) : undefined;
  const index = optional('dist/collection.index');
  const encoder = optional('data/meaning/encoder.bin');
  const vectors = optional('data/meaning/collection.bin');
  return makeLibrary({
    ...readAssets(root),
    ...(index && { index }),
    ...(encoder && vectors && { meaning: { encoder, vectors } }),
  });
}

/** What every library begins with: the collection, its topics, and who writes. */
export function readAssets(root: string): Pick<LibraryAssets, 'references' | 'topics' | 'writer'> {
  const read = (file: string) => fs.readFileSync(path.join(root, file));
  const { name, version } = JSON.parse(read('package.json').toString()) as Record<string, string>;
  return {
    references: read('data/references.json'),
    topics: read('data/topics.json'),
    writer: `${name} ${version}`,
  };
}
