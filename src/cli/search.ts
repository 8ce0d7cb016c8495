// npm run -s search -- "query" [--limit N] [--json] [--queries FILE.jsonl] [--library FILE] [--collection] [--complete]
// Searches the collection, or the bibliography FILE through the library that the editor would have with it; `--collection` has the
// bundled collection in it, too. `--complete` takes each query as what is typed where a key goes. `--queries` takes objects with `id`
// and `query`, one a line, and prints for each the best 20. All of the papers are understood first: a tenth of a second each the first time,
// kept in out/meaning.
import fs from 'node:fs';
import { endWithUsage, readArguments } from './readArguments';
import { type FoundReference, searchCollection, searchLibrary } from './searchers';

const queriesDepth = 20;
const usage =
  'search -- "query" [--limit N] [--json] [--queries FILE.jsonl] [--library FILE [--collection] [--complete]]';

const { values, positionals } = readArguments(usage, {
  options: {
    limit: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    queries: { type: 'string' },
    library: { type: 'string' },
    collection: { type: 'boolean', default: false },
    complete: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const limit = Number(values.limit);
if (!Number.isInteger(limit) || limit < 1) fail(`--limit ${values.limit} is no number of results.`);
if (!values.queries && !positionals.length) endWithUsage(usage);
if (values.complete && !values.library) fail('--complete needs the bibliography: --library FILE.');

async function answerQueries(file: string): Promise<void> {
  const search = await makeSearch();
  for (const [i, line] of fs.readFileSync(file, 'utf8').split('\n').entries()) {
    if (!line.trim()) continue;
    let asked: { id?: unknown; query?: unknown };
    try {
      asked = JSON.parse(line);
    } catch {
      fail(`${file}:${i + 1} is no JSON.`);
    }
    const { found } = await search(String(asked.query ?? ''), queriesDepth);
    const answer = {
      id: asked.id,
      results: found.map(({ key }) => key),
      positions: found.map(one => one.position),
    };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

async function answer(query: string): Promise<void> {
  const search = await makeSearch();
  const { found, hint } = await search(query, limit);
  if (values.json) console.log(JSON.stringify(found.map(result), null, 2));
  else for (const { key, title, score } of found) console.log(`${score.toFixed(2)}  ${title}  [${key}]`);
  if (hint) console.error(hint);
}

function makeSearch() {
  const { library, collection, complete } = values;
  return library ? searchLibrary(library, { withCollection: collection, complete }) : searchCollection();
}

function result({ key, title, score, position }: FoundReference) {
  return { key, title, score: Number(score.toFixed(4)), position };
}

const done = values.queries ? answerQueries(values.queries) : answer(positionals.join(' '));
done.catch((error: Error) => fail(error.message));
