import { BlankLineSpans } from './blankLineSpans';
import {
  definitionMarkerWidth,
  divFence,
  exampleLabel,
  isLinkDefinition,
  isRule,
  listMarkerWidth,
  noteLabel,
} from './blockStarts';
import { Comments } from './comments';
import { ContainerLines } from './containerLines';
import { blockQuote, definitions, indentedContainer, lineBlock, note } from './containers';
import { Environments } from './environments';
import { afterFencedCode } from './fencedCode';
import { ForwardSearch } from './forwardSearch';
import { HtmlBlocks } from './htmlBlocks';
import { contentStart, indentOf, isBlank, type Line } from './lines';
import { beginsPlainly, continuesPlainly, followsPlainly, headingText } from './plainBlocks';
import { afterIndentedCode, afterLinkDefinition, endOfMetadata, isUnderlined, rawTex } from './simpleBlocks';
import { readTable, type TableColumns } from './tables';

/** Nothing is nested deeper on purpose; below this, text is read as a paragraph. */
const maxDepth = 60;

export type ContainerKind = 'item' | 'quote' | 'terms' | 'definition' | 'table';

/** Receives what a document consists of, in order. */
export interface BlockVisitor {
  /** Lines that are read as running text together: a paragraph, a heading, a cell of a table. */
  text(lines: readonly Line[]): void;
  /** Lines of a note's definition, which are read where the note is referred to. */
  note(label: string, lines: readonly Line[]): void;
  example(label: string): void;
  metadata(lines: readonly Line[]): void;
  /** An environment of TeX that is a block of its own. */
  tex?(start: number, end: number): void;
  /** Fenced code, its fences included. */
  code(start: number, end: number): void;
  /** The line that opens a div. */
  div?(line: Line): void;
  /** What comes up to `leave` is in a container. `terms` are those of definitions, with these. */
  enter?(kind: ContainerKind, inside: readonly Line[]): void;
  leave?(): void;
  /** The table that was entered is told by its columns. */
  columns?(table: TableColumns): void;
  /** Where the bars stand that part the cells of a pipe table's row; without it, a row is one cell. */
  bars?(row: string): readonly number[];
  /** Whether any of that may be in some lines and of interest; others are not read. */
  mayHold(lines: readonly Line[]): boolean;
}

/** Reads the block structure of Pandoc's Markdown as far as it decides what is running text. */
export class BlockReader {
  private divLevel = 0;
  /** There, an item of a list ends the paragraph before it. */
  private isInListItem = false;
  private readonly divs: ForwardSearch;
  private readonly tags: ForwardSearch;
  private readonly elements: HtmlBlocks;
  private readonly environments: Environments;
  /** What goes on over blank lines. */
  readonly spans: BlankLineSpans;

  constructor(
    private readonly document: string,
    private readonly visitor: BlockVisitor,
  ) {
    this.divs = new ForwardSearch(document, ':::');
    this.tags = new ForwardSearch(document, '<');
    const comments = new Comments(document);
    this.elements = new HtmlBlocks(document, comments);
    this.environments = new Environments(document);
    this.spans = new BlankLineSpans(comments, this.environments);
  }

  /** Reads lines that are apart from what is around them: those of a note, or in the metadata. */
  readApart(inside: readonly Line[]): void {
    const { divLevel, isInListItem } = this;
    const { open } = this.elements;
    this.divLevel = 0;
    this.isInListItem = false;
    this.elements.open = [];
    this.read(inside);
    this.divLevel = divLevel;
    this.isInListItem = isInListItem;
    this.elements.open = open;
  }

  /** Reads the blocks in a container. */
  read(inside: readonly Line[], depth = 0): void {
    if (depth > maxDepth) {
      this.visitor.text(inside);
      return;
    }
    const lines = ContainerLines.of(this.document, inside);
    for (let at = 0; lines.at(at); ) at = this.block(lines, at, depth);
  }

