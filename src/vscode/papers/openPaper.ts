import * as vscode from 'vscode';
import { shortReference } from '../../core/display/shortReference';
import { plainLabel } from '../../core/display/text/plainText';
import type { LibraryReference } from '../../core/library/libraryService';
import { isPaperFile } from '../../core/library/papers/attachmentPlace';
import { pageInFile } from '../../core/library/papers/pageInFile';
import { commands } from '../commands';
import { nameOf } from '../documents/nameOf';
import { notify } from '../notify';
import { idOf } from '../references/referenceId';
import { openExternal } from './openExternal';
import type { Paper, PaperFinder } from './paperFinder';

/** Opens the paper itself: its file, in the editor or in the program that the system has for it, else its page on the web. */
export async function openPaper(
  finder: PaperFinder,
  reference: LibraryReference,
  locator: string | undefined,
): Promise<void> {
  const page = pageInFile(locator, reference.item.page);
  const { papers, missing } = await finder.of(reference, page);
  const [first, ...others] = papers;
  if (!first) return sayThereIsNone(reference, missing);
  const isFound = first.kind !== 'web' || missing.length === 0;
  if (!isFound)
    notify.status(vscode.l10n.t('{0} is not there: opening {1} on the web', missing[0]!, reference.key));
  const hasChoice = first.kind !== 'web' && others.some(({ kind }) => kind !== 'web');
  const chosen = hasChoice ? await choose(papers, reference) : first;
  if (chosen) await open(chosen, page, papers);
}

async function choose(papers: readonly Paper[], reference: LibraryReference): Promise<Paper | undefined> {
  const items = papers.map(paper => ({ ...rowOf(paper), paper }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: plainLabel(vscode.l10n.t('Open Paper: {0}', shortReference(reference.item))),
    placeHolder: vscode.l10n.t('Which file?'),
    matchOnDescription: true,
  });
  return chosen?.paper;
}

function rowOf(paper: Paper): vscode.QuickPickItem {
  if (paper.kind === 'zotero')
    return { label: `$(library) ${plainLabel(paper.title)}`, description: vscode.l10n.t('in Zotero') };
  if (paper.kind === 'web')
    return {
      label: `$(globe) ${plainLabel(paper.title ?? paper.url)}`,
      description: vscode.l10n.t('on the web'),
    };
  const name = nameOf(paper.uri);
  const where = vscode.workspace.asRelativePath(vscode.Uri.joinPath(paper.uri, '..'));
  return {
    label: `$(${/\.pdf$/i.test(name) ? 'file-pdf' : 'file'}) ${plainLabel(name)}`,
    description: plainLabel([paper.title, where].filter(Boolean).join(' · ')),
  };
}

async function open(paper: Paper, page: number | undefined, all: readonly Paper[]): Promise<void> {
  if (paper.kind !== 'file') return openExternal(paper.url);
  const { uri } = paper;
  // Viewers in the editor are not told of a page (microsoft/vscode#322481), nor are programs of the system.
  if (page !== undefined) notify.status(vscode.l10n.t('{0}: page {1}', nameOf(uri), page));
  if (!isPaperFile(uri.path) || hasEditorFor(uri)) await vscode.commands.executeCommand('vscode.open', uri);
  else if (isOnThisMachine(uri)) await vscode.env.openExternal(uri);
  else await offerViewer(uri, all);
}

/** Whether an extension shows such files in the editor. */
function hasEditorFor({ path }: vscode.Uri): boolean {
  const ending = path.slice(path.lastIndexOf('.')).toLowerCase();
  return vscode.extensions.all.some(({ packageJSON }) =>
    ((packageJSON.contributes?.customEditors ?? []) as { selector?: { filenamePattern?: string }[] }[]).some(
      ({ selector = [] }) =>
        selector.some(({ filenamePattern = '' }) => filenamePattern.toLowerCase().endsWith(ending)),
    ),
  );
}

/** Programs of the system are where the window is. */
function isOnThisMachine(uri: vscode.Uri): boolean {
  return (
    uri.scheme === 'file' &&
    vscode.env.uiKind === vscode.UIKind.Desktop &&
    vscode.env.remoteName === undefined
  );
}

async function offerViewer(uri: vscode.Uri, papers: readonly Paper[]): Promise<void> {
  const web = papers.find(paper => paper.kind === 'web');
  const [find, online] = [vscode.l10n.t('Find a Viewer'), vscode.l10n.t('Open on the Web')];
  const actions = [find!, ...(web ? [online!] : [])];
  const answer = await notify.information(
    vscode.l10n.t(
      '{0} is on the other side of this window, which has no viewer for it: an extension can show it here.',
      nameOf(uri),
    ),
    ...actions,
  );
  if (answer === find) await vscode.commands.executeCommand('workbench.extensions.search', 'pdf viewer');
  if (answer === online && web) await openExternal(web.url);
}

async function sayThereIsNone(reference: LibraryReference, missing: readonly string[]): Promise<void> {
  const short = shortReference(reference.item);
  const [entry, lookUp] = [vscode.l10n.t('Go to Entry'), vscode.l10n.t('Update from Catalogs')];
  const hasFile = reference.origins.some(({ source, line }) => line !== undefined && source.includes(':'));
  const answer = await notify.information(
    missing.length
      ? vscode.l10n.t('{0}, which the entry of {1} names, is not there.', missing[0]!, short)
      : vscode.l10n.t('No file and no address is known for {0}.', short),
    ...(hasFile ? [entry!, lookUp!] : []),
  );
  if (answer === entry) await vscode.commands.executeCommand(commands.goToEntry, idOf(reference));
  if (answer === lookUp) await vscode.commands.executeCommand(commands.updateFromCatalogs, idOf(reference));
}
