import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens without an error', async () => {
    const extension = vscode.extensions.getExtension('literature-lookup.literature-lookup');
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
