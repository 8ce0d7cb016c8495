import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import type { Identifier } from '../../core/model/identifiers/identifier';
import type { TaskQueue } from '../../core/util/taskQueue';
import { commands, internalCommands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import type { InsertionTargets } from '../documents/insertionTarget';
import { bibliographyDocuments, citingDocuments as selector } from '../documents/languages';
import type { TypingPlace } from '../documents/typingPlace';
import { WorkspaceCitations } from '../documents/workspaceCitations';
import type { BibliographyTargets } from '../entries/bibliographyTargets';
import type { WriteGate } from '../entries/writeGate';
import { registerCommand } from '../registerCommand';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';
import { BibliographyCodeLensProvider } from './bibliographyCodeLens';
import { askForLocator, CitationActions } from './citationActions';
import { CitationDiagnostics } from './citationDiagnostics';
import { CitationInlayHintsProvider } from './citationInlayHints';
import { CitationMarking, citationLegend } from './citationMarking';
import {
  CitationDefinitionProvider,
  CitationHighlightProvider,
  CitationReferenceProvider,
} from './citationNavigation';
import { CitationQuickFixes } from './citationQuickFixes';
import { KeyRenameProvider } from './renameKey';
import { showBibliographies } from './showBibliographies';
import { UnusedReferences } from './unusedReferences';

/** What an editor knows to do with a citation besides hover and completion, in documents and in bibliographies. */
export function registerLanguageFeatures(parts: {
  readonly documents: CitingDocuments;
  readonly bibliographies: DocumentBibliographies;
  readonly library: LibraryService;
  readonly places: BibliographyTargets;
  readonly gate: WriteGate;
  readonly targets: InsertionTargets;
  readonly queue: TaskQueue;
  readonly placeholders: DocumentPlaceholders;
  readonly typing: TypingPlace;
  /** Whether public catalogs may be asked for what an identifier names, and could tell. */
  readonly canLookUp: (identifier: Identifier) => boolean;
}): vscode.Disposable {
  const {
    documents,
    bibliographies,
    library,
    places,
    gate,
    targets,
    queue,
    placeholders,
    typing,
    canLookUp,
  } = parts;
  const workspace = new WorkspaceCitations();
  const diagnostics = new CitationDiagnostics(documents, library, placeholders, typing);
  const marking = new CitationMarking(documents, library, typing);
  const hints = new CitationInlayHintsProvider(documents, library);
  const references = new CitationReferenceProvider(documents, library, workspace);
  const rename = new KeyRenameProvider(documents, library, workspace, gate);
  const { languages } = vscode;
  return vscode.Disposable.from(
    workspace,
    diagnostics,
    marking,
    hints,
    new UnusedReferences(workspace),
    languages.registerDefinitionProvider(selector, new CitationDefinitionProvider(documents, library)),
    languages.registerReferenceProvider(selector, references),
    languages.registerReferenceProvider(bibliographyDocuments, references),
    languages.registerRenameProvider(selector, rename),
    languages.registerRenameProvider(bibliographyDocuments, rename),
    languages.registerDocumentHighlightProvider(selector, new CitationHighlightProvider(documents)),
    languages.registerDocumentSemanticTokensProvider(selector, marking, citationLegend),
    languages.registerInlayHintsProvider(selector, hints),
    languages.registerCodeLensProvider(bibliographyDocuments, new BibliographyCodeLensProvider(workspace)),
    languages.registerCodeActionsProvider(
      selector,
      new CitationQuickFixes(documents, library, places, canLookUp),
      {
        providedCodeActionKinds: CitationQuickFixes.kinds,
      },
    ),
    languages.registerCodeActionsProvider(selector, new CitationActions(documents, placeholders), {
      providedCodeActionKinds: CitationActions.kinds,
    }),
    registerCommand(internalCommands.addLocator, (uri: vscode.Uri, keyStart: number) =>
      askForLocator({ documents, targets, queue }, uri, keyStart),
    ),
    registerCommand(commands.showBibliographies, () =>
      showBibliographies(documents, bibliographies, library),
    ),
  );
}
