import { randomNumbers } from '../../src/core/util/randomNumbers';
import { mutated, repeatable, shrunk } from './mutate';
import type { Target } from './target';

/** What was found of a parser. */
export interface Finding {
  readonly parser: string;
  /** Of what grows: the piece that is repeated. */
  readonly text: string;
  /** Of what grows: what stands before and behind. */
  readonly around?: Around;
  /** The number that chose a place. */
  readonly at: number;
  readonly error: string;
}

type Around = readonly [before: string, behind: string];

/** The error that a text brings; `undefined` when all is well. */
export function failureOf({ check }: Target, text: string, at: number): string | undefined {
  try {
    check(text, at);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** Gives texts to a parser until told to end; a failure is shrunk. Each seed gives the same texts. */
export function fuzz(
  parser: string,
  target: Target,
  seed: number,
  goesOn: (inputs: number) => boolean,
): { inputs: number; findings: readonly Finding[] } {
  const random = randomNumbers(seed);
  const findings = new Map<string, Finding>();
  let inputs = 0;
  for (; goesOn(inputs); inputs++) {
    const text = mutated(target.seeds, random);
    const at = Math.floor(random() * 1_000_000);
    const error = failureOf(target, text, at);
    // One example of each kind is enough.
    const kind = error?.replace(/\d+/g, 'N').slice(0, 60);
    if (!error || !kind || findings.has(kind)) continue;
    const short = shrunk(text, one => failureOf(target, one, at) !== undefined);
    findings.set(kind, { parser, text: short, at, error: failureOf(target, short, at) ?? error });
  }
  return { inputs, findings: [...findings.values()] };
}

/** Four times the text may take so many times as long: other programs have the processor too. */
export const maxGrowth = 10;
/** In milliseconds; what takes less is not measured. */
const leastTime = 40;
/** The shortest that is measured is this part of the longest. */
const steps = 64;

/** Repeats short texts, longer and longer, alone or in the middle of a usual text, and tells those that take time beyond their length. */
export function fuzzGrowth(
  parser: string,
  target: Target,
  seed: number,
  goesOn: (inputs: number) => boolean,
  longest = 400_000,
): { inputs: number; findings: readonly Finding[] } {
  const random = randomNumbers(seed);
  const findings: Finding[] = [];
  let inputs = 0;
  for (; goesOn(inputs); inputs++) {
    const piece = repeatable(random);
    const seed = target.seeds[Math.floor(random() * target.seeds.length)] ?? '';
    const cut = Math.floor(random() * (seed.length + 1));
    const around: Around = random() < 0.5 ? ['', ''] : [seed.slice(0, cut), seed.slice(cut)];
    const growth = () => growthOf(target, piece, longest, around);
    if (growth() > maxGrowth && growth() > maxGrowth && growth() > maxGrowth)
      findings.push({ parser, text: piece, around, at: -1, error: 'takes longer than its length asks for' });
  }
  return { inputs, findings };
}

/** How many times longer four times the text takes, at the most, on the way to `longest`; what goes beyond bounds is not tried longer. */
function growthOf(
  { grows }: Target,
  piece: string,
  longest: number,
  [head, tail]: Around = ['', ''],
): number {
  const timeOf = (length: number) => {
    const text = head + piece.repeat(Math.ceil(length / piece.length)) + tail;
    const began = process.cpuUsage();
    grows(text);
    return process.cpuUsage(began).user / 1000;
  };
  let most = 0;
  let before = timeOf(longest / steps);
  for (let length = longest / (steps / 4); length <= longest && most <= maxGrowth; length *= 4) {
    const time = timeOf(length);
    if (time >= leastTime) most = Math.max(most, time / Math.max(before, leastTime / 8));
    before = time;
  }
  return most;
}
