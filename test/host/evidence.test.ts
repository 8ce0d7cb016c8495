import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { accepting, closeAll, emptyWorkspace, inWorkspace, setting, until, write } from './writing';

interface Shown {
  readonly claim: string;
  readonly cited: readonly { readonly key: string; readonly verdict: string; readonly sentence?: string }[];
  readonly better: readonly { readonly key: string }[];
}

const bibliography = `@article{deer,
  title = {Ungulates in winter},
  abstract = {We walked along forty transects. Many deer and elk starve when snow lies deep. The canton paid for the petrol.}
}
@article{court,
  title = {Precedent},
  abstract = {Judges follow earlier rulings more often than not. Appeals are rare.}
}
@article{bare, title = {Without an abstract}}
`;

/** The same document in each language; the citations stand at `«key»`. */
const documents = [
  ['paper.md', (text: string) => `---\nbibliography: refs.bib\n---\n\n${text}`, (key: string) => `[@${key}]`],
  [
    'paper.tex',
    (text: string) =>
      `\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n${text}\n\\end{document}\n`,
    (key: string) => `\\cite{${key}}`,
  ],
  ['paper.typ', (text: string) => `${text}\n\n#bibliography("refs.bib")\n`, (key: string) => `@${key}`],
] as const;

const show = () => vscode.commands.executeCommand<Shown | undefined>('literature.showEvidence');

function tabNamed(label: string) {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs).find(tab => tab.label === label);
}

describe('what citations say', () => {
  beforeEach(async () => {
    emptyWorkspace();
    fs.writeFileSync(inWorkspace('refs.bib').fsPath, bibliography);
    await setting('addToBibliography', 'always');
  });
  afterEach(closeAll);

  for (const [file, document, cite] of documents) {
    const cited = (text: string) => document(text.replace(/«(\w+)»/g, (_, key: string) => cite(key)));

    it(`shows the nearest sentence of the cited abstract beside the sentence of ${file}`, async () => {
      await write(file, cited('Wild animals die of hunger in cold months |«deer». They do.'));
      const shown = await show();
      assert.equal(shown?.claim, 'Wild animals die of hunger in cold months.');
      assert.deepEqual(shown.cited, [
        { key: 'deer', verdict: 'near', sentence: 'Many deer and elk starve when snow lies deep.' },
      ]);
      await until(() => tabNamed('What It Says'));
    });

    it(`says when no sentence speaks of it, and offers what does, which takes its place in ${file}`, async () => {
      const text = cited('Wild animals die of hunger in cold months |«court».');
      const editor = await write(file, text);
      const shown = await show();
      assert.equal(shown?.cited[0]?.verdict, 'none');
      assert.equal(shown.better[0]?.key, 'deer');
      const { document } = editor;
      const at = document.getText().indexOf('court');
      const id = { key: 'deer', source: String(inWorkspace('refs.bib')) };
      await accepting('literature.internal.citeInstead', String(document.uri), at, 'court', id);
      await until(() => document.getText() === text.replace('|', '').replace('court', 'deer'));
      await vscode.commands.executeCommand('undo');
      await until(() => document.getText() === text.replace('|', ''));
      await accepting('literature.internal.citeAsWell', String(document.uri), at, 'court', id);
      await until(() => /court[^.]{1,3}deer/.test(document.getText()));
    });

    it(`cites a related paper at the end of the sentence of ${file} that it supports`, async () => {
      const claim = 'Wild animals die of hunger in cold months';
      const editor = await write(file, cited(`Glass is |made of sand. ${claim}. Paper comes from trees.`));
      await accepting('literature.citeRelated', 'deer');
      await until(() => new RegExp(`${claim} \\S*deer\\S*\\. Paper`).test(editor.document.getText()));
    });

    it(`reports all citations of ${file}, the weakest first`, async () => {
      const text = [
        'Wild animals die of hunger in cold months «deer».',
        'So it was said «bare».',
        'Glass is made of sand «court», and this is missing «nobody».',
      ].join('\n\n');
      await write(file, cited(`|${text}`));
      const rows =
        await vscode.commands.executeCommand<{ key: string; verdict: string }[]>('literature.reportEvidence');
      assert.deepEqual(
        rows.map(({ key, verdict }) => `${key} ${verdict}`),
        ['nobody unknown', 'court none', 'deer near', 'bare noAbstract'],
      );
      await until(() => tabNamed(`What the Citations of ${file} Say`));
    });
  }

  it('adds what is cited instead to the bibliography in the same step', async () => {
    const text = '---\nbibliography: refs.bib\n---\n\nGeneralise [see @court|, p. 3].\n';
    const { document } = await write('paper.md', text);
    const key = 'schlaginhaufen2023identifiability';
    await accepting('literature.internal.citeInstead', String(document.uri), text.indexOf('court'), 'court', {
      key,
    });
    await until(() => document.getText().includes(`[see @${key}, p. 3]`));
    const entries = await vscode.workspace.openTextDocument(inWorkspace('refs.bib'));
    await until(() => entries.getText().includes(key));
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === text.replace('|', '') && !entries.getText().includes(key));
  });

  it('leads to the place, also after the text before it changed', async () => {
    const editor = await write('paper.md', 'One |[@deer]. Two [@court].\n');
    const { document } = editor;
    const at = document.getText().indexOf('court');
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'Before this there is more. '));
    await vscode.commands.executeCommand('literature.internal.showCited', String(document.uri), at, 'court');
    await until(() => document.getText(vscode.window.activeTextEditor!.selection) === 'court');
  });

  it('is offered where one hovers over a citation', async () => {
    const editor = await write('paper.md', '---\nbibliography: refs.bib\n---\n\nThey starve [@de|er].\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      editor.selection.active,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map(one => (typeof one === 'string' ? one : one.value)),
    );
    assert.match(
      text.join('\n'),
      /\[Show What It Says of This Sentence\]\(command:literature\.showEvidence\?/,
    );
  });

  it('says what it lacks where nothing is cited', async () => {
    await write('paper.md', 'Nothing| here, and `[@deer]` is code.\n');
    assert.equal(await show(), undefined);
    await write('notes.txt', 'no |document');
    assert.equal(await show(), undefined);
  });
});
