import assert from 'node:assert';
import * as vscode from 'vscode';

describe('in a web extension host', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('literature-lookup.literature-lookup');
    assert.ok(extension);
    await extension.activate();
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });
});
