// How well papers are found: `npm run eval [-- --data FOLDER…] [--systems ours,MiniSearch] [--json FILE]`.
// Same papers, queries and run for all systems. Judgements: test/eval/data; other sets by `--data`, each a folder with
// corpus.jsonl (id, title, abstract), queries.jsonl (id, text) and qrels.tsv, or a copy of ScisummNet as it is published.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { installPeers } from '../bench/peers.mjs';
import { generatedSets } from './generatedQueries.mjs';
import { readCollection, readCollectionQueries, readFolder } from './judgedSets.mjs';
import { readLanguages } from './languages.mjs';
import { measures } from './metrics.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const resultsTaken = 20;
/** Fuse.js looks at every text for every query: on large sets it answers this many queries only. */
const mostForFuse = 120;
const fuseIsSlowFrom = 500;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', multiple: true },
    systems: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log('npm run eval [-- --data FOLDER…] [--systems ours,MiniSearch] [--json FILE]');
  process.exit();
}
const folder = name => path.resolve(process.env.INIT_CWD ?? '.', name);

installPeers();
const systems = chosen({
  ours: (await bundled('ourSearch.ts')).ourSearch,
  ...(await bundled('peers.mjs')).peers,
});
const rows = (options.data?.map(name => readFolder(folder(name))) ?? ourSets()).flatMap(evaluate);
print(rows);
if (options.json) fs.writeFileSync(folder(options.json), `${JSON.stringify(rows, null, 1)}\n`);

function ourSets() {
  const papers = readCollection(root);
  const generated = {
    name: 'collection, generated',
    papers,
    queries: generatedSets(papers).flatMap(set => set.queries),
  };
  return [
    readCollectionQueries(path.join(here, 'data/collection.jsonl'), papers),
    readFolder(path.join(here, 'data/paraphrases')),
    generated,
    readLanguages(path.join(here, 'data/languages.tsv')),
  ];
}

function evaluate(set) {
  return Object.entries(systems).flatMap(([system, create]) => {
    const slow = system.startsWith('Fuse') && set.papers.length >= fuseIsSlowFrom;
    const queries = slow ? set.queries.slice(0, mostForFuse) : set.queries;
    const search = create(set.papers);
    const byType = groupBy(queries, query => query.type);
    return [...byType].map(([type, asked]) => {
      const start = performance.now();
      const answers = asked.map(({ text }) => search(text, resultsTaken));
      const milliseconds = (performance.now() - start) / asked.length;
      const means = Object.entries(measures).map(([name, measure]) => [
        name,
        asked.reduce((sum, { grades }, i) => sum + measure(answers[i], grades), 0) / asked.length,
      ]);
      return {
        set: set.name,
        type,
        system,
        queries: asked.length,
        ...Object.fromEntries(means),
        milliseconds,
      };
    });
  });
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(keyOf(item))) groups.set(keyOf(item), []);
    groups.get(keyOf(item)).push(item);
  }
  return groups;
}

/** One table per measure: a row per kind of query, a column per system. */
function print(all) {
  const names = Object.keys(systems);
  for (const measure of [...Object.keys(measures), 'milliseconds']) {
    console.log(
      `\n${measure}\n\n| set | queries | ${names.join(' | ')} |\n|---|---|${'---|'.repeat(names.length)}`,
    );
    for (const row of all.filter(({ system }) => system === names[0])) {
      const same = name => all.find(r => r.set === row.set && r.type === row.type && r.system === name);
      const cells = names.map(name => same(name)[measure].toFixed(measure === 'milliseconds' ? 1 : 3));
      console.log(`| ${row.set}: ${row.type} | ${row.queries} | ${cells.join(' | ')} |`);
    }
  }
}

function chosen(all) {
  const names = options.systems?.split(',');
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names || names.includes(name)));
}

async function bundled(file) {
  const outfile = path.join(root, 'out/eval', file.replace(/\.\w+$/, '.mjs'));
  await build({
    entryPoints: [path.join(here, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    nodePaths: [path.join(root, 'test/bench/node_modules')],
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
