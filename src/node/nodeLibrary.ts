import fs from 'node:fs';
import path from 'node:path';
import type { LibraryService } from '../core/library/libraryService';
import { makeLibrary } from '../worker/makeLibrary';
import type { LibraryAssets } from '../worker/messages';

/** The library that the editor uses, in this process. `root` is the folder of the extension, with `data/` and `dist/` in it. */
export function makeNodeLibrary(root: string): LibraryService {
  const optional = (file: string) => optionalFile(root, file);
  const index = optional('dist/collection.index');
  const encoder = optional('data/meaning/encoder.bin');
  const vectors = optional('data/meaning/collection.bin');
  return makeLibrary({
    ...readAssets(root),
    ...(index && { index }),
    ...(encoder && vectors && { meaning: { encoder, vectors } }),
  });
}

function optionalFile(root: string, file: string): Uint8Array | undefined {
  return fs.existsSync(path.join(root, file)) ? fs.readFileSync(path.join(root, file)) : undefined;
}

/** What every library begins with: the collection, its topics, what is known of characters, and who writes. */
export function readAssets(root: string): Pick<LibraryAssets, 'references' | 'topics' | 'han' | 'writer'> {
  const read = (file: string) => fs.readFileSync(path.join(root, file));
  const han = optionalFile(root, 'dist/han.txt');
  const { name, version } = JSON.parse(read('package.json').toString()) as Record<string, string>;
  return {
    references: read('data/references.json'),
    topics: read('data/topics.json'),
    ...(han && { han }),
    writer: `${name} ${version}`,
  };
}
