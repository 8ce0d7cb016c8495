import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownWhenSlow } from '../../../src/vscode/shownWhenSlow';

/** Work that ends when it is told to, and how it was shown. */
function begin() {
  const log: string[] = [];
  let resolve!: (answer: string) => void;
  let reject!: (error: Error) => void;
  const work = new Promise<string>((...ends) => {
    [resolve, reject] = ends;
  });
  let result!: Promise<string>;
  const shown = new Promise<void>(done => {
    result = shownWhenSlow(work, 300, async settled => {
      log.push('shown');
      done();
      await settled;
      log.push('gone');
    });
  });
  return { resolve, reject, log, result, shown };
}

test('work that is done at once is not shown', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { resolve, log, result } = begin();
  resolve('answer');
  assert.equal(await result, 'answer');
  context.mock.timers.tick(1000);
  assert.deepEqual(log, []);
});

test('work that takes its time is shown until it is done, or fails', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  for (const fails of [false, true]) {
    const { resolve, reject, log, result, shown } = begin();
    context.mock.timers.tick(299);
    await Promise.resolve();
    assert.deepEqual(log, []);
    context.mock.timers.tick(1);
    await shown;
    assert.deepEqual(log, ['shown']);
    if (fails) {
      reject(new Error('no answer'));
      await assert.rejects(result, /no answer/);
    } else {
      resolve('answer');
      assert.equal(await result, 'answer');
    }
    assert.deepEqual(log, ['shown', 'gone']);
  }
});