  /** Reads a container, unless nothing in it cites, or opens or closes what goes on behind it. */
  private readInside(inside: readonly Line[], depth: number): void {
    const start = inside[0]?.start;
    if (start === undefined) return;
    const end = inside[inside.length - 1]!.end;
    if (this.visitor.mayHold(inside) || this.mayTurn(start, end)) this.read(inside, depth + 1);
  }

  /** Whether a stretch of the document may hold the fence of a div or a tag. */
  private mayTurn(start: number, end: number): boolean {
    return this.divs.isIn(start, end) || this.tags.isIn(start, end);
  }

  /** Reads the block that begins at a line and gives the line after it. */
  block(lines: ContainerLines, at: number, depth = 0): number {
    const line = lines.at(at)!;
    if (isBlank(this.document, line)) return at + 1;
    if (this.isPlainParagraph(lines, at)) return this.paragraph(lines, at);
    if (indentOf(this.document, line) >= 4) return afterIndentedCode(this.document, lines, at);
    const marked = this.markedBlock(lines, at, depth);
    if (marked !== undefined) return marked;
    if (isUnderlined(this.document, lines, at)) {
      this.visitor.text([headingText(this.document, line)]);
      return at + 2;
    }
    return (
      this.elements.read(lines, at) ??
      readTable(this.document, lines, at, {
        begin: () => this.visitor.enter?.('table', []),
        text: cell => this.visitor.text(cell),
        blocks: cell => this.readInside(cell, depth),
        end: () => this.visitor.leave?.(),
        columns: table => this.visitor.columns?.(table),
        bars: row => this.visitor.bars?.(row) ?? [],
      }) ??
      this.prefixedBlock(lines, at, depth) ??
      this.definitionList(lines, at, depth) ??
      this.bracketedLabel(lines, at) ??
      this.paragraph(lines, at)
    );
  }

