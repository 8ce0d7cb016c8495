import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, setting, until, write } from './writing';

const bibliography = `@article{roe2001,
  author = {Roe, Ann and Doe, Joe}, title = {On Sets <script>}, journal = {Annals}, year = 2001,
  abstract = {We say what sets are & why.}
}
@book{poe1999, author = {Poe, Edgar}, title = {Ravens}, publisher = {Press}, year = 1999}
`;
const declared = '---\nbibliography: refs.bib\n---\n\n';

/** What VS Code's preview of a document shows. */
async function rendered(document: vscode.TextDocument): Promise<string> {
  return (await vscode.commands.executeCommand<string>('markdown.api.render', document)) ?? '';
}

async function preview(file: string, text: string, shown: RegExp): Promise<string> {
  const { document } = await write(file, text);
  return until(async () => {
    const html = await rendered(document);
    return shown.test(plain(html)) ? html : undefined;
  });
}

/** Without cards and tags. */
function plain(html: string): string {
  return html
    .replace(/<span class="literature-card"[\s\S]*?<\/span><\/span>(?=<\/span>)/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&#38;/g, '&');
}

describe('Markdown preview', () => {
  beforeEach(async () => {
    emptyWorkspace();
    fs.writeFileSync(inWorkspace('refs.bib').fsPath, bibliography);
  });
  afterEach(async () => {
    await setting('citationStyle', undefined);
    await setting('preview.enabled', undefined);
    await closeAll();
  });

  it('shows citations and the list of references in the style of the writer', async () => {
    const html = await preview(
      'paper.md',
      `${declared}Known [see @roe2001, p. 3; @poe1999]. @poe1999 [chap. 2] says \`@poe1999\`.\n`,
      /Known \(Poe, 1999; see Roe & Doe, 2001, p\. 3\)\. Poe \(1999, Chapter 2\) says @poe1999\./,
    );
    assert.match(plain(html), /Poe, E\. \(1999\)\. Ravens\. Press\.\s+Roe, A\., & Doe, J\. \(2001\)\./);
    assert.match(html, /role="tooltip".*We say what sets are &amp; why\./);
    assert.doesNotMatch(html, /<script>/);
  });

  it('marks keys that nothing defines, and follows the bibliography', async () => {
    await preview(
      'paper.md',
      `${declared}As [@coe2005] and @roe2001 say.\n`,
      /As \(coe2005\?\) and Roe & Doe \(2001\) say/,
    );
    const bib = inWorkspace('refs.bib');
    fs.writeFileSync(
      bib.fsPath,
      `${bibliography}@book{coe2005, author = {Coe, Ann}, title = {More}, year = 2005}\n`,
    );
    const document = vscode.window.activeTextEditor!.document;
    await until(async () => /As \(Coe, 2005\) and/.test(plain(await rendered(document))));
  });

  it('takes the style that the document or the setting names', async () => {
    await setting('citationStyle', 'ieee');
    const html = await preview(
      'paper.md',
      `${declared}First [@roe2001], then [@poe1999].\n`,
      /First \[1\], then \[2\]\./,
    );
    assert.match(plain(html), /\[1\]\s*A\. Roe and J\. Doe/);
    fs.writeFileSync(
      inWorkspace('own.csl').fsPath,
      `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title></info>
      <citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation></style>`,
    );
    await preview(
      'own.md',
      `---\nbibliography: refs.bib\ncsl: own.csl\n---\n\nA [@poe1999].\n`,
      /A \{Ravens\}\./,
    );
    const missing = await preview(
      'no.md',
      `---\nbibliography: refs.bib\ncsl: no.csl\n---\n\nA [@poe1999].\n`,
      /A \(Poe, 1999\)/,
    );
    assert.match(plain(missing), /no\.csl could not be read/);
  });

  it('leaves documents alone to which no bibliography applies, and all where it is switched off', async () => {
    fs.rmSync(inWorkspace('refs.bib').fsPath);
    const text = 'Thanks to @roe2001 and [@poe1999]; mail me@roe2001.org.\n\n::: {#refs}\n:::\n';
    const { document } = await write('README.md', text);
    const before = await rendered(document);
    assert.match(before, /Thanks to @roe2001 and \[@poe1999\]; mail/);
    // Another document is answered after it: what was to be known of this one is known.
    fs.writeFileSync(inWorkspace('refs.bib').fsPath, bibliography);
    await preview('paper.md', `${declared}[@roe2001]\n`, /\(Roe & Doe, 2001\)/);
    assert.match(await rendered(document), /Thanks to/);
    await setting('preview.enabled', false);
    assert.match(await rendered(vscode.window.activeTextEditor!.document), /\[@roe2001\]/);
  });

  it('comes to rest: what is shown is asked for once', async () => {
    await preview('paper.md', `${declared}[@roe2001]\n`, /\(Roe & Doe, 2001\)/);
    const document = vscode.window.activeTextEditor!.document;
    const first = await rendered(document);
    await vscode.commands.executeCommand('markdown.preview.refresh');
    assert.equal(await rendered(document), first);
  });
});
