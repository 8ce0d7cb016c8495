import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Environment, environmentReport } from '../../../../src/core/display/environmentReport';
import type { SourceState } from '../../../../src/core/model/source';

const state = (format: SourceState['source']['format'], more: Partial<SourceState> = {}): SourceState => ({
  source: { id: 'file:///home/roe/secret.bib', kind: 'bibliography', label: 'secret.bib', format },
  status: 'ready',
  count: 2,
  problems: [],
  ...more,
});

const environment: Environment = {
  extension: '0.1.0',
  editor: '1.97.0',
  platform: 'linux',
  place: 'desktop',
  remoteName: undefined,
  isTrusted: true,
  language: 'latex',
  sources: [],
  settings: [],
};

test('an issue says versions, sources by kind, and which settings were changed', () => {
  const problem = {
    line: 1,
    start: 0,
    end: 1,
    severity: 'error',
    code: 'unclosed-entry',
    message: 'Entry “secret2020” …',
  } as const;
  const report = environmentReport({
    ...environment,
    settings: ['literature.citationStyle'],
    sources: [
      state('bibtex', { problems: [problem] }),
      state('bibtex', { status: 'failed', count: 0, message: '/home/roe/secret.bib could not be read' }),
      state('ris', { status: 'loading' }),
    ],
  });
  assert.deepEqual(report.split('\n'), [
    '- Literature Lookup 0.1.0, VS Code 1.97.0, desktop, linux, remote: none',
    '- Workspace trusted, document: latex',
    '- Settings changed: literature.citationStyle',
    '- 2 × bibliography (bibtex): 2 references, 1 problems, 0 being read, 1 failed',
    '- 1 × bibliography (ris): 2 references, 0 problems, 1 being read, 0 failed',
  ]);
  assert.doesNotMatch(report, /secret|roe|home/);
});

test('an issue names no machine', () => {
  const remote = (remoteName: string) =>
    environmentReport({ ...environment, remoteName }).split('remote: ')[1];
  assert.match(remote('ssh-remote+build.example.org')!, /^ssh-remote\n/);
  assert.match(remote('build.example.org:8080')!, /^another\n/);
});

test('an issue can be reported when the library does not answer', () => {
  assert.match(environmentReport({ ...environment, sources: undefined }), /The library does not answer\.$/);
});