  /** What the first characters of its first line tell: code, metadata, a list item, the fence of a div, a heading. */
  private markedBlock(lines: ContainerLines, at: number, depth: number): number | undefined {
    const line = lines.at(at)!;
    const text = this.textOf(line);
    switch (this.document[contentStart(this.document, line)]) {
      case '`':
      case '~':
        return this.fencedCode(lines, at);
      case ':': {
        const div = divFence(text);
        if (!div || (div === 'close' && this.divLevel === 0)) return undefined;
        this.divLevel += div === 'open' ? 1 : -1;
        if (div === 'open') this.visitor.div?.(line);
        return at + 1;
      }
      case '-': {
        const end = /^---[ \t]*$/.test(text) ? endOfMetadata(this.document, lines, at) : undefined;
        if (end === undefined) return this.listItem(lines, at, text, depth);
        this.visitor.metadata(lines.slice(at + 1, end));
        return end + 1;
      }
      case '#':
        if (!/^#{1,6}(?:[ \t]|$)/.test(text)) return this.listItem(lines, at, text, depth);
        this.visitor.text([headingText(this.document, line)]);
        return at + 1;
      default:
        return this.listItem(lines, at, text, depth);
    }
  }

  private fencedCode(lines: ContainerLines, at: number): number | undefined {
    const end = afterFencedCode(this.document, lines, at);
    if (end !== undefined) this.visitor.code(lines.at(at)!.start, lines.at(end - 1)!.end);
    return end;
  }

  /** TeX, lines that are kept, quotes and rules. */
  private prefixedBlock(lines: ContainerLines, at: number, depth: number): number | undefined {
    const line = lines.at(at)!;
    switch (this.document[contentStart(this.document, line)]) {
      case '\\':
        return rawTex(this.document, this.environments, lines, at, this.visitor);
      case '|': {
        if (!/^\|(?: |$)/.test(this.textOf(line))) return undefined;
        const { texts, end } = lineBlock(this.document, lines, at);
        for (const text of texts) this.visitor.text(text);
        return end;
      }
      case '>': {
        const { inside, end } = blockQuote(this.document, lines, at);
        this.visitor.enter?.('quote', inside);
        this.readInside(inside, depth);
        this.visitor.leave?.();
        return end;
      }
      case '*':
      case '-':
      case '_':
        return isRule(this.textOf(line)) ? at + 1 : undefined;
      default:
        return undefined;
    }
  }

  /** The definition of a note or a link. */
  private bracketedLabel(lines: ContainerLines, at: number): number | undefined {
    const line = lines.at(at)!;
    if (this.document[contentStart(this.document, line)] !== '[') return undefined;
    const text = this.textOf(line);
    const label = noteLabel(text);
    if (!label) return isLinkDefinition(text) ? afterLinkDefinition(this.document, lines, at) : undefined;
    const { inside, end } = note(this.document, lines, at, label.width);
    this.visitor.note(label.label, inside);
    return end;
  }

  private isPlainParagraph(lines: ContainerLines, at: number): boolean {
    const { start, end } = lines.at(at)!;
    if (!beginsPlainly(this.document, start, end)) return false;
    const next = lines.at(at + 1);
    const follower = next && isBlank(this.document, next) ? lines.at(at + 2) : next;
    return !follower || followsPlainly(this.document, follower);
  }

  private textOf({ start, end }: Line): string {
    return this.document.slice(start, end);
  }

  private listItem(lines: ContainerLines, at: number, text: string, depth: number): number | undefined {
    const width = listMarkerWidth(text);
    if (width === 0) return undefined;
    const { start, end: lineEnd } = lines.at(at)!;
    const label = exampleLabel(text);
    if (label) this.visitor.example(label);
    const first = { start: Math.min(start + width, lineEnd), end: lineEnd };
    const ends = (next: Line, afterBlank: boolean, index: number): boolean => {
      if (afterBlank) return true;
      if (continuesPlainly(this.document, next) && beginsPlainly(this.document, next.start, next.end))
        return false;
      const nextText = this.textOf(next);
      return (
        listMarkerWidth(nextText) > 0 ||
        (this.divLevel > 0 && divFence(nextText) === 'close') ||
        afterFencedCode(this.document, lines, index) !== undefined
      );
    };
    const { inside, end } = indentedContainer(this.document, lines, at + 1, first, width, ends);
    const { isInListItem } = this;
    this.isInListItem = true;
    this.visitor.enter?.('item', inside);
    this.readInside(inside, depth);
    this.visitor.leave?.();
    this.isInListItem = isInListItem;
    return end;
  }

  /** A term, perhaps a blank line, and definitions; `undefined` where the next lines define nothing. */
  private definitionList(lines: ContainerLines, at: number, depth: number): number | undefined {
    let first = lines.at(at + 1);
    const isApart = first !== undefined && isBlank(this.document, first);
    if (isApart) first = lines.at(at + 2);
    const mark = first && this.document[contentStart(this.document, first)];
    if ((mark !== ':' && mark !== '~') || !definitionMarkerWidth(this.textOf(first!))) return undefined;
    this.visitor.enter?.('terms', []);
    this.visitor.text([lines.at(at)!]);
    const found = definitions(this.document, lines, isApart ? at + 2 : at + 1);
    for (const { inside } of found) {
      this.visitor.enter?.('definition', inside);
      this.readInside(inside, depth);
      this.visitor.leave?.();
    }
    this.visitor.leave?.();
    return found.at(-1)!.end;
  }

  private paragraph(lines: ContainerLines, at: number): number {
    let end = this.spans.lastLine(lines, at) + 1;
    for (let line = lines.at(end); line; line = lines.at(++end)) {
      if (isBlank(this.document, line)) break;
      if (this.isInListItem && listMarkerWidth(this.textOf(line)) > 0) break;
      if (!continuesPlainly(this.document, line)) {
        const text = this.textOf(line);
        if (/^ {0,3}`/.test(text) && afterFencedCode(this.document, lines, end) !== undefined) break;
        if (this.divLevel > 0 && divFence(text) === 'close') break;
        if (/^ {0,3}<\//.test(text) && this.elements.closesElement(line)) break;
        if (/^ {0,3}<[a-z]/i.test(text) && this.elements.beginsVerbatim(line)) break;
      }
      end = this.spans.lastLine(lines, end);
    }
    this.visitor.text(lines.slice(at, end));
    return end;
  }
}
