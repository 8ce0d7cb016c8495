import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { LibraryService } from '../../../../src/core/library/libraryService';
import { afterRead } from '../../../../src/vscode/library/afterRead';

/** A library whose answers say what had happened when it was asked. */
function waiting(longest = 1000) {
  const events: string[] = [];
  let finish = (_isRead: boolean) => {};
  const reading = new Promise<void>((resolve, reject) => {
    finish = isRead => {
      events.push(isRead ? 'read' : 'not read');
      if (isRead) resolve();
      else reject(new Error('not read'));
    };
  });
  const library = {
    find: async ([key]: readonly string[]) => void events.push(`asked for ${key}`),
    alike: async () => void events.push('asked for what is alike'),
  };
  const read = () => {
    events.push('reads');
    return reading;
  };
  return { events, finish, library: afterRead(library as unknown as LibraryService, read, longest) };
}

test('what is asked first is answered when everything was read, and the next is at once', async () => {
  const { events, finish, library } = waiting();
  const first = library.find(['roe'], []);
  await Promise.resolve();
  finish(true);
  await first;
  await library.find(['doe'], []);
  assert.deepEqual(events, ['reads', 'read', 'asked for roe', 'asked for doe']);
});

test('what a catalog gave is compared with a library that was read', async () => {
  const { events, finish, library } = waiting();
  const asked = library.alike({ id: 'roe', type: 'book' }, []);
  finish(true);
  await asked;
  assert.deepEqual(events, ['reads', 'read', 'asked for what is alike']);
});

test('what cannot be read keeps no answer back', async () => {
  const { events, finish, library } = waiting();
  const asked = library.find(['roe'], []);
  finish(false);
  await asked;
  assert.deepEqual(events, ['reads', 'not read', 'asked for roe']);
});

test('nobody waits longer than he may, and the next no more', async t => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { events, library } = waiting(1000);
  const asked = library.find(['roe'], []);
  mock.timers.tick(999);
  await Promise.resolve();
  assert.deepEqual(events, ['reads']);
  mock.timers.tick(1);
  await asked;
  await library.find(['doe'], []);
  assert.deepEqual(events, ['reads', 'asked for roe', 'asked for doe']);
});
