import * as vscode from 'vscode';
import type { LibraryService } from '../../../core/library/libraryService';
import type { CitingDocuments } from '../citingDocuments';

/** Says that the keys of documents may stand for something else: the library changed, or which bibliographies apply. */
export class ResolutionChanges implements vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  readonly event = this.emitter.event;

  constructor(documents: CitingDocuments, library: LibraryService) {
    this.disposables = [
      this.emitter,
      { dispose: library.onDidChange(() => this.emitter.fire()) },
      documents.onDidChangeBibliographies(() => this.emitter.fire()),
    ];
  }

  /** Says so for another reason. */
  fire(): void {
    this.emitter.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
