// Builds literature-lookup.vsix, as it would be published, and says how large it is.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const vsix = path.join(root, 'out/literature-lookup.vsix');

/** Packages the extension in a folder: ours, unless another is named. */
export function packageVsix(folder = root, file = vsix) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const program = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const more = folder === root ? [] : ['--skip-license'];
  const args = [
    program,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    ...more,
    '--out',
    file,
  ];
  const output = execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { size: fs.statSync(file).size, output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { size, output } = packageVsix();
  console.log(output);
  console.log(`${path.relative(root, vsix)}: ${(size / 1e6).toFixed(2)} MB`);
}
