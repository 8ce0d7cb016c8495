// Packages that only benchmarks compare with live in test/bench/package.json and are installed when first asked for.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Installs what the lock file names, unless it is there already in that version. */
export function installPeers() {
  const lock = path.join(here, 'package-lock.json');
  const mark = path.join(here, 'node_modules/.package-lock.json');
  const wanted = JSON.parse(fs.readFileSync(lock, 'utf8')).packages;
  const present = fs.existsSync(mark) ? JSON.parse(fs.readFileSync(mark, 'utf8')).packages : {};
  const isComplete = Object.keys(wanted).every(
    name => name === '' || wanted[name].optional || present[name]?.version === wanted[name].version,
  );
  if (!isComplete)
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      stdio: 'inherit',
    });
}
