import assert from 'node:assert/strict';
import * as vscode from 'vscode';

async function invoke(name: string, input: object) {
  const { content } = await vscode.lm.invokeTool(
    name,
    { input, toolInvocationToken: undefined },
    new vscode.CancellationTokenSource().token,
  );
  return JSON.parse(content.map(part => (part as vscode.LanguageModelTextPart).value).join(''));
}

describe('the language-model tools', () => {
  it('find papers with the keys to cite them by', async () => {
    const { results } = await invoke('literature_search', {
      query: 'position bias of constraints in instructions',
    });
    const found = results.find(({ key }: { key: string }) => key === 'zeng2025order');
    assert.match(found?.title, /^Order Matters/);
  });

  it('refuse what is not there', async () => {
    const { error } = await invoke('literature_get', { key: 'zeng2025ordr' });
    assert.match(error, /Similar keys: zeng2025order/);
  });

  it('open no file outside of the workspace', async () => {
    for (const file of ['../../etc/passwd.md', '/etc/passwd.md', '..\\outside.md', 'a/../../outside.md']) {
      const { error } = await invoke('literature_cited', { file });
      assert.match(error, /is no file of this workspace/, file);
    }
  });
});
