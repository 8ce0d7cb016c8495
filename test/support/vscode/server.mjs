// Starts the VS Code server on a loopback port, with its own user data, and stops it with all it started.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serverEntry, serverNode } from './setup.mjs';

/** Nothing that asks, moves, saves by itself or calls home: tests and screenshots want a quiet workbench. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  // In a browser VS Code saves changed files after a second by default.
  'files.autoSave': 'off',
  'window.autoDetectColorScheme': false,
  'editor.accessibilitySupport': 'off',
};

/** A port that nobody listens at. */
export const freePort = () =>
  new Promise(resolve => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The environment of a server: no gallery look-ups, nothing written outside `home`, no trace of an editor we run inside. */
function serverEnvironment(home, extra = {}) {
  const env = { ...process.env, ...extra, EXTENSIONS_GALLERY: '{}' };
  for (const name of ['CONFIG_HOME', 'DATA_HOME', 'CACHE_HOME', 'RUNTIME_DIR']) env[`XDG_${name}`] = home;
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_)/.test(name)) delete env[name];
  return env;
}

/**
 * @param {{settings?: object, env?: object, extensions?: string, port?: number, tests?: boolean, trust?: boolean, home?: string}} options
 *   `tests`: the test driver, which runs Mocha suites in the extension host (and draws no notifications).
 *   `home`: a folder for all that it writes, which stays when it stops: another server finds it there.
 *   `trust`: workspace trust is on, so that a new folder opens in Restricted Mode.
 */
export async function startServer({
  settings = {},
  env,
  extensions,
  port,
  tests = false,
  trust = false,
  home: kept,
} = {}) {
  const home = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'literature-vscode-'));
  const userData = path.join(home, 'user-data');
  // Settings of the machine, which the user's own do not reach from a browser, are read from a file beside these.
  for (const [folder, content] of [
    ['User', { ...quietSettings, ...settings }],
    ['Machine', settings],
  ]) {
    fs.mkdirSync(path.join(userData, folder), { recursive: true });
    fs.writeFileSync(path.join(userData, folder, 'settings.json'), JSON.stringify(content, null, 2));
  }
  const at = port ?? (await freePort());
  const args = [serverEntry, '--auth', 'none', '--bind-addr', `127.0.0.1:${at}`];
  args.push(
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
  );
  if (!trust) args.push('--disable-workspace-trust');
  args.push('--config', path.join(home, 'config.yaml'), '--user-data-dir', userData);
  args.push('--extensions-dir', extensions ?? path.join(home, 'extensions'));
  if (tests) args.push('--vscode-option', 'enable-smoke-test-driver');

  const server = spawn(serverNode, args, {
    env: serverEnvironment(home, env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  server.stdout.on('data', data => (output += data));
  server.stderr.on('data', data => (output += data));
  const stop = async () => {
    const ended = new Promise(resolve =>
      server.exitCode === null ? server.once('exit', resolve) : resolve(),
    );
    signal(server.pid, 'SIGTERM');
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 4000))]);
    signal(server.pid, 'SIGKILL');
    if (!kept) fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  await untilUp(server, at, () => output).catch(async error => {
    await stop();
    throw error;
  });
  return {
    port: at,
    userData,
    output: () => output,
    address: (folder, payload) => {
      const query = payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : '';
      const opened = folder?.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://127.0.0.1:${at}/?${folder ? `${opened}=${folder}` : 'ew=true'}${query}`;
    },
    /** As when the machine fails: all of it at once, and nothing is tidied. */
    kill: () => signal(server.pid, 'SIGKILL'),
    stop,
  };
}

/** To the whole process group: killing only the parent leaves file watchers behind. */
function signal(pid, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
}

async function untilUp(server, port, output) {
  const limit = Date.now() + 60_000;
  while (Date.now() < limit) {
    if (server.exitCode !== null) throw new Error(`VS Code ended at once:\n${output()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`VS Code did not answer within a minute:\n${output()}`);
}

/** Installs a .vsix into an extensions folder of its own and gives that folder. */
export function installVsix(vsix, extensions) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-install-'));
  const args = [
    serverEntry,
    '--config',
    path.join(home, 'config.yaml'),
    '--user-data-dir',
    path.join(home, 'data'),
  ];
  args.push('--extensions-dir', extensions, '--install-extension', vsix);
  const output = execFileSync(serverNode, args, { encoding: 'utf8', env: serverEnvironment(home) });
  fs.rmSync(home, { recursive: true, force: true });
  if (!/successfully installed/.test(output)) throw new Error(`The .vsix was not installed:\n${output}`);
  return extensions;
}
