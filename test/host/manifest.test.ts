import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('manifest', () => {
  it('declares no command that is not registered', async () => {
    const extension = vscode.extensions.getExtension('literature-lookup.literature-lookup')!;
    await extension.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of extension.packageJSON.contributes.commands)
      assert.ok(registered.has(command), command);
  });
});
