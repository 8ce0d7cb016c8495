import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, write } from './writing';

const extension = vscode.extensions.getExtension('literature-lookup.literature-lookup')!;
const papers: { id: string; title: string }[] = JSON.parse(
  fs.readFileSync(path.join(extension.extensionPath, 'data/references.json'), 'utf8'),
);

/** What our hover says at a key of a document, without the marks of Markdown. */
async function hoverText(document: vscode.TextDocument, key: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(key) + 1),
  );
  const text = hovers
    .flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value))
    .join('');
  return letters(text.replace(/&[a-z]+;|&#\d+;/g, ''));
}

/** Escapes and punctuation aside. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('the bundled collection', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  for (const [file, all] of [
    ['all.md', papers.map(({ id }) => `[@${id}]`).join('\n')],
    [
      'all.tex',
      `\\documentclass{article}\n\\begin{document}\n${papers.map(({ id }) => `\\cite{${id}}`).join('\n')}\n\\end{document}`,
    ],
  ] as const)
    it(`every paper hovers by its key in ${file}`, async () => {
      assert.equal(papers.length, 119);
      const { document } = await write(file, all);
      for (const { id, title } of papers) {
        const text = await hoverText(document, id);
        assert.ok(
          text.includes(letters(title.replace(/&[a-z]+;/g, ''))),
          `${id}: ${title}\n${text.slice(0, 200)}`,
        );
      }
    }).timeout(120_000);
});
