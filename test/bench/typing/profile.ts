import { Session } from 'node:inspector';
import type { Block } from '../../host/threadBlocks';

/** What took so long in a block, by function: milliseconds of its own, and with what it called. */
export interface ProfiledBlock extends Block {
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

const listed = 12;

/** Samples what this thread does, to say afterwards what its longest blocks were made of. */
export function profileBlocks(): { end(blocks: readonly Block[]): Promise<ProfiledBlock[]> } {
  const session = new Session();
  session.connect();
  const ask = (method: string, argument = {}) =>
    new Promise<unknown>((resolve, reject) =>
      session.post(method, argument, (error, result) => (error ? reject(error) : resolve(result))),
    );
  // Between the two clocks, in microseconds.
  const offset = Number(process.hrtime.bigint() / 1000n) - performance.now() * 1000;
  const started = ask('Profiler.enable')
    .then(() => ask('Profiler.setSamplingInterval', { interval: 500 }))
    .then(() => ask('Profiler.start'));
  return {
    async end(blocks) {
      await started;
      const { profile } = (await ask('Profiler.stop')) as { profile: Profile };
      session.disconnect();
      const longest = [...blocks].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, listed);
      return longest.map(block => ({ ...block, ...timesIn(profile, block, offset) }));
    },
  };
}

function timesIn(profile: Profile, { end, milliseconds }: Block, offset: number) {
  const until = end * 1000 + offset;
  const from = until - milliseconds * 1300;
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id])),
  );
  const own = new Map<string, number>();
  const whole = new Map<string, number>();
  let time = profile.startTime;
  for (const [at, sample] of profile.samples.entries()) {
    const delta = profile.timeDeltas[at]!;
    time += delta;
    if (time < from || time > until) continue;
    const seen = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const name = nameOf(nodes.get(id)!);
      if (id === sample) own.set(name, (own.get(name) ?? 0) + delta);
      if (!seen.has(name)) whole.set(name, (whole.get(name) ?? 0) + delta);
      seen.add(name);
    }
  }
  return { own: most(own), whole: most(whole) };
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: Node): string {
  return `${functionName || '(anonymous)'} ${url.slice(url.lastIndexOf('/') + 1)}:${lineNumber + 1}`;
}

function most(times: ReadonlyMap<string, number>): string[] {
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, listed * 2)
    .map(([name, time]) => `${(time / 1000).toFixed(1)} ms ${name}`);
}
