import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { suites } from 'suites';
import * as vscode from 'vscode';
import { allNodeParts } from '../../src/vscode/node/allNodeParts';
import { runInNode } from '../../src/vscode/node/nodeParts';

/** What the extension host calls: runs every suite, writes the result where LITERATURE_RESULT says, rejects if a test failed. */
export async function run(): Promise<void> {
  // Else the first suite would ask before the providers are there.
  await vscode.extensions.getExtension('literature-lookup.literature-lookup')?.activate();
  // Suites that make parts of the extension themselves.
  runInNode(allNodeParts);
  const grep = process.env.LITERATURE_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis as never, 'suites', mocha);
  await suites();
  const tests: { title: string; state: string; error?: string }[] = [];
  const failed = await new Promise<number>(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => tests.push({ title: test.fullTitle(), state: 'passed' }))
      .on('pending', test => tests.push({ title: test.fullTitle(), state: 'pending' }))
      .on('fail', (test, error) =>
        tests.push({ title: test.fullTitle(), state: 'failed', error: error.stack ?? String(error) }),
      );
  });
  const count = (state: string) => tests.filter(test => test.state === state).length;
  const result = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('pending'),
    tests,
  };
  if (process.env.LITERATURE_RESULT) writeFileSync(process.env.LITERATURE_RESULT, JSON.stringify(result));
  if (failed) throw new Error(`${failed} host tests failed`);
}
