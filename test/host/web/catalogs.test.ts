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

  it('uses a citation style that is kept in the storage of the browser', async () => {
    const uri = vscode.Uri.parse('vscode-userdata:/User/globalStorage/styles/short.csl');
    const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Short</title><id>short</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout prefix="Title: "><text variable="title"/></layout></bibliography>
</style>`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(style));
    const settings = vscode.workspace.getConfiguration('literature');
    await settings.update('citationStyle', uri.toString(), vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('literature.copyReference', 'schlaginhaufen2023identifiability');
      assert.match(await vscode.env.clipboard.readText(), /^Title: Identifiability and/);
    } finally {
      await settings.update('citationStyle', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
