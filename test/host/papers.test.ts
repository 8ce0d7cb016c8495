import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { readBibliography } from '../../src/core/bibliography/readBibliography';
import type { LibraryReference, LibraryService } from '../../src/core/library/libraryService';
import { type AskZotero, PaperFinder } from '../../src/vscode/papers/paperFinder';
import { referenceContext } from '../../src/vscode/papers/referenceContext';
import { closeAll, emptyWorkspace, inWorkspace, until, write } from './writing';

/** References as the library offers those of a `.bib` in the workspace. */
function referencesOf(file: string, text: string): Map<string, LibraryReference> {
  fs.mkdirSync(path.dirname(inWorkspace(file).fsPath), { recursive: true });
  fs.writeFileSync(inWorkspace(file).fsPath, text);
  const source = inWorkspace(file).toString();
  const { references } = readBibliography(text, 'bibtex', source);
  return new Map(
    references.map(({ key, item, origin }) => [key, { key, item, origin, origins: [{ ...origin, key }] }]),
  );
}

function paper(file: string): string {
  const { fsPath } = inWorkspace(file);
  fs.mkdirSync(path.dirname(fsPath), { recursive: true });
  fs.writeFileSync(fsPath, '%PDF-1.4\n');
  return fsPath;
}

/** Where the papers of a reference are: paths in the workspace, and addresses. */
async function found(reference: LibraryReference, page?: number, askZotero: AskZotero = async () => []) {
  const library = { find: async () => [] } as unknown as LibraryService;
  const { papers, missing } = await new PaperFinder(library, askZotero, inWorkspace('home')).of(
    reference,
    page,
  );
  return {
    papers: papers.map(one => (one.kind === 'file' ? vscode.workspace.asRelativePath(one.uri) : one.url)),
    missing,
  };
}

