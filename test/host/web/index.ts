import 'mocha-in-a-worker';
import { suites } from 'suites';

/** What the web extension host calls: runs the suites and prints the result as one line for test/support/web.mjs. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: undefined as never, timeout: 300_000 });
  await suites();
  const tests: { title: string; error?: string }[] = [];
  const failed = await new Promise<number>(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => tests.push({ title: test.fullTitle() }))
      .on('fail', (test, error) =>
        tests.push({ title: test.fullTitle(), error: error.stack ?? String(error) }),
      );
  });
  console.log(`literature-tests ${JSON.stringify({ passed: tests.length - failed, failed, tests })}`);
  if (failed) throw new Error(`${failed} web tests failed`);
}
