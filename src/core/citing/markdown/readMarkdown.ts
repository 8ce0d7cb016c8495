import { runToEnd, type Task } from '../../util/cooperative';
import type { Citation, CitedKey, DocumentCitations, MarkdownDialect } from '../citation';
import type { BlockVisitor } from './blocks/blockReader';
import { DocumentReader } from './blocks/documentReader';
import { ForwardSearch } from './blocks/forwardSearch';
import type { Line } from './blocks/lines';
import { cellCaptions, chunkCaptions, chunkText } from './chunkCaptions';
import { CitationGroups } from './inline/citationGroups';
import { type CrossReferenceKey, crossReferencesOf, extensionsOf } from './inline/crossReferences';
import { InlineReader } from './inline/inlineReader';
import { InlineRun } from './inline/inlineRun';
import { tableBars } from './inline/tableBars';
import { KeyPlaces } from './keyPlaces';
import { labelsOf } from './labels';
import { UniformLineEnds } from './lineEnds';
import { declaredIn, type MetadataBlock, metadataBlock, metadataBlocks } from './metadata/metadataBlocks';
import { metadataTexts } from './metadata/metadataTexts';
import { mystLabelsOf } from './myst/mystLabels';
import { keysInRst, mystCitations, rolesAsMarkers } from './myst/readMyst';
import { rawTexKeys } from './rawTexKeys';

/** What a Markdown document says about citing. */
export interface MarkdownDocument extends DocumentCitations {
  readonly language: 'markdown';
  readonly dialect: MarkdownDialect;
  /** Of its text. */
  readonly length: number;
  /** Its metadata, in order: the front matter and what follows it. */
  readonly metadata: readonly MetadataBlock[];
}

/**
 * Every citation that Pandoc's Markdown reader (2.17, default extensions) sees, and nothing else; of a MyST document what MyST sees. Linear,
 * never throws.
 */
export function readMarkdown(document: string, dialect: MarkdownDialect): MarkdownDocument {
  return runToEnd(readMarkdownInSteps(document, dialect));
}

/** The same, a block or a paragraph at a time. */
export function* readMarkdownInSteps(document: string, dialect: MarkdownDialect): Task<MarkdownDocument> {
  if (dialect !== 'myst' && dialect !== 'mystmd') return yield* readAsPandoc(document, dialect);
  const { text, roles } = rolesAsMarkers(document, dialect === 'mystmd');
  const read = yield* readAsPandoc(text, dialect);
  const inRst = dialect === 'myst' ? keysInRst(document) : [];
  let labels: ReadonlySet<string> | undefined;
  return {
    ...read,
    ...(inRst.length && { embeddedKeys: [...(read.embeddedKeys ?? []), ...inRst] }),
    citations: mystCitations(read.citations, roles, dialect === 'mystmd', document),
    get labels() {
      labels ??= mystLabelsOf(document);
      return labels;
    },
  };
}

function* readAsPandoc(document: string, dialect: MarkdownDialect): Task<MarkdownDocument> {
  const uniform = new UniformLineEnds(document);
  const keys = new KeyPlaces(uniform.text);
  const reader = keys.isEmpty ? undefined : new MarkdownReader(uniform, keys, dialect);
  const citations = reader ? yield* reader.read() : [];
  // Code has neither metadata nor raw TeX.
  const isCode = dialect === 'codeCell';
  const embeddedKeys = isCode ? [] : rawTexKeys(uniform);
  let labels: ReadonlySet<string> | undefined;
  const metadata = isCode ? [] : metadataBlocks(document, reader?.metadataBlocks);
  const declared = declaredIn(document, metadata);
  return {
    language: 'markdown',
    dialect,
    length: document.length,
    citations,
    bibliographies: declared.bibliographies,
    definedKeys: declared.definedKeys,
    ...(embeddedKeys.length && { embeddedKeys }),
    // Looked for only where a key is not known otherwise.
    get labels() {
      labels ??= labelsOf(document);
      return labels;
    },
    metadata,
  };
}

class MarkdownReader implements BlockVisitor {
  private readonly document: string;
  private readonly noteReferences: ForwardSearch;
  private readonly blocks: DocumentReader;
  private readonly examples = new Set<string>();
  private readonly notes = new Map<string, readonly Line[]>();
  /** Whether a note cites something: only then it matters which are referred to. */
  private notesCite = false;
  private readonly texts: (readonly Line[])[] = [];
  private readonly citations: Citation[] = [];
  readonly metadataBlocks: MetadataBlock[] = [];
  private readonly crossReference: CrossReferenceKey;

