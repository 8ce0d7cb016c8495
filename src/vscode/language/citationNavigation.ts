import * as vscode from 'vscode';
import { keyAt } from '../../core/bibliography/entryKeys';
import type { CitedKey, DocumentCitations } from '../../core/citing/citation';
import { allCitedKeys } from '../../core/citing/citedKeys';
import { definedReferences } from '../../core/library/documents/definedReferences';
import type { LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import { entryLocation, entryOrigins } from '../documents/entryLocation';
import { bibliographyFormatOf } from '../documents/languages';
import { partsOf } from '../documents/notebooks';
import { rangeOf } from '../documents/textEdits';
import type { WorkspaceCitations } from '../documents/workspaceCitations';
import { isGivenByAnother } from '../otherExtensions';

/** A key under the cursor, in a document that cites it or in the bibliography that defines it. */
export interface KeyUnderCursor {
  readonly key: string;
  readonly range: vscode.Range;
  /** Where in the work, as the citation says it: `p. 3`. */
  readonly locator?: string;
}

/** The key at a position of a document or of a bibliography, or `undefined`. */
export async function keyUnderCursor(
  documents: CitingDocuments,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<KeyUnderCursor | undefined> {
  const offset = document.offsetAt(position);
  const citations = await documents.citationsInProject(document);
  const cited = citations && citedAt(citations, offset);
  const found = cited ?? definedAt(document, offset);
  if (!found) return undefined;
  const range = rangeOf(document, found.start, found.end);
  return { key: found.key, range, ...(cited?.locator && { locator: cited.locator }) };
}

function citedAt(
  { definedKeys, citations, embeddedKeys = [] }: DocumentCitations,
  offset: number,
): CitedKey | undefined {
  const keys = [...definedKeys, ...citations.flatMap(({ keys }) => keys), ...embeddedKeys];
  return keys.find(({ start, end, crossReference }) => offset >= start && offset <= end && !crossReference);
}

function definedAt(document: vscode.TextDocument, offset: number) {
  const format = bibliographyFormatOf(document);
  return format && keyAt(document.getText(), format, offset);
}

/** Go to definition and peek: the entry in its bibliography, or the abstract page of a bundled paper. */
export class CitationDefinitionProvider implements vscode.DefinitionProvider {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[] | undefined> {
    const reading = await this.documents.citationsInProject(document);
    const cited = reading && citedAt(reading, document.offsetAt(position));
    if (!reading || !cited) return undefined;
    const originSelectionRange = rangeOf(document, cited.start, cited.end);
    for (const part of partsOf(document)) {
      const own = part === document ? reading : this.documents.citationsOf(part);
      const listed: CitedKey | undefined = own?.definedKeys.find(({ key }) => key === cited.key);
      if (!listed || listed === cited) continue;
      const targetRange = rangeOf(part, listed.start, listed.end);
      return [{ originSelectionRange, targetUri: part.uri, targetRange }];
    }
    const applied = await this.documents.bibliographiesOf(document);
    const { sources } = applied;
    const defined = (await definedReferences(this.library, [cited.key], applied)).get(cited.key);
    if (defined && isGivenByAnother('definition', document)) return undefined;
    const reference = defined ?? (await this.library.find([cited.key], sources))[0];
    if (!reference || token.isCancellationRequested) return undefined;
    // The entry's own key: it may be cited by another, or in other case.
    const own = reference.origins.filter(({ key }) => key === reference.key);
    const locations = await Promise.all(entryOrigins({ origins: own }, sources).map(entryLocation));
    return locations.map(({ uri, range }) => ({ originSelectionRange, targetUri: uri, targetRange: range }));
  }
}

/** Find all references: every citation of a key in the workspace, and the entry itself when asked for. */
export class CitationReferenceProvider implements vscode.ReferenceProvider {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly workspace: WorkspaceCitations,
  ) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.ReferenceContext,
  ): Promise<vscode.Location[] | undefined> {
    const under = await keyUnderCursor(this.documents, document, position);
    if (!under) return undefined;
    const locations = await this.workspace.locationsOf(under.key);
    if (!context.includeDeclaration) return locations;
    return [...(await entryLocations(this.library, under.key)), ...locations];
  }
}

/** Where the files of the library define a key. */
async function entryLocations(library: LibraryService, key: string): Promise<vscode.Location[]> {
  const [reference] = await library.find([key]);
  const own = (reference?.origins ?? []).filter(origin => origin.key === key);
  return Promise.all(entryOrigins({ origins: own }).map(entryLocation));
}

/** The other places of the key under the cursor, in this document. */
export class CitationHighlightProvider implements vscode.DocumentHighlightProvider {
  constructor(private readonly documents: CitingDocuments) {}

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    const reading = await this.documents.citationsInProject(document);
    const cited = reading && citedAt(reading, document.offsetAt(position));
    if (!reading || !cited) return undefined;
    const places = allCitedKeys(reading).find(({ key }) => key === cited.key)?.occurrences ?? [cited];
    return places.map(
      ({ start, end }) =>
        new vscode.DocumentHighlight(rangeOf(document, start, end), vscode.DocumentHighlightKind.Read),
    );
  }
}
