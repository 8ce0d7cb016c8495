// `npm run soak [-- --minutes 10] [--entries 50000]`: the library in its thread, with a bibliography that is edited, replaced, cut short,
// removed and brought back while it is searched. Fails when a change is missed or memory grows.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { makeBibtex } from '../bench/library/makeLibrary.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const out = path.join(root, 'out/soak');
fs.mkdirSync(out, { recursive: true });
const entries = option('entries', 50_000);
const file = path.join(out, `${entries}.bib`);
if (!fs.existsSync(file)) fs.writeFileSync(file, makeBibtex(entries));
const shared = { bundle: true, platform: 'node', format: 'cjs', target: 'es2022', logLevel: 'error' };
await build({
  ...shared,
  entryPoints: {
    soak: path.join(root, 'test/soak/soak.ts'),
    libraryWorker: path.join(root, 'test/soak/collectedWorker.ts'),
  },
  outdir: out,
});
const run = spawnSync(
  process.execPath,
  [
    '--expose-gc',
    '--max-old-space-size=4096',
    path.join(out, 'soak.js'),
    file,
    String(option('minutes', 10)),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
