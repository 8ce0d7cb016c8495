// Writes the tools of language models into package.json, from the code that runs them: `npm run tools`.
import fs from 'node:fs';
import path from 'node:path';
import { declaredTools } from '../core/agents/declaredTools';

const file = path.join(process.env.LITERATURE_ROOT ?? process.cwd(), 'package.json');
const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
manifest.contributes.languageModelTools = declaredTools();
fs.writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
