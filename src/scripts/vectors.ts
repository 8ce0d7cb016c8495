// Encodes the bundled collection for search by meaning: `npm run vectors` writes data/meaning/collection.bin.
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CslItem } from '../core/model/reference';
import { paperTexts } from '../core/search/meaning/paperTexts';
import { writePaperVectors } from '../core/search/meaning/paperVectors';
import { SentenceEncoder } from '../core/search/meaning/sentenceEncoder';

const data = path.join(process.env.LITERATURE_ROOT ?? '.', 'data');
const encoder = new SentenceEncoder(gunzipSync(fs.readFileSync(path.join(data, 'meaning/encoder.bin'))));
const items: CslItem[] = JSON.parse(fs.readFileSync(path.join(data, 'references.json'), 'utf8'));
const papers = items.map(({ title = '', abstract }) => ({
  title,
  vectors: paperTexts(title, abstract).map(text => encoder.encode(text)),
}));
const bytes = writePaperVectors(papers, encoder.width);
fs.writeFileSync(path.join(data, 'meaning/collection.bin'), bytes);
console.log(`collection.bin: ${papers.length} papers, ${bytes.length} bytes`);
