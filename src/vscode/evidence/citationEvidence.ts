import type * as vscode from 'vscode';
import type { Citation, CitedKey, DocumentCitations } from '../../core/citing/citation';
import { citationAt } from '../../core/citing/citationAt';
import { wildcardKey } from '../../core/citing/citedKeys';
import { clauseOf, sentenceAt, writtenSentenceAt } from '../../core/citing/place/sentenceAt';
import { type Finding, verdictOf } from '../../core/display/evidence/verdict';
import type { Evidence, LibraryReference, LibraryService } from '../../core/library/libraryService';
import type { CitingDocuments } from '../documents/citingDocuments';

/** A work that is cited for a sentence, and what its abstract says to that. */
export interface CitedEvidence extends Finding {
  readonly cited: CitedKey;
  /** The sentence that cites it, without its citations. */
  readonly claim: string;
  /** As it stands in the document. */
  readonly written: string;
  readonly reference: LibraryReference | undefined;
}

/** A work that may be cited for a sentence. */
export interface Candidate {
  readonly reference: LibraryReference;
  readonly sentence: string;
  readonly nearness: number;
}

/** So many of what a search finds are looked at, and the best so many shown. */
const maxLookedAt = 8;
const maxShown = 4;
/** Candidates that are nearer by less are as near. */
const clearlyNearer = 0.02;

/** Asks the library what cited works say to the sentences that cite them. */
export class CitationEvidence {
  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
  ) {}

  /** Of the key at a place; of all keys of the citation where the place is at none of them. Empty where nothing is cited. */
  async at(document: vscode.TextDocument, offset: number): Promise<CitedEvidence[]> {
    const parsed = await this.documents.citationsInProject(document);
    const found = parsed && citationAt(parsed, offset);
    if (!parsed || !found) return [];
    const keys = found.key ? [found.key] : found.citation.keys;
    const sources = await this.sourcesOf(document);
    const all: CitedEvidence[] = [];
    for (const cited of keys.filter(isWork))
      all.push(await this.evidenceOf(document, parsed, found.citation, cited, sources));
    return all;
  }

  /** Of every place where the document cites something, in its order; `report` hears how many are read, and tells whether to go on. */
  async ofAll(
    document: vscode.TextDocument,
    report: (done: number, total: number) => boolean,
  ): Promise<CitedEvidence[]> {
    const parsed = await this.documents.citationsInProject(document);
    if (!parsed) return [];
    const sources = await this.sourcesOf(document);
    const keys = parsed.citations
      .filter(isInText)
      .flatMap(citation => citation.keys.filter(isWork).map(cited => ({ citation, cited })));
    const all: CitedEvidence[] = [];
    for (const { citation, cited } of keys) {
      if (!report(all.length, keys.length)) break;
      all.push(await this.evidenceOf(document, parsed, citation, cited, sources));
    }
    return all;
  }

  /** Works of the library that are nearer to what was claimed than those that are cited for it, the nearest first. */
  async better(document: vscode.TextDocument, cited: readonly CitedEvidence[]): Promise<Candidate[]> {
    const [first] = cited;
    if (!first?.claim) return [];
    const { hits } = await this.library.search({
      query: first.claim,
      limit: maxLookedAt + cited.length,
      preferredSources: await this.sourcesOf(document),
      unfinished: false,
      isSentence: true,
    });
    const isCited = ({ origins }: LibraryReference) =>
      cited.some(({ reference }) =>
        origins.some(one =>
          reference?.origins.some(other => other.key === one.key && other.source === one.source),
        ),
      );
    const candidates: Candidate[] = [];
    for (const { reference } of hits.filter(hit => !isCited(hit.reference)).slice(0, maxLookedAt)) {
      const { sentence, nearness } = await this.ask(first.claim, reference);
      if (sentence !== undefined && nearness !== undefined)
        candidates.push({ reference, sentence, nearness });
    }
    const most = Math.max(0, ...cited.map(({ nearness = 0 }) => nearness));
    return candidates
      .filter(one => verdictOf(one) !== 'none' && one.nearness > most + clearlyNearer)
      .sort((a, b) => b.nearness - a.nearness)
      .slice(0, maxShown);
  }

  private async evidenceOf(
    document: vscode.TextDocument,
    parsed: DocumentCitations,
    citation: Citation,
    cited: CitedKey,
    sources: readonly string[],
  ): Promise<CitedEvidence> {
    const text = document.getText();
    const claim = sentenceAt(text, cited.start, parsed);
    const clause = clauseOf(text, citation, parsed);
    const [reference] = await this.library.find([cited.key], sources);
    const said = { cited, claim, written: writtenSentenceAt(text, cited.start, parsed), reference };
    if (!reference) return { ...said, isUnknown: true };
    const [whole, part] = [await this.ask(claim, reference), clause && (await this.ask(clause, reference))];
    const isPartNearer = part && (part.nearness ?? 0) > (whole.nearness ?? 0);
    return { ...said, ...(isPartNearer ? part : whole) };
  }

  private async ask(claim: string, { key, origin }: LibraryReference): Promise<Evidence> {
    return (await this.library.evidence(claim, key, origin.source)) ?? {};
  }

  private async sourcesOf(document: vscode.TextDocument): Promise<readonly string[]> {
    return (await this.documents.bibliographiesOf(document)).sources;
  }
}

function isWork({ key, crossReference }: CitedKey): boolean {
  return key !== wildcardKey && !crossReference;
}

/** What is only listed is cited for no sentence. */
function isInText({ command }: Citation): boolean {
  return command !== 'nocite';
}