describe('papers', () => {
  beforeEach(emptyWorkspace);
  afterEach(closeAll);

  it('are found where JabRef, Zotero, Better BibTeX, Mendeley and people say they are', async () => {
    const absolute = paper('elsewhere/Roe.pdf');
    for (const file of ['lib/papers/a.pdf', 'lib/files/12/Roe - 2020.pdf', 'lib/pdfs/b.pdf', 'home/c.pdf'])
      paper(file);
    const references = referencesOf(
      'lib/refs.bib',
      [
        '@misc{plain, file = {papers/a.pdf}}',
        '@misc{jabref, file = {:papers/a.pdf:PDF}}',
        '@misc{folder, file = {:b.pdf:PDF}}',
        '@misc{zotero, file = {Full Text PDF:files/12/Roe - 2020.pdf:application/pdf}}',
        `@misc{better, file = {${absolute}}}`,
        `@misc{mendeley, file = {:${absolute.slice(1)}:pdf}}`,
        `@misc{address, file = {file://${absolute}}}`,
        '@misc{home, file = {~/c.pdf}}',
        '@misc{gone, file = {papers/gone.pdf}}',
        '@Comment{jabref-meta: fileDirectory:pdfs;}',
      ].join('\n'),
    );
    const expected: Record<string, string> = {
      plain: 'lib/papers/a.pdf',
      jabref: 'lib/papers/a.pdf',
      folder: 'lib/pdfs/b.pdf',
      zotero: 'lib/files/12/Roe - 2020.pdf',
      better: 'elsewhere/Roe.pdf',
      address: 'elsewhere/Roe.pdf',
      home: 'home/c.pdf',
    };
    for (const [key, file] of Object.entries(expected))
      assert.deepEqual(await found(references.get(key)!), { papers: [file], missing: [] }, key);
    assert.deepEqual(await found(references.get('gone')!), { papers: [], missing: ['papers/gone.pdf'] });
    // Mendeley's paths begin in the folders that homes are in.
    if (/^\/(?:home|Users|media|mnt)\//.test(absolute))
      assert.deepEqual((await found(references.get('mendeley')!)).papers, ['elsewhere/Roe.pdf']);
  });

  it('come with PDFs before snapshots, files before the web, and nothing twice', async () => {
    for (const file of ['a.html', 'a.pdf', 'b.pdf']) paper(file);
    const references = referencesOf(
      'refs.bib',
      '@article{a, file = {Snapshot:a.html:text/html;a.pdf:a.pdf:application/pdf;b.pdf:b.pdf:application/pdf;b.pdf:b.pdf:application/pdf}, doi = {10.1000/x}}',
    );
    assert.deepEqual(await found(references.get('a')!), {
      papers: ['a.pdf', 'b.pdf', 'a.html', 'https://doi.org/10.1000/x'],
      missing: [],
    });
  });

  it('are on the web where there is no file, at the page that is meant', async () => {
    const references = referencesOf(
      'refs.bib',
      '@misc{preprint, eprint = {2306.00629}, archiveprefix = {arXiv}}\n@article{doi, doi = {10.1000/x}}\n@misc{pdf, url = {https://example.org/a.pdf}}\n@misc{none, title = {None}}',
    );
    const web = async (key: string, page?: number) => (await found(references.get(key)!, page)).papers;
    assert.deepEqual(await web('preprint', 3), ['https://arxiv.org/pdf/2306.00629#page=3']);
    assert.deepEqual(await web('doi', 3), ['https://doi.org/10.1000/x']);
    assert.deepEqual(await web('pdf', 2), ['https://example.org/a.pdf#page=2']);
    assert.deepEqual(await web('none'), []);
  });

  it('are opened by Zotero at their page', async () => {
    const reference: LibraryReference = {
      key: 'roe2020',
      item: { id: 'roe2020', type: 'book', custom: { zotero: { library: 'groups/42', item: 'ABCD2345' } } },
      origin: { source: 'zotero:groups/42' },
      origins: [{ source: 'zotero:groups/42', key: 'roe2020' }],
    };
    const asked: string[] = [];
    const { papers } = await found(reference, 7, async (libraryPath, itemKey) => {
      asked.push(`${libraryPath} ${itemKey}`);
      return [
        { key: 'WXYZ2345', title: 'Full Text', isPdf: true },
        { key: 'WXYZ6789', title: 'Snapshot', isPdf: false },
        { key: 'WXYZ0000', title: 'Link', isPdf: false, url: 'https://example.org/' },
      ];
    });
    assert.deepEqual(asked, ['groups/42 ABCD2345']);
    assert.deepEqual(papers, [
      'zotero://open-pdf/groups/42/items/WXYZ2345?page=7',
      'zotero://open/groups/42/items/WXYZ6789',
      'https://example.org/',
    ]);
    assert.equal(referenceContext(reference), 'reference paper zotero');
  });

  it('open in the editor what it can show, from the cited key', async () => {
    fs.writeFileSync(inWorkspace('notes.txt').fsPath, 'The paper itself');
    fs.writeFileSync(
      inWorkspace('papers.bib').fsPath,
      '@misc{roe2020, title = {On Sets}, file = {:notes.txt:Text}}\n',
    );
    await write('paper.md', '---\nbibliography: papers.bib\n---\n\nKnown [@ro|e2020, p. 3].\n');
    await vscode.commands.executeCommand('literature.openPaper');
    await until(() => vscode.window.activeTextEditor?.document.getText() === 'The paper itself');
  });

  it('lead to the key of their entry', async () => {
    fs.writeFileSync(
      inWorkspace('entries.bib').fsPath,
      '% mine\n@misc{first, title = {First}}\n\n@inproceedings{roe2021,\n  title = {On Maps}}\n',
    );
    const editor = await write('paper.md', '---\nbibliography: entries.bib\n---\n\nKnown [@ro|e2021].\n');
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      editor.selection.active,
    );
    assert.deepEqual(definition!.targetRange, new vscode.Range(3, 15, 3, 22));
    await vscode.commands.executeCommand('literature.goToEntry', 'roe2021');
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.uri.path, inWorkspace('entries.bib').path);
    assert.equal(activeTextEditor.document.getText(activeTextEditor.selection), 'roe2021');
    // From there one finds its citations.
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      activeTextEditor.document.uri,
      activeTextEditor.selection.active,
    );
    assert.ok(references.some(({ uri }) => uri.path === editor.document.uri.path));
  });
});
