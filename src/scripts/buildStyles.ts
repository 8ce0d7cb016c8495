// Writes dist/styles: the citation styles and locales that come with the extension.
import fs from 'node:fs';
import path from 'node:path';
import { citationStyles } from './citationStyles';

const root = process.env.LITERATURE_ROOT ?? process.cwd();
const folder = path.join(root, 'dist/styles');
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (const [file, text] of citationStyles(root)) fs.writeFileSync(path.join(folder, file), text);
