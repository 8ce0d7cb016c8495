import { declaredInFrontMatter } from '../bibliographies/frontMatter';
import type { Citation, CitedKey, DocumentCitations } from '../citation';
import { BlockReader } from './blockReader';
import { CitationGroups } from './citationGroups';
import { type CrossReferenceKey, crossReferencesOf, type MarkdownDialect } from './crossReferences';
import { InlineReader } from './inlineReader';
import { InlineRun } from './inlineRun';
import { type Line, linesOf } from './lines';
import { metadataTexts } from './metadataTexts';

export type { MarkdownDialect } from './crossReferences';

/** Every citation that Pandoc's Markdown reader (2.17, default extensions) sees, and nothing else. Linear, never throws. */
export function readMarkdown(document: string, dialect: MarkdownDialect): DocumentCitations {
  const declared = declaredInFrontMatter(document);
  const citations = document.includes('@') ? new MarkdownReader(document, dialect).read() : [];
  return {
    language: 'markdown',
    citations,
    bibliographies: declared.bibliographies,
    definedKeys: declared.definedKeys,
  };
}

class MarkdownReader {
  private readonly examples = new Set<string>();
  private readonly notes = new Map<string, readonly Line[]>();
  private readonly texts: (readonly Line[])[] = [];
  private readonly citations: Citation[] = [];
  private readonly crossReference: CrossReferenceKey;

  constructor(
    private readonly document: string,
    dialect: MarkdownDialect,
  ) {
    this.crossReference = crossReferencesOf(dialect);
  }

  read(): Citation[] {
    this.collect(linesOf(this.document));
    this.readTexts();
    return this.citations.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private collect(lines: readonly Line[]): void {
    new BlockReader(this.document, {
      text: text => this.texts.push(text),
      note: (label, note) => this.notes.set(label, note),
      example: label => this.examples.add(label),
      metadata: metadata => {
        for (const { kind, lines: value } of metadataTexts(this.document, metadata))
          if (kind === 'blocks') this.collect(value);
          else this.texts.push(value);
      },
    }).read(lines);
  }

  /** Notes are read when something refers to them; what nobody refers to is not in the document. */
  private readTexts(): void {
    // Reading a text may add those of the notes it refers to.
    for (const text of this.texts) {
      const first = text[0];
      const last = text.at(-1);
      if (!first || !last) continue;
      const run = new InlineRun(this.document, text);
      const hasKeys = run.text.includes('@');
      if (!hasKeys && !run.text.includes('[^')) continue;
      const { root, notes, unfinished } = new InlineReader(run.text).read();
      for (const label of notes) {
        const note = this.notes.get(label);
        this.notes.delete(label);
        if (note) this.collect(note);
      }
      if (!hasKeys) continue;
      const groups = new CitationGroups(run.text, label => this.examples.has(label), unfinished);
      groups.read(root);
      for (const citation of groups.citations) this.add(run, citation);
    }
  }

  private add(run: InlineRun, { keys, start, end, unfinished }: Citation): void {
    const kept: CitedKey[] = [];
    for (const key of keys) {
      const kind = this.crossReference(key.key);
      if (kind === 'not a citation') continue;
      kept.push({
        ...key,
        start: run.offset(key.start),
        end: run.offset(key.end),
        ...(kind === 'cross-reference' && { crossReference: true }),
      });
    }
    if (kept.length)
      this.citations.push({
        keys: kept,
        start: run.offset(start),
        end: run.offset(end - 1) + 1,
        ...(unfinished && { unfinished }),
      });
  }
}
