// Writes dist/han.txt: how Chinese characters are read, and which are the same, for the search.
import fs from 'node:fs';
import path from 'node:path';
import { makeHanTable } from './hanTable';

const root = process.env.LITERATURE_ROOT ?? process.cwd();
fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
fs.writeFileSync(path.join(root, 'dist/han.txt'), makeHanTable(root));
