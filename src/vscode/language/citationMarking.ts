import * as vscode from 'vscode';
import { unresolvedKeys } from '../../core/library/documents/citationProblems';
import { definedKeys } from '../../core/library/documents/definedReferences';
import { areMentions } from '../../core/library/documents/mentions';
import type { LibraryService } from '../../core/library/libraryService';
import { TextLines } from '../../core/util/lines/lineIndex';
import { ResolutionChanges } from '../documents/changes/resolutionChanges';
import type { CitingDocuments } from '../documents/citingDocuments';
import { isAt, type TypingPlace } from '../documents/typingPlace';

const tokenType = 'citationKey';
const unresolved = 'unresolved';

/** What package.json declares under `semanticTokenTypes` and `semanticTokenModifiers`; themes and users colour it. */
export const citationLegend = new vscode.SemanticTokensLegend([tokenType], [unresolved]);

/** Marks citation keys, and those that no bibliography of the document resolves, as semantic tokens. */
export class CitationMarking implements vscode.DocumentSemanticTokensProvider, vscode.Disposable {
  private readonly changes: ResolutionChanges;
  private readonly onRest: vscode.Disposable;
  readonly onDidChangeSemanticTokens: vscode.Event<void>;

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly typing: TypingPlace,
  ) {
    this.changes = new ResolutionChanges(documents, library);
    this.onRest = typing.onDidRest(() => this.changes.fire());
    this.onDidChangeSemanticTokens = this.changes.event;
  }

  dispose(): void {
    this.onRest.dispose();
    this.changes.dispose();
  }

  async provideDocumentSemanticTokens(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const applied = await this.documents.bibliographiesOf(document);
    const reading = await this.documents.citationsInProject(document);
    if (!reading) return undefined;
    if (areMentions(reading, applied)) return new vscode.SemanticTokensBuilder(citationLegend).build();
    const keys = reading.citations.flatMap(citation => citation.keys).filter(key => !key.crossReference);
    const defined = await definedKeys(this.library, [...new Set(keys.map(({ key }) => key))], applied);
    if (token.isCancellationRequested) return undefined;
    const unresolvedIn = unresolvedKeys(reading, applied, defined);
    const builder = new vscode.SemanticTokensBuilder(citationLegend);
    const lines = new TextLines(document.getText());
    const typed = this.typing.in(document);
    for (const { key, start, end } of keys) {
      // A token cannot span lines; a key never does.
      const { line, character } = lines.positionAt(start);
      const isUnresolved = unresolvedIn.has(key) && !isAt(typed, { start, end });
      builder.push(line, character, end - start, 0, isUnresolved ? 1 : 0);
    }
    return builder.build();
  }
}
