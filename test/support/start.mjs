// `npm start`: a real VS Code in the browser, with the extension as packaged and a sample manuscript beside it, at the address it prints.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { packageVsix } from './package.mjs';
import { installPackaged } from './vscode/installed.mjs';
import { installVsix, startServer } from './vscode/server.mjs';
import { root, setUpVsCode } from './vscode/setup.mjs';

const preferredPort = Number(process.env.PORT ?? 8765);

setUpVsCode();
console.log('Building and installing the extension …');
const folder = path.join(root, '.vscode-test/start');
const extensions = installPackaged('.vscode-test/start/extensions');
// What opens the manuscript and the library is an extension of its own: the packaged one stays as it is published.
const opening = path.join(folder, 'start.vsix');
packageVsix(path.join(root, 'test/support/start'), opening);
installVsix(opening, extensions);

// The sample is copied once, so that what is written in it stays until it is deleted.
const sample = path.join(folder, 'sample');
if (!fs.existsSync(sample)) fs.cpSync(path.join(root, 'test/fixtures/sample'), sample, { recursive: true });

const port = (await isFree(preferredPort)) ? preferredPort : undefined;
const server = await startServer({
  extensions,
  ...(port ? { port } : {}),
  settings: { 'workbench.reduceMotion': 'auto' },
});
console.log(`
Literature Lookup is ready in a real VS Code:

  ${server.address(sample)}

The sample manuscript is in ${path.relative(process.cwd(), sample)}. Stop with Ctrl+C.`);

for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, async () => {
    await server.stop();
    process.exit(0);
  });

function isFree(at) {
  return new Promise(resolve => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(at, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
