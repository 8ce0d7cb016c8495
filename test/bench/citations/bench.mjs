// How fast citations are read: `npm run bench:citations [-- --json]`.
// Per language the same texts go through our reader, through the parsers other extensions use, and through a bare loop over the
// characters, the floor no reader gets under. Megabytes of UTF-16 text a second, best of the runs that fit into a second.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installPeers } from '../peers.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const shared = path.resolve(process.env.LITERATURE_SHARED ?? path.join(root, '../shared'), 'manuscripts');
const megabyte = 1e6;
const secondsPerReader = 1;
/** Of each language: the slowest parser needs half a minute for it. */
const mostCharacters = 1_000_000;

installPeers();
const { readCitations } = await ourReaders();
const { default: MarkdownIt } = await import('markdown-it');
const { micromark } = await import('micromark');
const { latexParser } = createRequire(import.meta.url)('latex-utensils');
const { parse: parseUnifiedLatex } = await import('@unified-latex/unified-latex-util-parse');

const markdownIt = new MarkdownIt();
const languages = {
  markdown: {
    endings: ['.md', '.qmd', '.Rmd'],
    readers: {
      'plain scan': scan,
      'Literature Lookup': text => readCitations(text, 'markdown'),
      'markdown-it': text => markdownIt.parse(text, {}),
      micromark: text => micromark(text),
    },
  },
  latex: {
    endings: ['.tex'],
    readers: {
      'plain scan': scan,
      'Literature Lookup': text => readCitations(text, 'latex'),
      'latex-utensils': text => latexParser.parse(text),
      'unified-latex': text => parseUnifiedLatex(text),
    },
  },
};

const table = [];
for (const [language, { endings, readers }] of Object.entries(languages)) {
  const texts = textsOf(language, endings);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  for (const [reader, read] of Object.entries(readers)) {
    const { seconds, failed } = measure(read, texts);
    table.push({
      language,
      reader,
      documents: texts.length,
      megabytes: round(characters / megabyte),
      megabytesPerSecond: round(characters / megabyte / seconds),
      failed,
    });
  }
  const own = table.find(row => row.language === language && row.reader === 'Literature Lookup');
  for (const row of table)
    if (row.language === language) row.timesAsSlow = round(own.megabytesPerSecond / row.megabytesPerSecond);
}
if (process.argv.includes('--json')) console.log(JSON.stringify(table, null, 2));
else console.table(table);

/** Our reader from the sources, as the extension bundles it. */
async function ourReaders() {
  const outfile = path.join(root, 'out/bench/readCitations.cjs');
  const entryPoints = [path.join(root, 'src/core/citing/readCitations.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile);
}

/** Real manuscripts where they are at hand, else the sample ones; small texts are repeated to a size that can be timed. */
function textsOf(language, endings) {
  const folder = fs.existsSync(shared)
    ? path.join(shared, language)
    : path.join(root, 'test/fixtures/sample');
  let left = mostCharacters;
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && endings.some(ending => file.name.endsWith(ending)))
    .map(file => fs.readFileSync(path.join(file.path, file.name), 'utf8'))
    .map(text => text.repeat(Math.ceil(20_000 / Math.max(text.length, 1))))
    .filter(text => {
      const fits = text.length <= left;
      if (fits) left -= text.length;
      return fits;
    });
}

/** The quickest of the runs that fit into the time, at least one; a text that a parser refuses counts as read when it gives up. */
function measure(read, texts) {
  let seconds = Number.POSITIVE_INFINITY;
  let failed = 0;
  const begun = performance.now();
  for (let run = 0; run < 1 || performance.now() - begun < secondsPerReader * 1000; run++) {
    failed = 0;
    const start = performance.now();
    for (const text of texts)
      try {
        read(text);
      } catch {
        failed++;
      }
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, failed };
}

/** Looks at every character once. */
function scan(text) {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 64 || code === 92) found++;
  }
  return found;
}

function round(value) {
  return Number(value.toPrecision(3));
}
