import { Session } from 'node:inspector';
import type { Block } from '../../host/threadBlocks';

/** What took so long in a block. */
export interface ProfiledBlock extends Block {
  /** Without what other extensions did in it, which share the thread. */
  readonly withoutOthers: number;
  /** Milliseconds by function: of its own, and with what it called. */
  readonly own: readonly string[];
  readonly whole: readonly string[];
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly Node[];
  /** In microseconds of the same clock as `process.hrtime`. */
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** As many functions of a block are told. */
const listed = 24;

/** Samples what this thread does, to say afterwards what its blocks were made of. */
export async function profileBlocks(): Promise<{ end(blocks: readonly Block[]): Promise<ProfiledBlock[]> }> {
  const session = new Session();
  session.connect();
  const ask = (method: string, argument = {}) =>
    new Promise<unknown>((resolve, reject) =>
      session.post(method, argument, (error, result) => (error ? reject(error) : resolve(result))),
    );
  // Between the two clocks, in microseconds.
  const offset = Number(process.hrtime.bigint() / 1000n) - performance.now() * 1000;
  await ask('Profiler.enable');
  await ask('Profiler.setSamplingInterval', { interval: 1000 });
  await ask('Profiler.start');
  return {
    async end(blocks) {
      const { profile } = (await ask('Profiler.stop')) as { profile: Profile };
      session.disconnect();
      return blocks
        .map(block => ({ ...block, ...timesIn(profile, block, offset) }))
        .sort((a, b) => b.withoutOthers - a.withoutOthers);
    },
  };
}

function timesIn(profile: Profile, { start, end, milliseconds }: Block, offset: number) {
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id])),
  );
  const own = new Map<string, number>();
  const whole = new Map<string, number>();
  let [all, others] = [0, 0];
  let time = profile.startTime;
  for (const [at, sample] of profile.samples.entries()) {
    const delta = profile.timeDeltas[at]!;
    time += delta;
    if (time < start * 1000 + offset || time > end * 1000 + offset) continue;
    const seen = new Set<string>();
    let isOther = false;
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const node = nodes.get(id)!;
      const name = nameOf(node);
      isOther ||= /\/extensions\//.test(node.callFrame.url);
      if (id === sample) own.set(name, (own.get(name) ?? 0) + delta);
      if (!seen.has(name)) whole.set(name, (whole.get(name) ?? 0) + delta);
      seen.add(name);
    }
    if (/^\(idle\)/.test(nameOf(nodes.get(sample)!))) continue;
    all += delta;
    if (isOther) others += delta;
  }
  const withoutOthers = all ? milliseconds * (1 - others / all) : milliseconds;
  return { withoutOthers, own: most(own), whole: most(whole) };
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: Node): string {
  return `${functionName || '(anonymous)'} ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`;
}

function most(times: ReadonlyMap<string, number>): string[] {
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, listed)
    .map(([name, time]) => `${(time / 1000).toFixed(1)} ms ${name}`);
}
