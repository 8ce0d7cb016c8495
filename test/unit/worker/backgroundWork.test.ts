import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Task } from '../../../src/core/util/cooperative';
import { BackgroundWork } from '../../../src/worker/backgroundWork';

/** A clock that goes on when somebody sleeps or works, and calls at each sleep. */
function clockWith(onSleep: () => void = () => undefined) {
  const clock = {
    time: 0,
    slept: 0,
    now: () => clock.time,
    async sleep(milliseconds: number) {
      clock.time += milliseconds;
      clock.slept += milliseconds;
      onSleep();
    },
  };
  return clock;
}

function* steps(clock: { time: number }, count: number, milliseconds: number): Task<void, number> {
  for (let i = 1; i <= count; i++) {
    clock.time += milliseconds;
    yield i;
  }
}

const told: number[] = [];
const tell = (value: number) => void told.push(value);

describe('BackgroundWork', () => {
  for (const milliseconds of [0.1, 1, 10])
    it(`works half of the time, in steps of ${milliseconds} ms`, async () => {
      const clock = clockWith();
      assert.equal(
        await new BackgroundWork(clock).run(steps(clock, 1000, milliseconds), () => true, tell),
        true,
      );
      const share = 1 - clock.slept / clock.time;
      assert.ok(share > 0.45 && share < 0.55, `${share}`);
    });

  it('works all the time where somebody waits for the end', async () => {
    const clock = clockWith();
    assert.equal(await new BackgroundWork(clock, 1).run(steps(clock, 1000, 1), () => true, tell), true);
    assert.equal(clock.slept, 0);
  });

  it('does nothing while somebody asks, and goes on after that', async () => {
    let asked = 0;
    const clock = clockWith(() => {
      if (asked++ < 20) background.giveWay();
    });
    const background = new BackgroundWork(clock);
    const done: number[] = [];
    background.giveWay();
    await background.run(
      steps(clock, 3, 10),
      () => true,
      step => {
        assert.ok(asked > 20, `a step after ${asked} questions`);
        done.push(step);
      },
    );
    assert.deepEqual(done, [1, 2, 3]);
  });

  it('gives up when it is not to go on', async () => {
    const clock = clockWith();
    let left = 3;
    assert.equal(await new BackgroundWork(clock).run(steps(clock, 9, 10), () => left-- > 0, tell), false);
  });
});
