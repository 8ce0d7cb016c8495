import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { circles, filesByFolder, importGraph, roomOf } from '../../src/scripts/importGraph';

/**
 * Which rooms each room may import, besides itself: imports only go down. `src/README.md` draws the same. A new room has to be entered
 * here; where an import is refused, what is shared belongs a floor further down.
 */
const floors: Readonly<Record<string, readonly string[]>> = {
  'core/util': [],
  'core/model': ['core/util'],
  'core/bibliography': ['core/model', 'core/util'],
  'core/citing': ['core/model', 'core/util'],
  'core/search': ['core/model', 'core/util'],
  'core/display': ['core/model', 'core/util'],
  'core/catalogs': ['core/bibliography', 'core/model', 'core/util'],
  'core/library': [
    'core/bibliography',
    'core/citing',
    'core/display',
    'core/search',
    'core/model',
    'core/util',
  ],
  'core/preview': ['core/library', 'core/citing', 'core/display', 'core/model', 'core/util'],
  'core/agents': [
    'core/library',
    'core/bibliography',
    'core/citing',
    'core/display',
    'core/search',
    'core/model',
    'core/util',
  ],
};

/** The same within the largest rooms: their stages, each of which knows only those before it. `.` is what lies in the room itself. */
const stages: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'core/search': {
    text: [],
    index: ['text'],
    query: ['text', 'index'],
    highlight: ['text', 'index', 'query'],
    rank: ['text', 'index', 'query'],
    meaning: ['text', 'rank'],
    '.': ['text', 'index', 'query', 'highlight', 'rank', 'meaning'],
  },
  'core/citing/markdown': {
    blocks: [],
    inline: ['blocks'],
    metadata: ['blocks', 'inline', '.'],
    edit: ['blocks', 'inline', 'metadata', '.'],
    myst: ['edit', 'inline', 'metadata', '.'],
    '.': ['blocks', 'inline', 'metadata', 'myst'],
  },
  'core/citing/typst': { '.': [], edit: ['.'] },
  'core/bibliography/bibtex': {
    names: [],
    scan: [],
    item: ['names', 'scan', '.'],
    '.': ['names', 'scan', 'item'],
  },
  'core/bibliography/write': { tex: [], bibtex: ['tex', '.'], '.': ['tex'] },
  'core/library': {
    works: [],
    indexing: ['works'],
    sources: ['works', 'indexing'],
    documents: ['works'],
    find: ['works', 'indexing', 'sources'],
    picture: ['works', 'indexing', 'sources'],
    '.': ['works', 'indexing', 'sources', 'documents', 'find', 'picture'],
  },
  'core/citing/latex': {
    reader: ['.'],
    citations: ['reader', '.'],
    commands: ['citations', 'reader', '.'],
    edit: ['commands', 'citations', 'reader', '.'],
    '.': ['commands', 'citations', 'reader'],
  },
};

/** Files that lie directly in one folder of the core, at most. */
const maxFilesInFolder = 18;

const graph = importGraph(path.resolve('src'));
const sources = [...graph.keys()];

/** The files of `src` that a file imports, without their endings. */
function importedBy(file: string): string[] {
  return graph.get(file)!.flatMap(({ file: target }) => target ?? []);
}

/**
 * The folder a file lies in, as seen from `room`; `.` for the room itself, `undefined` outside of it. What puts a language together stands on
 * top; what a library is asked (`libraryService.ts`, types alone) may be named everywhere.
 */
function stageOf(file: string, room: string): string | undefined {
  if (!file.startsWith(`${room}/`)) return undefined;
  const rest = file.slice(room.length + 1).split('/');
  if (/^libraryService(?:\.ts)?$/.test(rest[0]!)) return undefined;
  if (rest.length > 1) return rest[0];
  return /Language\.ts$|Language$/.test(file) ? 'language' : '.';
}

test('the core imports neither vscode nor Node built-ins nor its adapters', () => {
  for (const file of sources.filter(file => file.startsWith('core/'))) {
    for (const { name } of graph.get(file)!)
      assert.ok(!/^(vscode|node:.*|fs|path|os|crypto|worker_threads)$/.test(name), `${file} imports ${name}`);
    for (const name of importedBy(file)) assert.ok(name.startsWith('core/'), `${file} imports ${name}`);
  }
});

test('every room of the core imports only the floors below it', () => {
  for (const file of sources.filter(file => file.startsWith('core/'))) {
    const allowed = floors[roomOf(file)];
    assert.ok(allowed, `${file} lies in no room that architecture.test.ts knows`);
    for (const name of importedBy(file))
      assert.ok(roomOf(name) === roomOf(file) || allowed.includes(roomOf(name)), `${file} imports ${name}`);
  }
});

