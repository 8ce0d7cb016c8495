import * as vscode from 'vscode';
import type { FoundBibliography } from '../../core/citing/project/foundBibliography';
import { counted } from '../../core/display/counted';
import { plainLabel } from '../../core/display/text/plainText';
import type { LibraryService } from '../../core/library/libraryService';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import { languageOf } from '../documents/languages';
import { sayNoDocument } from '../documents/noDocument';

interface BibliographyItem extends vscode.QuickPickItem {
  readonly open?: () => Thenable<unknown>;
}

/** How a bibliography came to apply, in words. */
const reasons: Readonly<Record<FoundBibliography['foundBy'], string>> = {
  'front matter': vscode.l10n.t('named in the front matter of'),
  'project file': vscode.l10n.t('named in the project file'),
  'root document': vscode.l10n.t('named in the root document'),
  document: vscode.l10n.t('named in'),
  setting: vscode.l10n.t('named in the settings'),
  default: vscode.l10n.t('the default of the settings'),
};

/** “Which bibliography, and why”: lists what applies to the active document, how it was found, and what is missing. */
export async function showBibliographies(
  documents: CitingDocuments,
  bibliographies: DocumentBibliographies,
  library: LibraryService,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !languageOf(document)) return sayNoDocument(vscode.l10n.t('to see its bibliographies'));
  await documents.bibliographiesOf(document);
  const found = await bibliographies.of(document);
  const states = new Map((await library.sources()).map(state => [state.source.id, state]));
  const items = (found?.bibliographies ?? []).map((bibliography): BibliographyItem => {
    const { path, exists, remote, computed, byTex, declaredIn, foundBy } = bibliography;
    const uri = remote || computed ? undefined : bibliographies.uriOf(document, path);
    const state = uri && states.get(uri.toString());
    const by = byTex ? vscode.l10n.t(', found by TeX') : '';
    const where = declaredIn ? `${reasons[foundBy]} ${shortPath(declaredIn)}${by}` : reasons[foundBy];
    const count = state ? counted(state.count, 'reference') : '';
    const problems = state?.problems.length ? `, ${counted(state.problems.length, 'problem')}` : '';
    return {
      label: `$(${exists ? 'book' : 'warning'}) ${plainLabel(uri ? vscode.workspace.asRelativePath(path) : path)}`,
      description: exists ? count + problems : notRead(bibliography),
      detail: plainLabel(where),
      ...declarationOf(bibliographies, document, bibliography, uri),
    };
  });
  for (const problem of found?.problems ?? [])
    items.push({ label: `$(info) ${plainLabel(problem.message)}`, description: shortPath(problem.path) });
  if (!items.length)
    items.push({
      label: `$(info) ${vscode.l10n.t('No bibliography applies to this document')}`,
      detail: vscode.l10n.t('None is named in it or in its project.'),
    });
  items.push({
    label: `$(add) ${vscode.l10n.t('Add a Bibliography to This Document…')}`,
    open: () => vscode.commands.executeCommand(commands.addBibliography),
  });
  const root = found?.root ? vscode.l10n.t(', a part of {0}', shortPath(found.root)) : '';
  const chosen = await vscode.window.showQuickPick(items, {
    title: plainLabel(vscode.l10n.t('Bibliographies of {0}{1}', shortPath(document.uri.path), root)),
    placeHolder: vscode.l10n.t('Choose one to open it, or where it is named if it is missing'),
    matchOnDescription: true,
  });
  await chosen?.open?.();
}

function declarationOf(
  bibliographies: DocumentBibliographies,
  document: vscode.TextDocument,
  { exists, declaredIn, range }: FoundBibliography,
  uri: vscode.Uri | undefined,
): Pick<BibliographyItem, 'open'> {
  if (exists && uri) return { open: () => vscode.window.showTextDocument(uri) };
  if (!declaredIn) return {};
  return {
    open: async () => {
      const declaring = await vscode.workspace.openTextDocument(bibliographies.uriOf(document, declaredIn));
      const selection =
        range && new vscode.Range(declaring.positionAt(range.start), declaring.positionAt(range.end));
      await vscode.window.showTextDocument(declaring, selection ? { selection } : {});
    },
  };
}

function shortPath(path: string): string {
  return vscode.workspace.asRelativePath(path);
}

function notRead({ remote, computed }: FoundBibliography): string {
  if (remote) return vscode.l10n.t('on the web, not read');
  return computed
    ? vscode.l10n.t('known when the document is rendered, not read')
    : vscode.l10n.t('missing: there is no such file');
}
