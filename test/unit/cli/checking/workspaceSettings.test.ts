import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutComments } from '../../../../src/cli/checking/workspaceSettings';

const read = (text: string): unknown => JSON.parse(withoutComments(text));

test('settings are read as VS Code writes them: with comments, and commas at the end of lists', () => {
  const text = [
    '\ufeff// of this folder',
    '{',
    '  "a": "// no comment, and no end: ,}", /* one',
    '  of two lines */ "b": [1, 2, /* last */ ],',
    '  "c": "\\"/*", // the end',
    '}',
  ].join('\n');
  assert.deepEqual(read(text), { a: '// no comment, and no end: ,}', b: [1, 2], c: '"/*' });
});

test('rulers of slashes between settings cost no more than their length', () => {
  const ruler = `${'/'.repeat(60)}\n`;
  const text = `{\n${ruler}// Editor\n${ruler}"a": 2,\n${ruler}// Git\n${ruler}"b": [1,\n${ruler}]\n}`;
  assert.deepEqual(read(text), { a: 2, b: [1] });
  assert.throws(() => read(`{"a": 1,${'/*'.repeat(5000)}`), SyntaxError);
});
