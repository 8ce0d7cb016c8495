import fs from 'node:fs';import path from 'node:path';
import { buildForEditor, resultInEditor } from '../../support/vscode/inEditor.mjs';
import { makeBibtex, makeItems } from '../library/makeLibrary.mjs';
const script = await buildForEditor('test/bench/editor/inEditor.ts', 'out/bench/editor/index.js');
const size=Number(process.argv[2]||119);const home='/tmp/w/beh'+size;const ws='/tmp/w/bew'+size;
if(!fs.existsSync(ws)){fs.mkdirSync(ws,{recursive:true});const items=[...makeItems(size)];fs.writeFileSync(ws+'/refs.bib',makeBibtex(items));fs.writeFileSync(ws+'/paper.md',`---\nbibliography: refs.bib\n---\n\nKnown [@${items[size>>1].id}].\n\n`);fs.writeFileSync(ws+'/notes.txt',`Known [@x].\n`);}
fs.mkdirSync(home,{recursive:true});
for(const kind of process.argv.slice(3)){const resultFile=home+'/result.json';fs.rmSync(resultFile,{force:true});
const r=await resultInEditor(ws,script,{home,resultFile,env:{LITERATURE_MEASURE:kind.replace('-prime',''),LITERATURE_KEPT:kind.endsWith('prime')?home:''}});console.log(kind,JSON.stringify(r));}
