import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { measureBlocks } from './threadBlocks';
import { closeAll, emptyWorkspace, inWorkspace, until, write } from './writing';

const words = 'writers cite what they have read and say what follows from it for others who read on '.repeat(
  20,
);

/** Types so many characters, each once the one before is there: the longest block meanwhile, and the work of a character, in milliseconds. */
async function typed(
  document: vscode.TextDocument,
  characters: number,
): Promise<{ block: string; work: string }> {
  const blocks = measureBlocks();
  for (let i = 0; i < characters; i++) {
    const before = document.version;
    await vscode.commands.executeCommand('type', { text: words[i] });
    await until(() => document.version > before);
  }
  return { block: blocks.end().toFixed(0), work: (blocks.worked() / characters).toFixed(1) };
}

describe('the view of related papers', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  for (const count of [119, 50_000])
    it(`keeps the extension host free while one types, with ${count} references`, async function () {
      this.timeout(300_000);
      const entries = Array.from(
        { length: count },
        (_, i) =>
          `@article{key${i},\n  title = {Number ${i} of Many},\n  abstract = {What readers of number ${i} cite is told here, and what follows from it.}\n}\n`,
      );
      fs.writeFileSync(inWorkspace('refs.bib').fsPath, entries.join(''));
      const { document } = await write('paper.md', '---\nbibliography: refs.bib\n---\n\nSee @key7.\n\n|');
      const hovers = () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          document.positionAt(document.getText().indexOf('key7') + 1),
        );
      await until(async () =>
        (await hovers())
          .flatMap(({ contents }) => contents)
          .some(one => (one as vscode.MarkdownString).value?.includes('Number 7')),
      );
      await vscode.window.showTextDocument(document);
      const without = await typed(document, 500);
      await vscode.commands.executeCommand('literature.related.focus');
      await vscode.window.showTextDocument(document);
      const open = await typed(document, 1000);
      console.log(
        `Typing beside ${count} references, without and with the view of related papers: longest block of the extension host ${without.block} and ${open.block} ms, its work ${without.work} and ${open.work} ms a character.`,
      );
      assert.ok(document.getText().endsWith(words.slice(0, 500) + words.slice(0, 1000)));
    });
});
