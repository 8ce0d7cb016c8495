import fs from 'node:fs';
import path from 'node:path';
import { type Finding, fuzz, fuzzGrowth } from './campaign';
import { targets } from './targets';

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const minutes = Number(option('minutes') ?? 1);
const only = option('parser');
const seed = Number(option('seed') ?? Date.now() % 1_000_000);
const names = Object.keys(targets).filter(name => !only || name === only);
if (!names.length) throw new Error(`There is no parser “${only}”: ${Object.keys(targets).join(', ')}`);

console.log(`seed ${seed}`);
const found: Finding[] = [];
for (const name of names) {
  const share = (minutes * 60_000) / names.length;
  const began = Date.now();
  const texts = fuzz(name, targets[name]!, seed, () => Date.now() - began < share * 0.75);
  const growth = fuzzGrowth(name, targets[name]!, seed, () => Date.now() - began < share);
  const findings = [...texts.findings, ...growth.findings];
  console.log(
    `${name}: ${texts.inputs} texts, ${growth.inputs} repeated, ${((Date.now() - began) / 1000).toFixed()} s, ${findings.length} findings`,
  );
  found.push(...findings);
}
const folder = path.join('test/fixtures/fuzz');
fs.mkdirSync(folder, { recursive: true });
for (const [index, finding] of found.entries()) {
  const file = path.join(folder, `${finding.parser}-${seed}-${index}.json`);
  fs.writeFileSync(file, `${JSON.stringify(finding, undefined, 2)}\n`);
  console.log(`${file}: ${finding.error}\n  ${JSON.stringify(finding.text).slice(0, 200)}`);
}
process.exit(found.length ? 1 : 0);
