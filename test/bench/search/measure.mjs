// Measures one engine on one size, in a process of its own: `node --expose-gc measure.mjs ENGINE SIZE SECONDS` prints JSON.
import { makeItems } from '../library/makeLibrary.mjs';
import { engines } from './engines.mjs';
import { makeQueries } from './queries.mjs';

const [, , engine, size, seconds] = process.argv;
const made = [...makeItems(Number(size))].map(item => ({
  id: item.id,
  title: item.title,
  authors: item.author.map(({ given, family }) => `${given} ${family}`),
  year: item.issued['date-parts'][0][0],
  abstract: item.abstract,
}));
// Strings in one piece, as those read from files are: put together here they are not until somebody looks at them.
const papers = JSON.parse(JSON.stringify(made));
const queries = makeQueries(papers);
const build = await engines[engine]();

const heap = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};
const timed = async run => {
  const start = performance.now();
  const value = await run();
  return [value, performance.now() - start];
};

const before = heap();
const [built, buildTime] = await timed(() => build(papers));
const memory = heap() - before;
const result = { engine, size: Number(size), build: buildTime, memory };

// A class at a time in turn, so that engines that run out of time have seen them all.
const perClass = queries.length / new Set(queries.map(query => query.class)).size;
const inTurn = queries.map(
  (_, i) =>
    queries[(i % (queries.length / perClass)) * perClass + Math.floor((i * perClass) / queries.length)],
);
// Other queries first, until the code is compiled, as it is when somebody has typed for a moment.
const warm = performance.now() + (Number(seconds) * 1000) / 4;
for (const { text } of makeQueries(papers, 11)) {
  if (performance.now() > warm) break;
  await built.search(text);
}
const end = performance.now() + Number(seconds) * 1000;
const keystrokes = [];
const byClass = {};
for (const query of inTurn) {
  if (performance.now() > end) break;
  const [, time] = await timed(() => built.search(query.text));
  keystrokes.push(time);
  byClass[query.class] ??= [];
  byClass[query.class].push(time);
}
const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)];
const summary = times => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  queries: times.length,
});
Object.assign(result, summary(keystrokes));
result.classes = Object.fromEntries(Object.entries(byClass).map(([name, times]) => [name, summary(times)]));

if (built.store) {
  const stored = built.store();
  result.stored = typeof stored === 'string' ? Buffer.byteLength(stored) : stored.length;
  const [, loadTime] = await timed(() => built.load(stored));
  result.load = loadTime;
}
console.log(JSON.stringify(result));
