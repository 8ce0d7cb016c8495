import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, until } from './writing';

const rivers = `@string{jr = "Journal of Rivers"}
% of old
% and new
@inproceedings{roe2001,
  title = {Rivers of Glass},
  author = {Roe, Ann},
  journal = jr,
  crossref = {proc}
}
@proceedings{proc,
  title = {Proceedings of Waters},
  year = {2001}
}
`;

async function opened(file: string, text: string): Promise<vscode.TextDocument> {
  fs.writeFileSync(inWorkspace(file).fsPath, text);
  return vscode.workspace.openTextDocument(inWorkspace(file));
}

function positionOf(document: vscode.TextDocument, mark: string): vscode.Position {
  const at = document.getText().indexOf(mark);
  assert.ok(at >= 0, mark);
  return document.positionAt(at + 2);
}

describe('a bibliography as a document', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  const symbols = (document: vscode.TextDocument) =>
    until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length ? found : undefined;
    });

  it('has an outline of keys and titles, in .bib, Hayagriva and CSL YAML', async () => {
    const shown = (found: vscode.DocumentSymbol[]) => found.map(({ name, detail }) => `${name}: ${detail}`);
    assert.deepEqual(shown(await symbols(await opened('refs.bib', rivers))), [
      'jr: Journal of Rivers',
      'roe2001: Rivers of Glass',
      'proc: Proceedings of Waters',
    ]);
    const works = 'harry:\n  type: Book\n  title: A Life\n';
    assert.deepEqual(shown(await symbols(await opened('works.yml', works))), ['harry: A Life']);
    const items = '- id: doe\n  type: book\n  title: Lakes\n';
    assert.deepEqual(shown(await symbols(await opened('items.yaml', items))), ['doe: Lakes']);
  });

  it('folds its entries and comments', async () => {
    const document = await opened('refs.bib', rivers);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [1, 2],
        [3, 8],
        [9, 12],
      ],
    );
  });

  const hoverAt = (document: vscode.TextDocument, mark: string) =>
    until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, mark),
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map(content => (typeof content === 'string' ? content : content.value))
        .join('\n');
      return text !== '' && text;
    });

  it('tells of an entry, of what it refers to, and what an abbreviation stands for', async () => {
    const document = await opened('refs.bib', rivers);
    assert.match(await hoverAt(document, 'roe2001'), /Rivers of Glass/);
    assert.match(await hoverAt(document, '{proc}'), /Proceedings of Waters/);
    assert.match(await hoverAt(document, ' jr,'), /Journal of Rivers/);
    const works = await opened('works.yml', 'harry:\n  type: Book\n  title: A Life\n');
    assert.match(await hoverAt(works, 'harry'), /A Life/);
  });

  it('leads from a reference to its entry', async () => {
    const document = await opened('refs.bib', rivers);
    const targets = async (mark: string) => {
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, mark),
      );
      return links.map(link => ('targetRange' in link ? link.targetRange.start.line : -1));
    };
    assert.deepEqual(await targets('{proc}'), [9]);
    assert.deepEqual(await targets(' jr,'), [0]);
  });
});