  constructor(
    private readonly uniform: UniformLineEnds,
    private readonly keys: KeyPlaces,
    private readonly dialect: MarkdownDialect,
  ) {
    this.document = uniform.text;
    this.blocks = new DocumentReader(this.document, this);
    this.noteReferences = new ForwardSearch(uniform.text, '[^');
    this.crossReference = crossReferencesOf(dialect);
  }

  *read(): Task<Citation[]> {
    if (this.dialect === 'codeCell') for (const caption of cellCaptions(this.document)) this.text(caption);
    else yield* this.blocks.readInSteps();
    yield* this.readTexts();
    return this.citations.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  text(lines: readonly Line[]): void {
    if (this.mayHold(lines)) this.texts.push(lines);
  }

  mayHold(lines: readonly Line[]): boolean {
    return this.cites(lines) || holdsAny(this.noteReferences, lines);
  }

  note(label: string, lines: readonly Line[]): void {
    // docutils sets all, whether or not the text refers to them.
    if (this.dialect.startsWith('myst')) this.blocks.readApart(lines);
    else {
      this.notes.set(label, lines);
      this.notesCite ||= this.cites(lines);
    }
  }

  example(label: string): void {
    this.examples.add(label);
  }

  metadata(lines: readonly Line[]): void {
    this.metadataBlocks.push(...metadataBlock(lines, at => this.uniform.offset(at)));
    // Sphinx takes no text from them.
    if (this.dialect === 'myst' || !this.cites(lines)) return;
    for (const { kind, lines: value } of metadataTexts(this.document, lines))
      if (kind === 'blocks') this.blocks.readApart(value);
      else this.text(value);
  }

  code(start: number, end: number): void {
    if (this.dialect === 'pandoc' || !this.keys.isIn(start, end)) return;
    for (const caption of chunkCaptions(this.document, start, end)) this.text(caption);
    const text = chunkText(this.document, start, end);
    if (text.length) this.blocks.readApart(text);
  }

  div(line: Line): void {
    if (this.dialect !== 'quarto' || !this.keys.isIn(line.start, line.end)) return;
    const title = calloutTitle(this.document, line);
    if (title) this.text([title]);
  }

  readonly bars = tableBars;

  private cites(lines: readonly Line[]): boolean {
    return holdsAny(this.keys, lines);
  }

  /** Notes are read when something refers to them; what nobody refers to is not in the document. */
  private *readTexts(): Task<void> {
    // Reading a text may add those of the notes it refers to.
    for (const text of this.texts) {
      const hasKeys = this.cites(text);
      if (!hasKeys && !this.notesCite) continue;
      const run = new InlineRun(this.document, text);
      const { root, notes, unfinished } = new InlineReader(run.text, extensionsOf(this.dialect)).read(
        this.notesCite,
      );
      for (const label of notes) {
        const note = this.notes.get(label);
        this.notes.delete(label);
        if (note) this.blocks.readApart(note);
      }
      if (!hasKeys) continue;
      const groups = new CitationGroups(
        run.text,
        at => this.uniform.offset(run.offset(at)),
        label => this.examples.has(label),
        unfinished,
      );
      groups.read(root);
      for (const citation of groups.citations) this.add(citation);
      yield;
    }
  }

  private add(citation: Citation): void {
    const keys: CitedKey[] = [];
    let isPlain = true;
    for (const key of citation.keys) {
      const kind = this.crossReference(key.key);
      if (kind === 'citation') keys.push(key);
      else isPlain = false;
      if (kind === 'cross-reference') keys.push({ ...key, crossReference: true });
    }
    if (isPlain) this.citations.push(citation);
    else if (keys.length) this.citations.push({ ...citation, keys });
  }
}

/** The title of a callout that is given as an attribute, which Quarto reads as Markdown: `{.callout-note title="See [@a]"}`. */
function calloutTitle(document: string, { start, end }: Line): Line | undefined {
  const fence = document.slice(start, end);
  if (!/[\s{]\.callout\b/.test(fence)) return undefined;
  const match = /[\s{]title=(?:"([^"\\]*)"|'([^'\\]*)')/.exec(fence);
  const title = match?.[1] ?? match?.[2];
  if (!match || !title) return undefined;
  const titleEnd = start + match.index + match[0].length - 1;
  return { start: titleEnd - title.length, end: titleEnd };
}

function holdsAny(places: KeyPlaces | ForwardSearch, lines: readonly Line[]): boolean {
  const first = lines[0];
  return first !== undefined && places.isIn(first.start, lines[lines.length - 1]!.end);
}
