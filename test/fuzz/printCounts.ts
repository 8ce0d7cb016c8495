import fs from 'node:fs';

/** What a run did with one parser. */
export interface Count {
  readonly parser: string;
  readonly texts: number;
  readonly repeated: number;
  /** In characters. */
  readonly longest: number;
  readonly seconds: number;
  readonly findings: number;
}

/** The sums of all runs, a line a parser. */
export function printCounts(file: string): void {
  const sums = new Map<string, Count>();
  for (const line of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as Count;
    const sum = sums.get(one.parser);
    sums.set(one.parser, {
      parser: one.parser,
      texts: one.texts + (sum?.texts ?? 0),
      repeated: one.repeated + (sum?.repeated ?? 0),
      longest: Math.max(one.longest, sum?.longest ?? 0),
      seconds: one.seconds + (sum?.seconds ?? 0),
      findings: one.findings + (sum?.findings ?? 0),
    });
  }
  const list = [...sums.values()];
  for (const { parser, texts, repeated, longest, seconds, findings } of list)
    console.log(
      `${parser}: ${texts} texts, ${repeated} repeated up to ${longest} characters, ${seconds} s, ${findings} findings`,
    );
  const total = (of: (count: Count) => number) => list.reduce((sum, one) => sum + of(one), 0);
  console.log(`all: ${total(one => one.texts)} texts, ${total(one => one.repeated)} repeated`);
}
