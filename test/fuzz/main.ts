import fs from 'node:fs';
import path from 'node:path';
import { type Finding, fuzz, fuzzGrowth } from './campaign';
import { type Count, printCounts } from './printCounts';
import { targets } from './targets';

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const minutes = Number(option('minutes') ?? 1);
/** Texts are repeated up to this length: `--longest 8000000`. */
const longest = Number(option('longest') ?? 400_000);
/** With `--texts`, each parser is given so many, however long it takes. */
const enough = Number(option('texts') ?? Number.POSITIVE_INFINITY);
const only = option('parser');
const seed = Number(option('seed') ?? Date.now() % 1_000_000);
/** The part of the time that goes into repeating. */
const growthShare = Number(option('growth') ?? 0.25);
const names = Object.keys(targets).filter(name => !only || name === only);
if (!names.length) throw new Error(`There is no parser “${only}”: ${Object.keys(targets).join(', ')}`);

/** What every run did, a line a parser. */
const counts = path.join('out/fuzz/counts.jsonl');
if (process.argv.includes('--counts')) {
  printCounts(counts);
  process.exit(0);
}
// What readers throw and catch themselves costs most of its time for the place where it was thrown.
Error.stackTraceLimit = 0;
console.log(`seed ${seed}`);
const found: Finding[] = [];
for (const name of names) {
  const share = (minutes * 60_000) / names.length;
  const began = Date.now();
  const isOn = (part: number) => () => Date.now() - began < share * part;
  const isWanted = Number.isFinite(enough) ? (inputs: number) => inputs < enough : isOn(1 - growthShare);
  const texts = fuzz(name, targets[name]!, seed, isWanted);
  const growth = fuzzGrowth(name, targets[name]!, seed, isOn(1), longest);
  const findings = [...texts.findings, ...growth.findings];
  const count: Count = {
    parser: name,
    texts: texts.inputs,
    repeated: growth.inputs,
    longest,
    seconds: Math.round((Date.now() - began) / 1000),
    findings: findings.length,
  };
  fs.appendFileSync(counts, `${JSON.stringify(count)}\n`);
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
