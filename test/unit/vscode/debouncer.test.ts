import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Debouncer } from '../../../src/vscode/debouncer';

test('what comes again and again is put off, and not for ever', t => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  t.after(() => mock.timers.reset());
  const debouncer = new Debouncer(5000);
  let runs = 0;
  for (let time = 0; time < 20_000; time += 200) {
    debouncer.start('a', 300, () => runs++);
    mock.timers.tick(200);
  }
  assert.ok(runs >= 3 && runs <= 4, String(runs));
  mock.timers.tick(300);
  const settled = runs;
  mock.timers.tick(10_000);
  assert.equal(runs, settled);
});