test('the stages within a room import only those before them', () => {
  for (const [room, allowed] of Object.entries(stages))
    for (const file of sources) {
      const stage = stageOf(file, room);
      if (!stage || !(stage in allowed)) continue;
      for (const name of importedBy(file)) {
        const to = stageOf(name, room);
        assert.ok(!to || to === stage || allowed[stage]!.includes(to), `${file} imports ${name}`);
      }
    }
});

/** What takes a second to load, or would be in the extension twice: it belongs into a thread of its own. */
const inThreads = /^(?:citeproc|fuse\.js)$/;

test('the extension host loads no engine that a thread has', () => {
  const seen = new Set(['extension.ts']);
  for (const file of seen)
    for (const { name, file: target, isType } of graph.get(file) ?? []) {
      assert.ok(isType || !inThreads.test(name), `${file} imports ${name}`);
      if (target !== undefined && !isType) seen.add(`${target}.ts`);
    }
  assert.ok(seen.size > 200);
});

test('no files import one another in a circle', () => {
  assert.deepEqual(circles(graph), []);
  assert.deepEqual(circles(graph, true), [], 'with imports of types counted');
});

test('no folder of the core holds more files than one can survey', () => {
  for (const [folder, files] of filesByFolder(graph))
    if (folder.startsWith('core'))
      assert.ok(files <= maxFilesInFolder, `${folder} has ${files} files: give it rooms`);
});

/** What is done in one place only, by what its code cannot do without; the files that may. */
const onePlace: readonly [what: string, sign: RegExp, files: RegExp][] = [
  [
    'settings are read and written by `vscode/settings.ts`',
    /getConfiguration\(/,
    /^vscode\/(?:settings|files\/fileDocument|help\/environment)\.ts$/,
  ],
  [
    'what is put off is put off by `vscode/debouncer.ts`',
    /ReturnType<typeof setTimeout>/,
    /^vscode\/(?:debouncer|threads\/requestThread)\.ts$/,
  ],
  [
    'what is forgotten for want of room is forgotten by `core/util/collections/boundedCache.ts`',
    /\.keys\(\)\.next\(\)|\.size\s*(?:>=?|===)\s*max\w*\)[^\n]*\.clear\(\)/,
    /^core\/util\/collections\/boundedCache\.ts$/,
  ],
  [
    'texts are hashed by `core/util/hash.ts`; others mix numbers, or sum up bytes',
    /Math\.imul\(/,
    /^core\/util\/(?:hash|bytes\/byteStream)\.ts$/,
  ],
  [
    'tables that what files say is looked up in are made by `core/util/collections/tableOf.ts`: plain objects have `constructor` and `__proto__` too',
    /^(?:export )?const \w+: (?:Readonly<)?Record<string,[^=]*> = (?:\{|Object)/m,
    /^(?:vscode|cli|scripts)\//,
  ],
  [
    'texts are normalised by `core/util/normalized.ts`, which takes no longer for rows of accents; single letters need no care',
    /(?:text|name|word|run|title|lower|folded|value|line)(?:\.toLowerCase\(\))?\s*\.normalize\('NF/,
    /^core\/util\/normalized\.ts$/,
  ],
  [
    'files outside of the editor are read by `node/nodeFiles.ts`',
    /\bnew TextDecoder\([^)]*fatal/,
    /^(?:node\/nodeFiles|core\/bibliography\/.*|vscode\/files\/.*)\.ts$/,
  ],
];

test('what is one mechanism has one place', () => {
  for (const [what, sign, files] of onePlace)
    for (const file of sources.filter(file => !files.test(file)))
      assert.ok(!sign.test(fs.readFileSync(path.join('src', file), 'utf8')), `${file}: ${what}`);
});

test('the map of the code, what newcomers read, and comments name files and commands that are there', () => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const pages = ['src/README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...sources.map(file => `src/${file}`)];
  for (const page of pages) {
    const text = fs.readFileSync(page, 'utf8');
    for (const [, file] of text.matchAll(/`((?:test|src)\/[\w./-]+)`/g))
      assert.ok(
        ['', '.ts', '.test.ts', '.mjs'].some(ending => fs.existsSync(file + ending)),
        `${page}: ${file}`,
      );
    for (const [, script] of text.matchAll(/`npm run (?:-s )?([\w:]+)/g))
      assert.ok(scripts[script!], `${page}: npm run ${script}`);
  }
});
