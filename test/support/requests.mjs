// `npm run test:requests -- [SCRIPT [ARGUMENT…]]`: runs tests (all of them by default) and tells which hosts they sent requests to, how many, and
// how close to one another. Every request is in out/requests.jsonl.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const file = path.join(root, 'out/requests.jsonl');
const preload = pathToFileURL(path.join(root, 'test/support/requestLog.mjs')).href;
const [script = 'test', ...args] = process.argv.slice(2);

fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, '');
const run = spawnSync('npm', ['run', '-s', script, '--', ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    LITERATURE_REQUEST_LOG: file,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(' '),
  },
});

const byHost = new Map();
for (const line of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { at, host } = JSON.parse(line);
  byHost.set(host, [...(byHost.get(host) ?? []), at]);
}
const isHere = host => /^(?:127\.|localhost|\[::1\])/.test(host);
const here = [...byHost].filter(([host]) => isHere(host));
const elsewhere = [...byHost].filter(([host]) => !isHere(host));
console.log(`\nRequests to this machine: ${count(here)}, to ${here.length} servers of tests.`);
console.log(`Requests elsewhere: ${count(elsewhere)}.`);
if (elsewhere.length)
  console.table(
    elsewhere.map(([host, times]) => ({
      host,
      requests: times.length,
      'shortest gap, ms': Math.min(
        ...times
          .sort((a, b) => a - b)
          .slice(1)
          .map((at, i) => at - times[i]),
      ),
    })),
  );
process.exit(run.status ?? 1);

function count(hosts) {
  return hosts.reduce((sum, [, times]) => sum + times.length, 0);
}
