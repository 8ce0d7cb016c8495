import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

/** `setting('hover.enabled', true, document)`. */
const reads = /\bsetting\(\s*['`]([\w.$&{}[\]]+)['`],\s*(true|false|\[\]|'[^']*')/g;

test('what is taken where a setting is not written is what package.json declares', () => {
  const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const declared = new Map<string, unknown>(
    contributes.configuration.flatMap(
      ({ properties }: { properties: Record<string, { default: unknown }> }) =>
        Object.entries(properties).map(([name, { default: value }]) => [name, value]),
    ),
  );
  const files = fs.readdirSync('src/vscode', { recursive: true }).map(String);
  let count = 0;
  for (const file of files.filter(name => name.endsWith('.ts')))
    for (const [, name, written] of fs.readFileSync(`src/vscode/${file}`, 'utf8').matchAll(reads)) {
      count++;
      const beginning = `literature.${name!.replace(/\$\{.*/, '')}`;
      const names = name!.includes('$')
        ? [...declared.keys()].filter(
            one => one.startsWith(beginning) && typeof declared.get(one) === 'string',
          )
        : [beginning];
      for (const one of names)
        assert.deepEqual(declared.get(one), JSON.parse(written!.replaceAll("'", '"')), `${file}: ${one}`);
    }
  assert.ok(count > 15, `only ${count} were found`);
});
