import * as vscode from 'vscode';
import { bibliographyDocuments, bibliographyFormatOf } from '../documents/languages';
import { notify } from '../notify';
import type { ReferenceChooser } from '../references/referenceChooser';
import { referenceIds } from '../references/referenceId';
import { referencesMimeType } from '../tree/libraryDrag';
import { whatWasAdded } from './entryPlan';
import type { EntryPlanner } from './entryPlanner';

const entryKind = vscode.DocumentDropOrPasteEditKind.Empty.append('literature', 'entry');

/** Papers dragged from the library onto a bibliography become entries of it, at its end: within another entry they would break it. */
export class BibliographyDropProvider implements vscode.DocumentDropEditProvider {
  static register(...parts: ConstructorParameters<typeof BibliographyDropProvider>): vscode.Disposable {
    return vscode.languages.registerDocumentDropEditProvider(
      bibliographyDocuments,
      new BibliographyDropProvider(...parts),
      { dropMimeTypes: [referencesMimeType], providedDropEditKinds: [entryKind] },
    );
  }

  constructor(
    private readonly chooser: ReferenceChooser,
    private readonly entries: EntryPlanner,
  ) {}

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    _position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const dragged = await transfer.get(referencesMimeType)?.asString();
    if (!dragged || !bibliographyFormatOf(document)) return undefined;
    const references = await this.chooser.find(referenceIds(JSON.parse(dragged)));
    if (!references.length || token.isCancellationRequested) return undefined;
    const plan = await this.entries.planIn(document, references);
    const drop = new vscode.DocumentDropEdit('', vscode.l10n.t('Add to This Bibliography'), entryKind);
    drop.additionalEdit = new vscode.WorkspaceEdit();
    plan.change?.addTo?.(drop.additionalEdit);
    const said =
      plan.warning ?? whatWasAdded(plan) ?? vscode.l10n.t('{0} is there already', plan.keys.join(', '));
    notify.status(said);
    return drop;
  }
}
