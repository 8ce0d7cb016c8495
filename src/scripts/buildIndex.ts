// Writes dist/collection.index: what the library knows of the bundled collection once it is searchable, for the extension to start with.
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readAssets } from '../node/nodeLibrary';
import { makeLibrary } from '../worker/makeLibrary';

const root = process.env.LITERATURE_ROOT ?? process.cwd();

async function knowledgeOfCollection(): Promise<Uint8Array> {
  const library = makeLibrary(readAssets(root));
  for (;;) {
    const snapshot = await library.snapshot();
    if (snapshot) return snapshot;
    await setImmediate();
  }
}

fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
void knowledgeOfCollection().then(bytes => fs.writeFileSync(path.join(root, 'dist/collection.index'), bytes));
