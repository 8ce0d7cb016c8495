import * as vscode from 'vscode';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { citingDocuments } from '../documents/languages';
import { notify } from '../notify';
import { settings } from '../settings';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { lookUpKind, plainKinds, titleFor } from './catalogPaste';
import { identifierIn } from './droppedIdentifier';

/** So long after a drop it can still be chosen to cite what was dropped, in milliseconds. */
const chosenWithin = 60_000;

/** What is dropped, and what stands for it while it is looked up. */
interface Dropped {
  readonly document: vscode.TextDocument;
  readonly text: string;
  readonly standIn: string;
}

/**
 * “Cite 10.1145/…” for a link or an identifier that is dropped on a document. VS Code asks nothing of an edit that was chosen: a stand-in
 * is dropped, which tells that it was, and the citation takes its place when its catalog has answered. Asked for is only what is chosen.
 */
export class CatalogDrop implements vscode.DocumentDropEditProvider {
  private waiting: vscode.Disposable | undefined;

  static register(...parts: ConstructorParameters<typeof CatalogDrop>): vscode.Disposable {
    return vscode.languages.registerDocumentDropEditProvider(citingDocuments, new CatalogDrop(...parts), {
      dropMimeTypes: ['text/uri-list', 'text/plain'],
      providedDropEditKinds: [lookUpKind],
    });
  }

  constructor(
    private readonly desk: CatalogDesk,
    private readonly citer: CatalogCiter,
    private readonly documents: CitingDocuments,
    private readonly targets: InsertionTargets,
  ) {}

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    _position: vscode.Position,
    transfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    if (!this.desk.isOn || !this.documents.citationsOf(document)) return undefined;
    const text = await identifierIn(transfer, ['text/uri-list', 'text/plain']);
    if (!text) return undefined;
    const standIn = `⟨${identifierLabel(parseIdentifier(text)!)}⟩`;
    const edit = new vscode.DocumentDropEdit(standIn, titleFor(text), lookUpKind);
    if (settings.catalogs().paste !== 'citation') edit.yieldTo = plainKinds;
    this.whenChosen({ document, text, standIn });
    return edit;
  }

  private whenChosen(dropped: Dropped): void {
    this.waiting?.dispose();
    const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const made = contentChanges.find(({ text }) => text === dropped.standIn);
      if (document !== dropped.document || !made) return;
      end();
      void this.cite(dropped, made.rangeOffset);
    });
    const timer = setTimeout(() => end(), chosenWithin);
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
    };
    this.waiting = new vscode.Disposable(end);
  }

  private async cite({ document, text, standIn }: Dropped, offset: number): Promise<void> {
    const dropped = document.getText();
    const before = dropped.slice(0, offset) + dropped.slice(offset + standIn.length);
    const here = (start: number, length: number) =>
      new vscode.Range(document.positionAt(start), document.positionAt(start + length));
    const { start, end } = here(offset, standIn.length);
    const target = this.targets.at(
      document,
      [new vscode.Selection(end, end)],
      undefined,
      new vscode.Range(start, end),
    );
    const reference = await this.citer.lookedUp(text, document).catch((error: unknown) => {
      void notify.error(error);
      return undefined;
    });
    const at = target.replaced()?.[0] ?? offset;
    if (document.getText().slice(at, at + standIn.length) !== standIn) return;
    if (!reference) {
      const plain = new vscode.WorkspaceEdit();
      plain.replace(document.uri, here(at, standIn.length), text);
      await vscode.workspace.applyEdit(plain);
      return;
    }
    // Where nothing else was written meanwhile the stand-in goes as it came, and one undo takes the citation back.
    const editor = vscode.window.activeTextEditor;
    if (editor?.document === document && document.getText() === dropped) {
      await vscode.commands.executeCommand('undo');
      if (document.getText() === before) {
        const place = document.positionAt(offset);
        const selection = new vscode.Selection(place, place);
        return this.citer.cite([reference], this.targets.at(document, [selection], editor.viewColumn));
      }
    }
    await this.citer.cite([reference], target);
  }
}
