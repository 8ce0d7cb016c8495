// How long a paper takes from Enter to cited: `npm run bench:lookup [-- --works 30] [--references 4000] [--delay 100]`.
// A real window and a catalog on this machine that answers after so many milliseconds: from the identifier given to its citation in the
// document, less the catalog's own time; what VS Code itself takes for an edit of the document, a moment later; and the longest time that
// the extension host gave nobody else a turn meanwhile (processor time of its thread). The first is asked for once the window is at rest. Milliseconds.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildForEditor, resultInEditor } from '../../support/vscode/inEditor.mjs';
import { setUpVsCode } from '../../support/vscode/setup.mjs';
import { makeBibtex, makeItems } from '../library/makeLibrary.mjs';

const { values } = parseArgs({
  options: {
    works: { type: 'string', default: '30' },
    references: { type: 'string', default: '4000' },
    delay: { type: 'string', default: '100' },
  },
});
setUpVsCode();
const script = await buildForEditor('test/bench/lookup/inEditor.ts', 'out/bench/lookup/index.js');
const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-lookup-'));
fs.writeFileSync(path.join(workspace, 'refs.bib'), makeBibtex([...makeItems(Number(values.references))]));
fs.writeFileSync(path.join(workspace, 'paper.md'), '---\nbibliography: refs.bib\n---\n\nKnown \n');
const { first, rounds } = await resultInEditor(workspace, script, {
  resultFile: path.join(workspace, '.result.json'),
  env: { LITERATURE_WORKS: values.works, LITERATURE_DELAY: values.delay },
});
fs.rmSync(workspace, { recursive: true, force: true });
const quantile = (name, part) => {
  const times = rounds.map(round => round[name]).sort((a, b) => a - b);
  return Math.round(times[Math.min(times.length - 1, Math.floor(part * times.length))] * 10) / 10;
};
console.log(
  `${rounds.length} works, ${values.references} references, a catalog that takes ${values.delay} ms:`,
);
console.table({
  'beyond the catalog': {
    least: quantile('beyond', 0),
    p50: quantile('beyond', 0.5),
    p95: quantile('beyond', 0.95),
    first: Math.round(first.beyond),
  },
  'of it VS Code, for an edit alone': {
    least: quantile('bare', 0),
    p50: quantile('bare', 0.5),
    p95: quantile('bare', 0.95),
    first: Math.round(first.bare),
  },
  'longest block': {
    least: quantile('block', 0),
    p50: quantile('block', 0.5),
    p95: quantile('block', 0.95),
    first: Math.round(first.block),
  },
});
