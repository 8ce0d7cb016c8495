// How well “Find Support” finds papers for sentences: `npm run eval:support [-- --data FOLDER…] [--examples N]`, folders as `npm run eval` takes
// them; without any, the sentences over the collection. `--examples` prints sentences with the paper that is wanted, what is shown of it and its whole abstract.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { readCollection, readCollectionQueries, readFolder } from './judgedSets.mjs';
import { measures } from './metrics.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', multiple: true }, examples: { type: 'string', default: '0' } },
});
const outfile = path.join(root, 'out/eval/supportSearch.cjs');
await build({
  entryPoints: [path.join(here, 'supportSearch.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});
const { supportSearch } = createRequire(import.meta.url)(outfile);
const folder = name => path.resolve(process.env.INIT_CWD ?? '.', name);
const sets = options.data?.map(name => readFolder(folder(name))) ?? [collection()];
console.log(`| sentences | ${Object.keys(measures).join(' | ')} |\n| --- |${' ---: |'.repeat(3)}`);
for (const { name, papers, queries } of sets) {
  const support = await supportSearch(papers);
  const answers = [];
  for (const { text } of queries) answers.push(await support(text, 10));
  const means = Object.values(measures).map(measure => {
    const sum = answers.reduce(
      (sum, hits, i) =>
        sum +
        measure(
          hits.map(({ id }) => id),
          queries[i].grades,
        ),
      0,
    );
    return (sum / queries.length).toFixed(3);
  });
  console.log(`| ${name} (${queries.length}) | ${means.join(' | ')} |`);
  printExamples(queries, answers, Number(options.examples));
}

/** The sentences over the bundled collection. */
function collection() {
  const set = readCollectionQueries(path.join(here, 'data/collection.jsonl'), readCollection(root));
  return { ...set, queries: set.queries.filter(({ type }) => type === 'sentence') };
}

/** Evenly from those whose paper was found with a sentence. */
function printExamples(queries, answers, count) {
  const found = queries.flatMap(({ text, grades }, i) => {
    const best = Math.max(...grades.values());
    const hit = answers[i].find(({ id, sentence }) => grades.get(id) === best && sentence);
    return hit ? [{ text, hit }] : [];
  });
  const step = Math.max(1, Math.floor(found.length / (count || 1)));
  for (let i = 0; i < Math.min(count, found.length); i++) {
    const { text, hit } = found[i * step];
    console.log(`\n${i + 1}. ${text}\n   ${hit.title}\n   → ${hit.sentence}\n   of: ${hit.abstract}`);
  }
}
