import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { arrowsBetweenRooms, circles, importGraph } from '../../../src/scripts/importGraph';

test('what imports what, in which rooms, and in a circle', context => {
  const src = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-graph-'));
  context.after(() => fs.rmSync(src, { recursive: true }));
  const files = {
    'core/a/one.ts': `import type { Two } from './two';\nimport { four, type Five } from '../b/four';\nimport fs from 'node:fs';\n`,
    'core/a/two.ts': `import { one } from './one';\nexport * from '../b/four';\n`,
    'core/b/four.ts': `import {\n  type Five,\n  type Six,\n} from './five';\n`,
    'core/b/five.ts': `const later = import('./six');\n`,
    'core/b/six.ts': `import { five } from './five';\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.join(src, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(src, file), text);
  }
  const graph = importGraph(src);
  assert.deepEqual(graph.get('core/a/one.ts'), [
    { name: './two', file: 'core/a/two', isType: true },
    { name: '../b/four', file: 'core/b/four', isType: false },
    { name: 'node:fs', file: undefined, isType: false },
  ]);
  const arrows = [...arrowsBetweenRooms(graph)].map(([room, targets]) => [room, [...targets]]);
  assert.deepEqual(arrows, [
    ['core/a', [['core/b', 2]]],
    ['core/b', []],
  ]);
  assert.deepEqual(circles(graph), [['core/b/five.ts', 'core/b/six.ts']]);
  assert.equal(circles(graph, true).length, 2);
});
