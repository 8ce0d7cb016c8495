import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, setting, write } from './writing';

const key = 'schlaginhaufen2023identifiability';

/** What our hover says at the cursor. */
async function hoverAt(editor: vscode.TextEditor): Promise<{ text: string; range?: string } | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    editor.selection.active,
  );
  const ours = hovers.find(({ contents }) =>
    contents.some(one => /command:literature|Listed in this document/.test(textIn(one))),
  );
  return ours && { text: ours.contents.map(textIn).join('\n'), range: editor.document.getText(ours.range) };
}

function textIn(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}

describe('hover', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  for (const [file, text] of [
    ['paper.md', `Known [see @${key}|, p. 3; -@other].`],
    ['paper.md', `As @schla|ginhaufen2023identifiability say.`],
    ['paper.md', `Known [@other; -@|${key}].`],
    [
      'paper.tex',
      `\\documentclass{article}\n\\begin{document}\n\\citep[see][3]{other,\n  ${key}|}\n\\end{document}`,
    ],
    [
      'paper.tex',
      `\\documentclass{article}\n\\begin{document}\n\\textcite{schla|ginhaufen2023identifiability}\n\\end{document}`,
    ],
    ['paper.typ', `As @schla|ginhaufen2023identifiability say.`],
    ['paper.qmd', `As @schla|ginhaufen2023identifiability say.`],
  ] as const)
    it(`shows the reference and its abstract in ${JSON.stringify(text)}`, async () => {
      const hover = await hoverAt(await write(file, text));
      assert.match(hover?.text ?? '', /Identifiability and Generalizability in Constrained Inverse/);
      assert.match(hover!.text, /Two main challenges in Reinforcement Learning/);
      assert.equal(hover!.range, key);
    });

  it('says what is near an unknown key', async () => {
    fs.writeFileSync(inWorkspace('near.bib').fsPath, `@misc{${key},\n  title = {Near}\n}\n`);
    const text = '---\nbibliography: near.bib\n---\n\nAs @schlaginhaufn2023identif|iability say.';
    const hover = await hoverAt(await write('paper.md', text));
    // That nothing has it, a problem says already, or the hover.
    assert.match(hover?.text ?? '', new RegExp(key));
    assert.match(hover!.text, /Search the Library/);
  });

  it('shows what the document lists itself, and is silent where its root does', async () => {
    const list =
      '\\begin{thebibliography}{9}\n\\bibitem{mine} J. Doe, *A* [Study](command:x).\n\\end{thebibliography}';
    const hover = await hoverAt(await write('paper.tex', `\\documentclass{article}\n\\cite{mi|ne}\n${list}`));
    assert.ok(hover?.text.includes('\\[Study\\]\\(command'), hover?.text);
    assert.match(hover!.text, /Listed in this document, line 4/);
    // Opened: VS Code may still hold the text that a file of this name had before.
    await write('main.tex', `\\documentclass{book}\n\\include{one}\n${list}`);
    assert.equal(
      await hoverAt(await write('one.tex', '% !TEX root = main.tex\nAs \\cite{mi|ne} says.')),
      undefined,
    );
    const metadata = '---\nreferences:\n- id: own\n  title: The Migration of Geese\n---\n\n';
    const inMarkdown = await hoverAt(await write('paper.md', `${metadata}As @ow|n says.`));
    assert.match(inMarkdown?.text ?? '', /The Migration of Geese/);
  });

  it('says how often a work is cited', async () => {
    const hover = await hoverAt(await write('paper.md', `A [@${key}|].\n\nB @${key}.\n`));
    assert.match(hover?.text ?? '', /Cited 2 times in this document/);
  });

  it('is silent in code, in e-mail addresses and where it is turned off', async () => {
    assert.equal(await hoverAt(await write('paper.md', `Code \`@${key}|\` here.`)), undefined);
    assert.equal(await hoverAt(await write('paper.md', `me@${key}|`)), undefined);
    await setting('hover.enabled', false);
    assert.equal(await hoverAt(await write('paper.md', `[@${key}|]`)), undefined);
    await setting('hover.enabled', undefined);
  });

  it('shows the text of files as text', async () => {
    const title = 'Evil [click](command:workbench.action.quit) <b>bold</b> `x` $(bug) ![i](http://a.b/c)';
    fs.writeFileSync(
      inWorkspace('references.bib').fsPath,
      `@book{evil, title = {{${title}}}, year = 2020}\n`,
    );
    const hover = await hoverAt(
      await write('paper.md', '---\nbibliography: references.bib\n---\n\n@ev|il\n'),
    );
    assert.ok(hover);
    assert.doesNotMatch(hover.text, /[^\\]\]\(command:workbench/);
    assert.doesNotMatch(hover.text, /(?<!\\)<b>/);
    assert.doesNotMatch(hover.text, /(?<!\\)!\[/);
  });
});
