import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const src = path.resolve('src');
const sources = fs
  .readdirSync(src, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ];
  return found.map(match => match[1] ?? match[2] ?? '');
}

/** Folder of `core` a file or import lies in: `core/search`, or `core` for what lies directly there. */
function part(file: string): string {
  const [top, second, ...rest] = file.split(path.sep);
  return rest.length ? `${top}/${second}` : (top ?? '');
}

test('the core imports neither vscode nor Node built-ins nor its adapters', () => {
  for (const file of sources.filter(file => file.startsWith(`core${path.sep}`)))
    for (const name of importsOf(file)) {
      assert.ok(!/^(vscode|node:.*|fs|path|os|crypto|worker_threads)$/.test(name), `${file} imports ${name}`);
      if (name.startsWith('.')) {
        const target = path.relative(src, path.resolve(src, path.dirname(file), name));
        assert.ok(target.startsWith('core'), `${file} imports ${name}`);
      }
    }
});

test('search, citing, display and bibliography do not import one another', () => {
  const siblings = ['core/search', 'core/citing', 'core/display', 'core/bibliography'];
  for (const file of sources.filter(file => siblings.includes(part(file))))
    for (const name of importsOf(file).filter(name => name.startsWith('.'))) {
      const target = path.relative(src, path.resolve(src, path.dirname(file), name));
      const to = siblings.find(sibling => target.startsWith(sibling.replace('/', path.sep)));
      assert.ok(!to || to === part(file), `${file} imports ${name}`);
    }
});
