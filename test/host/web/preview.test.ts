import assert from 'node:assert';
import * as vscode from 'vscode';

describe('Markdown preview in a web extension host', () => {
  it('shows citations and the list of references by a citation style', async () => {
    const text = `---
references:
- id: roe2001
  type: book
  author: [{family: Roe, given: Ann}]
  title: On Sets
  issued: 2001
---

Known [@roe2001, p. 3] and [@poe1999].
`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(document);
    const limit = Date.now() + 60_000;
    let html = '';
    while (!/p\. 3\)/.test(html) && Date.now() < limit) {
      html = (await vscode.commands.executeCommand<string>('markdown.api.render', document)) ?? '';
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    assert.match(html, /\(Roe, 2001, p\. 3\)/);
    assert.match(html, /csl-entry" role="listitem">Roe, A\. \(2001\)\. <i>On Sets<\/i>\./);
  });
});
