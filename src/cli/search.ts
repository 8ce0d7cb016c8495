// npm run -s search -- "query" [--limit N] [--json] [--queries FILE.jsonl] [--library FILE]
// Searches the collection, or the bibliography FILE, with the index that the quick pick uses, once all of it is understood: a tenth of
// a second a paper the first time, kept in out/meaning. `--queries` takes objects with `id`
// and `query`, one a line, and prints for each the best 20.
import fs from 'node:fs';
import { detectFormat } from '../core/bibliography/detectFormat';
import { readBibliography } from '../core/bibliography/readBibliography';
import { collectionSource } from '../core/library/library';
import type { Reference } from '../core/model/reference';
import { readCollection } from '../scripts/collection/readCollection';
import { readMeaning } from '../scripts/collection/readMeaning';
import { indexReferences } from '../scripts/indexReferences';
import { endWithUsage, readArguments } from './readArguments';

const queriesDepth = 20;
const usage = 'search -- "query" [--limit N] [--json] [--queries FILE.jsonl] [--library FILE]';

const { values, positionals } = readArguments(usage, {
  options: {
    limit: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    queries: { type: 'string' },
    library: { type: 'string' },
  },
  allowPositionals: true,
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readLibrary(file: string): Reference[] {
  if (!fs.existsSync(file)) fail(`There is no file ${file}.`);
  const content = fs.readFileSync(file);
  const format = detectFormat(file, content.subarray(0, 1000).toString());
  if (!format) fail(`${file} is no bibliography that can be read (.bib, CSL JSON, CSL YAML, RIS).`);
  return [...readBibliography(content, format, file).references];
}

const limit = Number(values.limit);
if (!Number.isInteger(limit) || limit < 1) fail(`--limit ${values.limit} is no number of results.`);
const typed = positionals.join(' ');
if (!values.queries && !positionals.length) endWithUsage(usage);

const collection = values.library ? undefined : readCollection();
const references = collection?.references ?? readLibrary(values.library!);
const meaning = readMeaning();
const index = indexReferences(
  references,
  collection?.topics ?? [],
  values.library ?? collectionSource.label,
  meaning?.scorer,
);
meaning?.fill(index, (done, total) => {
  if (process.stderr.isTTY) process.stderr.write(`\rUnderstanding papers ${done} of ${total} `);
});

/** Place in the delivered collection, or in the file. */
const positionOf = (id: number) => (collection && references[id]!.item.custom?.position) || id + 1;

if (values.queries) {
  const lines = fs.readFileSync(values.queries, 'utf8').split('\n');
  const answers = lines.flatMap((line, i) => {
    if (!line.trim()) return [];
    let asked: { id?: unknown; query?: unknown };
    try {
      asked = JSON.parse(line);
    } catch {
      fail(`${values.queries}:${i + 1} is no JSON.`);
    }
    const ids = index.rank(String(asked.query ?? ''), { limit: queriesDepth }).map(({ id }) => id);
    const results = ids.map(id => references[id]!.key);
    return [JSON.stringify({ id: asked.id, results, positions: ids.map(positionOf) })];
  });
  if (answers.length) process.stdout.write(`${answers.join('\n')}\n`);
} else {
  const { hits, hint } = index.search(typed, { limit });
  const results = hits.map(({ id, score }) => ({
    key: references[id]!.key,
    title: references[id]!.item.title ?? '',
    score: Number(score.toFixed(4)),
    position: positionOf(id),
  }));
  if (values.json) console.log(JSON.stringify(results, null, 2));
  else for (const { key, title, score } of results) console.log(`${score.toFixed(2)}  ${title}  [${key}]`);
  if (hint) console.error(hint);
}
