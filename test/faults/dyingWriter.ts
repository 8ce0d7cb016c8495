import fs from 'node:fs/promises';
import { replaceOnDisk } from '../../src/vscode/node/replaceOnDisk';

/**
 * Makes this process end, as by SIGKILL, before its `step`th call that touches a disk; of what is written to a file the first half was
 * written by then. A `step` that is not reached ends nothing.
 */
export function dieBefore(step: number): void {
  let calls = 0;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const next = () => ++calls === step;
  const counted = fs as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of ['realpath', 'stat', 'open', 'readFile', 'rename', 'rm']) {
    const original = counted[name]!;
    counted[name] = async (...args) => {
      if (next()) die();
      const result = await original(...args);
      if (name === 'open') watch(result as Record<string, (...args: unknown[]) => Promise<unknown>>);
      return result;
    };
  }
  function watch(handle: Record<string, (...args: unknown[]) => Promise<unknown>>): void {
    for (const name of ['writeFile', 'chown', 'chmod', 'sync', 'close']) {
      const original = handle[name]!.bind(handle);
      handle[name] = async (...args) => {
        if (next()) {
          const [contents] = args;
          if (name === 'writeFile')
            await original((contents as Buffer).subarray(0, (contents as Buffer).length / 2));
          die();
        }
        return original(...args);
      };
    }
  }
}

/** What a forked writer does: replaces `file`, dying before a step. Tells by its exit code 0 that it lived. */
export async function write(file: string, old: Uint8Array, now: Uint8Array, step: number): Promise<void> {
  dieBefore(step);
  await replaceOnDisk(file, old, now);
}
