// `npm test`: installs what the tests need, then runs all of them and adds up what they counted.
import { spawn } from 'node:child_process';
import { needPrograms } from './debian.mjs';
import { setUpVsCode } from './vscode/setup.mjs';

needPrograms(['chromium', 'g++', 'pandoc', 'pdflatex', 'biber']);
setUpVsCode();

const steps = [
  'typecheck',
  'lint',
  'test:unit',
  'test:roundtrip',
  'test:faults',
  'test:package',
  'test:host',
  'test:web',
  'test:ui',
];
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
for (const step of steps) {
  console.log(`\n=== ${step}`);
  const { code, output } = await run(step);
  const counts = countsIn(output);
  for (const name of Object.keys(total)) total[name] += counts[name];
  if (code !== 0) {
    broken.push(step);
    if (!counts.failed) total.failed++;
  }
}
if (broken.length) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken.length ? 1 : 0);

/** Runs one npm script, shows what it prints, and gives it back too. */
function run(script) {
  return new Promise(resolve => {
    const child = spawn('npm', ['run', '-s', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', data => {
      output += data;
      process.stdout.write(data);
    });
    child.on('close', code => resolve({ code, output }));
  });
}

/** Node's test runner closes with `# pass 12` or `ℹ pass 12`, ours with `host: 12 passed, 0 failed, 1 skipped`. */
function countsIn(output) {
  const number = pattern => [...output.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
  return {
    passed: number(/^(?:#|ℹ) pass (\d+)$/gm) + number(/^\w+: (\d+) passed/gm),
    failed: number(/^(?:#|ℹ) fail (\d+)$/gm) + number(/^\w+: \d+ passed, (\d+) failed/gm),
    skipped: number(/^(?:#|ℹ) skipped (\d+)$/gm) + number(/^\w+: .* (\d+) skipped$/gm),
  };
}
