import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LibraryService } from '../../src/core/library/libraryService';
import { libraryDrag, referencesMimeType } from '../../src/vscode/tree/libraryDrag';
import type { LibraryNode } from '../../src/vscode/tree/libraryNode';
import { LibraryTree } from '../../src/vscode/tree/libraryTree';
import { makeLibrary } from '../../src/worker/makeLibrary';
import { until } from './writing';

const extension = () => vscode.extensions.getExtension('literature-lookup.literature-lookup')!;

/** The library itself, as its thread makes it. */
async function collection(): Promise<LibraryService> {
  const data = (name: string) => fs.readFileSync(path.join(extension().extensionPath, 'data', name));
  const library = makeLibrary({
    references: data('references.json'),
    topics: data('topics.json'),
    writer: 'test',
  });
  await until(async () => (await library.search({ query: 'identifiability', limit: 1 })).hits.length > 0);
  return library;
}

/** The words that a row marks. */
function marked({ label }: vscode.TreeItem): string[] {
  assert.ok(typeof label === 'object');
  return (label.highlights ?? []).map(([start, end]) => label.label.slice(start, end));
}

describe('library view', () => {
  let library: LibraryService;
  before(async () => {
    library = await collection();
  });

  for (const by of ['topic', 'collection', 'year', 'venue', 'letter', 'source'] as const)
    it(`shows every paper when grouped by ${by}`, async () => {
      const tree = new LibraryTree(library, by);
      const keys = new Set<string>();
      for (const group of await tree.getChildren()) {
        const children = await tree.getChildren(group);
        assert.ok(group.kind === 'group' && group.group.count === children.length);
        for (const child of children) if (child.kind === 'reference') keys.add(child.reference.key);
      }
      assert.equal(keys.size, 119);
      tree.dispose();
    });

  it('labels rows for screen readers, and opens the abstract', async () => {
    const tree = new LibraryTree(library, 'year');
    const [group] = await tree.getChildren();
    assert.match(tree.getTreeItem(group!).accessibilityInformation!.label, /^\d{4}, \d+ references?$/);
    const [first] = await tree.getChildren(group);
    const item = tree.getTreeItem(first!);
    // Who and when before a title that is cut, and the title first for whoever hears it.
    const { label } = item.label as vscode.TreeItemLabel;
    const [before, title] = label.split(' · ') as [string, string];
    assert.match(before, /^\p{L}.* \d{4}$/u);
    assert.ok(item.accessibilityInformation!.label.startsWith(title));
    assert.equal(item.command?.command, 'literature.openAbstract');
    assert.equal(item.tooltip, undefined);
    tree.resolveTreeItem(item, first!);
    assert.ok((item.tooltip as unknown as vscode.MarkdownString).value.length > 200);
    tree.dispose();
  });

  it('is filtered by the search', async () => {
    const tree = new LibraryTree(library, 'topic');
    tree.filter = 'identifiability constrained inverse reinforcement';
    const found: string[] = [];
    for (const group of await tree.getChildren()) {
      assert.equal(tree.getTreeItem(group).collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
      for (const node of await tree.getChildren(group))
        if (node.kind === 'reference') {
          found.push(node.reference.key);
          if (node.reference.key === 'schlaginhaufen2023identifiability')
            assert.deepEqual(
              marked(tree.getTreeItem(node)),
              'Identifiability Constrained Inverse Reinforcement'.split(' '),
            );
        }
    }
    assert.ok(found.includes('schlaginhaufen2023identifiability'));
    assert.ok(new Set(found).size < 119);
    tree.dispose();
  });

  it('is sorted as is wished', async () => {
    const tree = new LibraryTree(library, 'source');
    const [group] = await tree.getChildren();
    const years = async () =>
      (await tree.getChildren(group)).map(node =>
        node.kind === 'reference' ? (node.reference.item.issued?.['date-parts']?.[0]?.[0] ?? 0) : 0,
      );
    const byAuthor = await years();
    tree.order = 'year';
    assert.deepEqual(
      await years(),
      byAuthor.sort((a, b) => b - a),
    );
    tree.dispose();
  });

  it('lets papers be dragged as references, and as keys', async () => {
    const tree = new LibraryTree(library, 'letter');
    const [group] = await tree.getChildren();
    const nodes: LibraryNode[] = (await tree.getChildren(group)).slice(0, 2);
    const transfer = new vscode.DataTransfer();
    libraryDrag(async () => {}).handleDrag!(nodes, transfer, new vscode.CancellationTokenSource().token);
    const ids: { key: string }[] = JSON.parse(await transfer.get(referencesMimeType)!.asString());
    assert.deepEqual(
      ids,
      nodes.flatMap(node =>
        node.kind === 'reference' ? [{ key: node.reference.key, source: 'collection' }] : [],
      ),
    );
    assert.equal(await transfer.get('text/plain')!.asString(), ids.map(({ key }) => key).join(', '));
    tree.dispose();
  });
});
