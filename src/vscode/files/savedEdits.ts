import * as vscode from 'vscode';
import { BoundedCache } from '../../core/util/collections/boundedCache';
import { contentHash } from '../../core/util/hash';
import { saveDocument, saveEvenIfUndone } from './saveDocument';

/** Documents of which it is known what we saved. */
const maxDocuments = 100;
/** Contents of one that are known. */
const maxContents = 200;

const savedContents = new BoundedCache<string, BoundedCache<string, true>>(maxDocuments);
const saving = new WeakMap<vscode.TextDocument, Promise<unknown>>();

/**
 * To be called before an edit of ours in a document that has no unsaved changes: gives what saves it afterwards, and tells whether it was. When
 * the edit is undone from the document that cites, or done again, it is saved too, see `saveWhatIsUndone`.
 */
export function savedEdit(document: vscode.TextDocument): () => Promise<boolean> {
  const before = contentHash(document.getText());
  return () => {
    const name = document.uri.toString();
    const contents = savedContents.getOrMake(name, () => new BoundedCache(maxContents));
    // Already now: an undo may come while it is being saved.
    contents.set(before, true);
    contents.set(contentHash(document.getText()), true);
    const isSaved = saveDocument(document);
    saving.set(
      document,
      isSaved.catch(() => {}),
    );
    return isSaved;
  };
}

/**
 * From now on saves a document that an undo or a redo brought back to what it held before an edit of ours, or after it: the writer looks at
 * another one, and would have this one unsaved without knowing. One that they undo in itself is left to them.
 */
export function saveWhatIsUndone(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, reason }) => {
    // Whether it is dirty is not known yet.
    if (reason === undefined) return;
    const contents = savedContents.get(document.uri.toString());
    if (!contents || vscode.window.activeTextEditor?.document === document) return;
    const isOurs = (text: string) => contents.get(contentHash(text)) === true;
    if (!isOurs(document.getText())) return;
    await saving.get(document);
    if (isOurs(document.getText())) await saveEvenIfUndone(document, isOurs);
  });
}
