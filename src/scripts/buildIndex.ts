// Writes dist/collection.index: what the library knows of the bundled collection once it is searchable, for the extension to start with.
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makeLibrary } from '../worker/makeLibrary';

const root = process.env.LITERATURE_ROOT ?? process.cwd();
const read = (file: string) => fs.readFileSync(path.join(root, file));
const { name, version } = JSON.parse(read('package.json').toString()) as Record<string, string>;

async function knowledgeOfCollection(): Promise<Uint8Array> {
  const library = makeLibrary({
    references: read('data/references.json'),
    topics: read('data/topics.json'),
    writer: `${name} ${version}`,
  });
  for (;;) {
    const snapshot = await library.snapshot();
    if (snapshot) return snapshot;
    await setImmediate();
  }
}

fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
void knowledgeOfCollection().then(bytes => fs.writeFileSync(path.join(root, 'dist/collection.index'), bytes));
