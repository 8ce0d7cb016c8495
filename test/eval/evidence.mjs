// How well “Show What It Says” tells whether a cited paper speaks of the sentence that cites it:
// `npm run eval:evidence -- --data FOLDER [--examples N]`, a folder as `npm run eval` takes it, one citing sentence a query. Each sentence is
// asked of the paper it cites and of another one of the set, always the same. `--examples` prints sentences with what is
// shown and the abstract it is of, for judging.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { readFolder } from './judgedSets.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string' }, examples: { type: 'string', default: '0' } },
});
if (!options.data) {
  console.error('Name a folder of citing sentences: npm run eval:evidence -- --data FOLDER');
  process.exit(2);
}
const outfile = path.join(root, 'out/eval/evidenceScores.mjs');
await build({
  entryPoints: [path.join(here, 'evidenceScores.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
});
const { evidenceFinder, verdictOf } = await import(pathToFileURL(outfile).href);
const find = evidenceFinder(root);

const { name, papers, queries } = readFolder(path.resolve(process.env.INIT_CWD ?? '.', options.data));
const positions = new Map(papers.map(({ id }, position) => [id, position]));
const pairs = queries.flatMap(({ text, grades }, index) => {
  const [id] = [...grades].sort((a, b) => b[1] - a[1])[0];
  const at = positions.get(id);
  if (at === undefined || !papers[at].abstract) return [];
  const other = (at + 1 + ((index * 37) % (papers.length - 1))) % papers.length;
  return [at, other].map(position => ({ text, paper: papers[position], isTrue: position === at }));
});
const answers = pairs.map(pair => ({ ...pair, found: find(pair.text, pair.paper) }));
const judged = answers.filter(({ found }) => found?.nearness !== undefined);

console.log(`${name}: ${queries.length} sentences, ${judged.length} pairs judged`);
console.log(`area under the curve: ${areaUnderCurve(judged).toFixed(3)}\n`);
console.log('| what is said | the cited paper | another paper |\n| --- | ---: | ---: |');
for (const verdict of ['near', 'perhaps', 'none'])
  console.log(`| ${verdict} | ${share(verdict, true)} | ${share(verdict, false)} |`);
const wanted = judged.filter(({ isTrue }) => isTrue);
const step = Math.max(1, Math.floor(wanted.length / (Number(options.examples) || 1)));
for (let i = 0; i < Number(options.examples); i++) {
  const { text, paper, found } = wanted[i * step];
  console.log(
    `\n${i + 1}. ${text}\n   ${paper.title}\n   → ${found.text} (${found.nearness.toFixed(2)})\n   of: ${paper.abstract}`,
  );
}

function share(verdict, isTrue) {
  const of = judged.filter(pair => pair.isTrue === isTrue);
  const count = of.filter(({ found }) => verdictOf({ sentence: found.text, ...found }) === verdict).length;
  return `${((100 * count) / of.length).toFixed(1)} %`;
}

/** How often a true pair is called nearer than a false one; ties count half. */
function areaUnderCurve(all) {
  const sorted = [...all].sort((a, b) => a.found.nearness - b.found.nearness);
  const trues = sorted.filter(({ isTrue }) => isTrue).length;
  let below = 0;
  let area = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end].found.nearness === sorted[i].found.nearness) end++;
    const same = sorted.slice(i, end);
    const hits = same.filter(({ isTrue }) => isTrue).length;
    area += hits * (below + (same.length - hits) / 2);
    below += same.length - hits;
    i = end;
  }
  return area / (trues * (sorted.length - trues));
}
