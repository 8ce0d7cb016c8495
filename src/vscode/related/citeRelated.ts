import type * as vscode from 'vscode';
import { Selection } from 'vscode';
import { sentencesAround } from '../../core/citing/place/sentenceAt';
import { verdictOf } from '../../core/display/evidence/verdict';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { say } from '../../core/util/say';
import type { CitationInserter } from '../citing/citationInserter';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget, InsertionTargets } from '../documents/insertionTarget';
import type { ReferenceChooser } from '../references/referenceChooser';
import { registerCommand } from '../registerCommand';

/** Longer paragraphs are looked through around the cursor only. */
const maxSentences = 20;

export interface CiteRelatedParts {
  readonly library: LibraryService;
  readonly documents: CitingDocuments;
  readonly targets: InsertionTargets;
  readonly inserter: CitationInserter;
  readonly chooser: ReferenceChooser;
}

/** The command that cites papers at the end of the sentence of the paragraph that they speak to; where they speak to none, at the cursor. */
export function registerCiteRelated(parts: CiteRelatedParts): vscode.Disposable {
  const { targets, inserter, chooser } = parts;
  return registerCommand(commands.citeRelated, async (row: unknown, selected: unknown) => {
    const target = targets.current();
    const references = await chooser.choose(row, selected, say('Cite for the Sentence It Supports'));
    const [first] = references;
    if (first)
      await inserter.insert(references, (target && (await supported(parts, target, first))) ?? target);
  });
}

async function supported(
  { library, documents, targets }: CiteRelatedParts,
  target: InsertionTarget,
  { key, origin }: LibraryReference,
): Promise<InsertionTarget | undefined> {
  const { document, viewColumn } = target;
  const parsed = documents.citationsOf(document);
  const offset = target.cursors()[0];
  if (!parsed || offset === undefined) return undefined;
  const { version } = document;
  let best: { place: number; nearness: number } | undefined;
  for (const { text, place } of nearestTo(offset, sentencesAround(document.getText(), offset, parsed))) {
    const found = await library.evidence(text, key, origin.source);
    if (!found?.nearness || verdictOf(found) === 'none') continue;
    if (found.nearness > (best?.nearness ?? 0)) best = { place, nearness: found.nearness };
  }
  if (!best || document.version !== version) return undefined;
  return targets.at(document, [caretAt(document, best.place)], viewColumn);
}

function nearestTo<T extends { readonly place: number }>(offset: number, sentences: readonly T[]): T[] {
  return [...sentences]
    .sort((a, b) => Math.abs(a.place - offset) - Math.abs(b.place - offset))
    .slice(0, maxSentences);
}

function caretAt(document: vscode.TextDocument, offset: number): Selection {
  const position = document.positionAt(offset);
  return new Selection(position, position);
}
