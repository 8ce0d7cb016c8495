// Builds data/references.json from what was delivered (abstracts.txt), found (papers.json) and curated (topics.json).
import fs from 'node:fs';
import path from 'node:path';
import { buildReferences } from './collection/buildReferences';

const data = path.join(process.env.LITERATURE_ROOT ?? process.cwd(), 'data');
const read = (file: string) => fs.readFileSync(path.join(data, file), 'utf8');

const references = buildReferences(
  read('abstracts.txt'),
  JSON.parse(read('papers.json')),
  JSON.parse(read('topics.json')),
);
fs.writeFileSync(path.join(data, 'references.json'), `${JSON.stringify(references, null, 1)}\n`);
console.log(`data/references.json: ${references.length} references`);
