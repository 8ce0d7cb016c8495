import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the language-model tool', () => {
  it('finds papers with the keys to cite them by', async () => {
    const { content } = await vscode.lm.invokeTool(
      'literature_search',
      {
        input: { query: 'position bias of constraints in instructions', limit: 3 },
        toolInvocationToken: undefined,
      },
      new vscode.CancellationTokenSource().token,
    );
    const text = content.map(part => (part as vscode.LanguageModelTextPart).value).join('');
    assert.match(text, /^citation key: zeng2025order\nOrder Matters/);
  });
});
