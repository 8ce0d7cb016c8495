import * as vscode from 'vscode';
import { sentenceAt } from '../../core/citing/place/sentenceAt';
import { formOf } from '../citing/citationDetails';
import type { CitationInserter } from '../citing/citationInserter';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget, InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import { nameOf } from '../documents/nameOf';
import { sayNoDocument } from '../documents/noDocument';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import type { LibrarySearch } from '../search/librarySearch';
import type { DocumentPlaceholders } from './documentPlaceholders';
import { PlaceholderActions } from './placeholderActions';

export interface SupportParts {
  readonly documents: CitingDocuments;
  readonly placeholders: DocumentPlaceholders;
  readonly targets: InsertionTargets;
  readonly search: LibrarySearch;
  readonly inserter: CitationInserter;
}

/** Papers for claims: for what is selected, for the sentence at the cursor, for every place where a citation is missing. */
export function registerSupport(parts: SupportParts): vscode.Disposable {
  const { placeholders, targets } = parts;
  return vscode.Disposable.from(
    placeholders,
    registerCommand(commands.findSupport, (place: unknown, range: unknown) => {
      // A row of the cited view, or a document and a place in it.
      const row = place as { readonly uri?: unknown; readonly range?: unknown } | undefined;
      return place instanceof vscode.Uri || !row?.uri
        ? findSupport(parts, place, range)
        : findSupport(parts, row.uri, row.range);
    }),
    registerCommand(commands.nextPlaceholder, async () => {
      const target = targets.current();
      const next = target && placeholders.after(target.document, target.selections[0]!.active);
      if (!target || !next) return noPlaceholder(target);
      const editor = await vscode.window.showTextDocument(target.document);
      editor.selection = new vscode.Selection(next.start, next.end);
      editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }),
    vscode.languages.registerCodeActionsProvider(citingDocuments, new PlaceholderActions(placeholders), {
      providedCodeActionKinds: PlaceholderActions.kinds,
    }),
  );
}

/** Cites in the place of the placeholder that is given, or stands at the cursor; else behind what is selected. */
async function findSupport(
  { documents, placeholders, targets, search, inserter }: SupportParts,
  uri: unknown,
  range: unknown,
): Promise<void> {
  const given = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : undefined;
  const current = targets.current();
  const document = given ?? current?.document;
  if (!document || !documents.citationsOf(document))
    return sayNoDocument(vscode.l10n.t('to find support in'));
  const [selection = new vscode.Selection(0, 0, 0, 0)] =
    current?.document === document ? current.selections : [];
  const replaces = range instanceof vscode.Range ? range : placeholders.at(document, selection.active);
  const place = replaces ? new vscode.Selection(replaces.start, replaces.start) : selection;
  const viewColumn = current?.document === document ? current.viewColumn : undefined;
  const target = targets.at(document, [place], viewColumn, replaces);
  const query = claimAt(documents, placeholders, document, place);
  const picked = await search.pick({
    title: vscode.l10n.t('Find Support in {0}', nameOf(document.uri)),
    several: 'possible',
    target,
    query,
    isSentence: true,
  });
  if (picked) await inserter.insert(picked.references, target, formOf(picked, target));
}

/** What is selected, else the sentence at the place, without the placeholders in it. */
function claimAt(
  documents: CitingDocuments,
  placeholders: DocumentPlaceholders,
  document: vscode.TextDocument,
  place: vscode.Selection,
): string {
  const isPlaceholder = placeholders.of(document).some(([start]) => start === document.offsetAt(place.start));
  if (!place.isEmpty && !isPlaceholder) return document.getText(place).replace(/\s+/g, ' ').trim();
  const parsed = documents.citationsOf(document);
  if (!parsed) return '';
  // A placeholder says as little as a citation.
  const missing = placeholders.of(document).map(([start, end]) => ({ start, end, keys: [] }));
  const citations = [...parsed.citations, ...missing].sort((a, b) => a.start - b.start);
  return sentenceAt(document.getText(), document.offsetAt(place.active), { ...parsed, citations });
}

function noPlaceholder(target: InsertionTarget | undefined): unknown {
  if (!target) return sayNoDocument(vscode.l10n.t('to look for placeholders in'));
  return void notify.information(
    vscode.l10n.t(
      'No citation is missing in this document: it has no placeholder like [@?] or [citation needed].',
    ),
  );
}
