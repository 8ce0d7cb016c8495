import type * as vscode from 'vscode';
import type { CitedKey } from '../../core/citing/citation';
import { citedKeys } from '../../core/citing/citedKeys';
import { unresolvedKeys } from '../../core/library/documents/citationProblems';
import { definedReferences } from '../../core/library/documents/definedReferences';
import { inlineReferences } from '../../core/library/documents/inlineReferences';
import type { LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';
import { nameOf } from '../documents/nameOf';
import { fileOf } from '../documents/notebooks';
import type { ProjectDocument, ProjectDocuments } from '../documents/projectDocuments';
import { isAt, type TypingPlace } from '../documents/typingPlace';
import type { DocumentPlaceholders } from '../support/documentPlaceholders';
import { type CitedFile, type CitedPlace, type CitedReference, isUnknown } from './citedNode';

/** What a document cites in all its files, and where citations are missing. */
export interface CitedContents {
  readonly files: readonly CitedFile[];
  readonly missing: readonly CitedPlace[];
}

/** Gathers what the document in hand cites, in all its files. */
export class CitedGatherer {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly project: ProjectDocuments,
    private readonly placeholders: DocumentPlaceholders,
    private readonly typing: TypingPlace,
    private readonly library: LibraryService,
  ) {}

  async gather(document: vscode.TextDocument): Promise<CitedContents> {
    const files = await this.project.of(document);
    const isShown = (file: ProjectDocument) => String(file.uri) === String(fileOf(document));
    const several = files.length > 1;
    const gathered: CitedFile[] = [];
    for (const file of files) {
      const references = await this.referencesOf(file, document, several);
      gathered.push({ kind: 'file', file, isShown: isShown(file), references });
    }
    const missing = files.flatMap(file =>
      this.placeholders.ofFile(file).map(range => placeIn('missing', file, range, several)),
    );
    // Of files that only take in others there is nothing to tell.
    return { files: gathered.filter(one => one.references.length || one.isShown), missing };
  }

  private async referencesOf(
    file: ProjectDocument,
    inHand: vscode.TextDocument,
    several: boolean,
  ): Promise<CitedReference[]> {
    const { citations } = file;
    const applied = await this.documents.bibliographiesOf(file.open[0]?.document ?? inHand);
    const listed = new Map([...applied.definedKeys].map(key => [key, '']));
    for (const { key, text } of inlineReferences({ getText: () => file.text }, citations))
      listed.set(key, text);
    const missing = this.placeholders.ofFile(file);
    const isMissing = ({ start }: CitedKey) => missing.some(([from, to]) => from <= start && start < to);
    const typed = typedIn(file, this.typing);
    const isTyped = (key: CitedKey) => isAt(typed, key);
    const cited = citedKeys(citations).filter(({ occurrences }) => !occurrences.every(isMissing));
    const keys = cited.map(({ key }) => key);
    const defined = await definedReferences(this.library, keys, applied);
    const unknown = unresolvedKeys(citations, applied, defined);
    const all = cited
      .filter(
        ({ key, occurrences }) =>
          defined.has(key) || listed.has(key) || (unknown.has(key) && !occurrences.every(isTyped)),
      )
      .map(
        ({ key, occurrences }): CitedReference => ({
          kind: 'reference',
          key,
          reference: defined.get(key),
          listed: listed.get(key),
          file,
          places: occurrences.map(({ start, end }: CitedKey) =>
            placeIn('place', file, [start, end], several),
          ),
        }),
      );
    return [...all.filter(isUnknown), ...all.filter(one => !isUnknown(one))];
  }
}

/** Where the writer is typing in the text of a file. */
function typedIn({ open }: ProjectDocument, typing: TypingPlace): number | undefined {
  for (const { document, start } of open) {
    const offset = typing.in(document);
    if (offset !== undefined) return start + offset;
  }
  return undefined;
}

function placeIn(
  kind: CitedPlace['kind'],
  file: ProjectDocument,
  [start, end]: readonly [number, number],
  several: boolean,
): CitedPlace {
  const place = file.placeOf(start, end);
  const from = start - place.range.start.character;
  const line = /^[^\r\n]*/.exec(file.text.slice(from, from + maxLine))![0];
  return { kind, ...place, start, line, ...(several && { fileName: nameOf(file.uri) }) };
}

/** Of longer lines (a paragraph on one line) what lies further behind is not shown. */
const maxLine = 100_000;
