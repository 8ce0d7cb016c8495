// Writes dist/collection.index, the search index over the bundled collection that the extension loads.
import fs from 'node:fs';
import path from 'node:path';
import { collectionSource } from '../core/library/localLibrary';
import { readCollection } from './collection/readCollection';
import { indexReferences } from './indexReferences';

const { references, topics } = readCollection();
const index = indexReferences(references, topics, collectionSource.label);
const dist = path.join(process.env.LITERATURE_ROOT ?? process.cwd(), 'dist');
fs.mkdirSync(dist, { recursive: true });
fs.writeFileSync(path.join(dist, 'collection.index'), index.serialise());
