import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, until } from './writing';

const key = 'schlaginhaufen2023identifiability';

describe('abstract page', () => {
  afterEach(closeAll);

  it('opens as an editor that is named after the paper', async () => {
    await vscode.commands.executeCommand('literature.openAbstract', key);
    const tab = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.match(tab.label, /^Identifiability and Generalizability/);
    assert.ok(tab.input instanceof vscode.TabInputCustom);
    assert.equal(tab.input.viewType, 'literature.abstract');
    assert.equal(tab.input.uri.scheme, 'literature');
  });

  it('opens for a paper once, however often it is asked for', async () => {
    await vscode.commands.executeCommand('literature.openAbstract', key);
    await vscode.commands.executeCommand('literature.openAbstract', { key, source: 'collection' });
    assert.equal(vscode.window.tabGroups.all.flatMap(group => group.tabs).length, 1);
  });

  it('can be read as text, for peeking', async () => {
    await vscode.commands.executeCommand('literature.openAbstract', key);
    const { input } = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab);
    const document = await vscode.workspace.openTextDocument((input as vscode.TabInputCustom).uri);
    assert.match(document.getText(), /Two main challenges in Reinforcement Learning/);
  });

  it('gives its reference to the commands that copy', async () => {
    await vscode.commands.executeCommand('literature.openAbstract', key);
    const { input } = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab);
    const { uri } = input as vscode.TabInputCustom;
    await vscode.commands.executeCommand('literature.copyKey', uri);
    assert.equal(await vscode.env.clipboard.readText(), key);
    await vscode.commands.executeCommand('literature.copyBibtex', uri);
    assert.match(await vscode.env.clipboard.readText(), /^@inproceedings\{schlaginhaufen2023/);
    await vscode.commands.executeCommand('literature.copyReference', uri);
    assert.match(await vscode.env.clipboard.readText(), /Schlaginhaufen.*2023.*Identifiability/);
  });
});
