import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TaskQueue } from '../../../../src/core/util/taskQueue';

test('a task can tell whether it is the only one since a moment', async () => {
  const queue = new TaskQueue();
  const asked = () => {
    const isAlone = queue.sinceNow();
    return queue.run(async () => isAlone());
  };
  assert.equal(await asked(), true);
  assert.equal(await asked(), true, 'the one before has ended');
  const running = queue.run(() => new Promise(resolve => setImmediate(resolve)));
  assert.equal(await asked(), false, 'one ran');
  await running;
  const isAlone = queue.sinceNow();
  await queue.run(async () => {});
  assert.equal(await queue.run(async () => isAlone()), false, 'one ran between');
});

test('tasks run one after the other, also after one that failed', async () => {
  const queue = new TaskQueue();
  const log: string[] = [];
  const task = (name: string, fails = false) =>
    queue.run(async () => {
      log.push(`${name} begins`);
      await new Promise(resolve => setImmediate(resolve));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([task('a'), task('b', true), task('c')]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
