import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const folder = 'src';

/** What VS Code shows with links, or as icons, in whatever text it is given; and the one file that may call it. */
const guarded: readonly (readonly [call: RegExp, allowed: string])[] = [
  [/show(?:Information|Warning|Error)Message|setStatusBarMessage/, 'src/vscode/notify.ts'],
  // An error that leaves a command is shown by VS Code itself, with links.
  [/\bcommands\s*\.\s*registerCommand|registerTextEditorCommand/, 'src/vscode/registerCommand.ts'],
  [/ProgressLocation\s*\.\s*Notification/, 'src/vscode/notify.ts'],
  [/supportHtml|supportThemeIcons/, ''],
  [/isTrusted\s*=\s*[^{\s]/, ''],
];

test('messages, and errors of commands, go through the functions that make text of them', () => {
  const files = fs
    .readdirSync(folder, { recursive: true })
    .map(file => path.posix.join(folder, String(file).replaceAll('\\', '/')))
    .filter(file => file.endsWith('.ts'));
  for (const file of files) {
    const code = fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    for (const [call, allowed] of guarded)
      assert.ok(file === allowed || !call.test(code), `${file} has ${call}: use what ${allowed} offers`);
  }
});
