import * as vscode from 'vscode';
import type { GivenEdits } from '../citing/givenEdits';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import type { EntryPlanner } from '../entries/entryPlanner';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import { CatalogDrop } from './catalogDrop';
import { CatalogPaste } from './catalogPaste';

export interface LookUpEditParts {
  readonly desk: CatalogDesk;
  readonly citer: CatalogCiter;
  readonly documents: CitingDocuments;
  readonly entries: EntryPlanner;
  readonly given: GivenEdits;
  readonly targets: InsertionTargets;
}

/** Identifiers and links that are pasted into documents or dropped on them. */
export function registerLookUpEdits(parts: LookUpEditParts): vscode.Disposable {
  const { desk, citer, documents, entries, given, targets } = parts;
  return vscode.Disposable.from(
    CatalogPaste.register(desk, citer, documents, entries, given),
    CatalogDrop.register(desk, citer, documents, targets),
  );
}
