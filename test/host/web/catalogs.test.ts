import assert from 'node:assert';
import * as vscode from 'vscode';

const scope = globalThis as { fetch: typeof fetch };

/** Runs with a network that has nothing; gives the hosts that were asked. */
async function asked(run: () => Thenable<unknown>): Promise<string[]> {
  const { fetch } = scope;
  const hosts = new Set<string>();
  scope.fetch = async input => {
    hosts.add(new URL(String(input instanceof Request ? input.url : input)).hostname);
    return new Response('Resource not found.', { status: 404 });
  };
  try {
    await run();
  } finally {
    scope.fetch = fetch;
  }
  return [...hosts].sort();
}

describe('catalogs in a web extension host', () => {
  it('asks only services that answer pages, whatever is looked up', async () => {
    await vscode.workspace
      .getConfiguration('literature')
      .update('catalogs.email', 'ann@example.org', vscode.ConfigurationTarget.Global);
    const lookUp = (text: string) =>
      asked(() => vscode.commands.executeCommand('literature.addByIdentifier', text));
    assert.deepEqual(await lookUp('10.1000/nowhere'), [
      'api.crossref.org',
      'api.datacite.org',
      'api.openalex.org',
      'api.semanticscholar.org',
    ]);
    assert.deepEqual(await lookUp('arXiv:2401.00017'), [
      'api.datacite.org',
      'api.openalex.org',
      'api.semanticscholar.org',
    ]);
    for (const text of ['PMID: 31452104', 'ISBN 978-3-16-148410-0', 'attention is all you need'])
      for (const host of await lookUp(text))
        assert.match(host, /crossref|datacite|openalex|semanticscholar|huggingface|inspirehep|unpaywall/);
  });
});
