import * as vscode from 'vscode';
import { citationAt } from '../../core/citing/citationAt';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { rangeOf } from '../documents/textEdits';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import type { CitedNode, CitedPlace } from './citedNode';

/** Milliseconds until fixes are asked for in any case. */
const maxDiagnosing = 5000;

type Place = Pick<CitedPlace, 'uri' | 'range'>;

/** Going from place to place of what is cited, and to what can be done about it. */
export function registerCitedPlaces(
  documents: CitingDocuments,
  targets: InsertionTargets,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.nextCitedPlace, async (node?: CitedNode) => {
      const places = node ? placesOf(node) : await placesAtCursor(documents, targets);
      if (places.length) await show(nextOf(places));
      else
        void notify.information(
          vscode.l10n.t('Put the cursor on a citation to go to the next place where that work is cited.'),
        );
    }),
    registerCommand(commands.fixCited, async (node?: CitedNode) => {
      const [place] = node ? placesOf(node) : [];
      if (!place) return;
      await show(place);
      await diagnosed(place);
      await vscode.commands.executeCommand('editor.action.quickFix');
    }),
  );
}

function placesOf(node: CitedNode): readonly Place[] {
  switch (node.kind) {
    case 'file':
      return node.references.flatMap(({ places }) => places);
    case 'reference':
    case 'missingCitations':
      return node.places;
    case 'place':
    case 'missing':
      return [node];
  }
}

/** All places of the document where the work at the cursor is cited. */
async function placesAtCursor(
  documents: CitingDocuments,
  targets: InsertionTargets,
): Promise<readonly Place[]> {
  const target = targets.current();
  const parsed = target && (await documents.citationsInProject(target.document));
  if (!target || !parsed) return [];
  const { document } = target;
  const found = citationAt(parsed, target.cursors()[0] ?? 0);
  const key = (found?.key ?? found?.citation.keys[0])?.key;
  return parsed.citations
    .flatMap(({ keys }) => keys.filter(cited => cited.key === key))
    .map(({ start, end }) => ({ uri: document.uri, range: rangeOf(document, start, end) }));
}

/** The one behind the place where the cursor is, if it is at one of them; else the first. */
function nextOf(places: readonly Place[]): Place {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  const at = places.findIndex(
    ({ uri, range }) =>
      String(uri) === String(editor?.document.uri) && editor && range.contains(editor.selection.active),
  );
  return places[(at + 1) % places.length]!;
}

/** A document that was opened just now is looked through a moment later: resolves when the place has its problem, or soon. */
async function diagnosed({ uri, range }: Place): Promise<void> {
  const isThere = () => vscode.languages.getDiagnostics(uri).some(one => one.range.intersection(range));
  if (isThere()) return;
  await new Promise<void>(resolve => {
    const end = () => {
      clearTimeout(limit);
      listener.dispose();
      resolve();
    };
    const limit = setTimeout(end, maxDiagnosing);
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(one => String(one) === String(uri)) && isThere()) end();
    });
  });
}

async function show({ uri, range }: Place): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(editor => String(editor.document.uri) === String(uri));
  await vscode.window.showTextDocument(uri, {
    selection: range,
    ...(open?.viewColumn && { viewColumn: open.viewColumn }),
  });
}
