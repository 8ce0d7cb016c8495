import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

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
    edit: ['blocks', 'inline', '.'],
    myst: ['edit', '.'],
    '.': ['blocks', 'inline', 'myst'],
  },
  'core/citing/latex': {
    reader: ['.'],
    citations: ['reader', '.'],
    commands: ['citations', 'reader', '.'],
    edit: ['commands', 'citations', 'reader', '.'],
    '.': ['commands', 'citations', 'reader'],
  },
};

const src = path.resolve('src');
const sources = fs
  .readdirSync(src, { recursive: true })
  .map(file => String(file).replaceAll(path.sep, '/'))
  .filter(file => file.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map(match => match[1] ?? match[2] ?? '');
}

/** The files of `src` that a file imports, without their endings. */
function importedBy(file: string): string[] {
  return importsOf(file)
    .filter(name => name.startsWith('.'))
    .map(name => path.posix.join(path.posix.dirname(file), name));
}

/**
 * The folder a file lies in, as seen from `room`; `.` for the room itself, `undefined` outside of it. What puts a language together stands on
 * top. */
function stageOf(file: string, room: string): string | undefined {
  if (!file.startsWith(`${room}/`)) return undefined;
  const rest = file.slice(room.length + 1).split('/');
  if (rest.length > 1) return rest[0];
  return /Language\.ts$|Language$/.test(file) ? 'language' : '.';
}

const roomOf = (file: string) => file.split('/').slice(0, 2).join('/');

test('the core imports neither vscode nor Node built-ins nor its adapters', () => {
  for (const file of sources.filter(file => file.startsWith('core/'))) {
    for (const name of importsOf(file))
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
