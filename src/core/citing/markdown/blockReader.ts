import {
  closesFence,
  definitionMarkerWidth,
  divFence,
  exampleLabel,
  fenceStart,
  isLinkDefinition,
  isRule,
  listMarkerWidth,
  noteLabel,
} from './blockStarts';
import { Environments } from './environments';
import { blockTags, endOfElement, readHtmlTag, verbatimTags } from './html';
import { contentStart, indentOf, isBlank, type Line, outdented } from './lines';
import { readTable } from './tables';

/** Nothing is nested deeper on purpose; below this, text is read as a paragraph. */
const deepest = 60;

/** `=`, `-`, `+`, `:`, `~`: a line that begins so may say what the line before it is. */
const underlines = [61, 45, 43, 58, 126];
/** Lists are not numbered by longer words (`mmmcmxcix`); it bounds how far is looked. */
const longestWord = 40;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 191;

/** Receives what a document consists of, in order. */
export interface BlockVisitor {
  /** Lines that are read as running text together: a paragraph, a heading, a cell of a table. */
  text(lines: readonly Line[]): void;
  /** Lines of a note's definition, which are read where the note is referred to. */
  note(label: string, lines: readonly Line[]): void;
  example(label: string): void;
  metadata(lines: readonly Line[]): void;
}

/** Reads the block structure of Pandoc's Markdown as far as it decides what is running text. */
export class BlockReader {
  private divLevel = 0;
  /** HTML elements whose content is being read, outermost first. */
  private readonly elements: string[] = [];
  /** The first comment from an offset on. */
  private comment = { from: 0, at: -1 };
  /** Where a comment was looked for that nothing closes. */
  private unclosedComment = Number.POSITIVE_INFINITY;
  private readonly environments: Environments;

  constructor(
    private readonly document: string,
    private readonly visitor: BlockVisitor,
  ) {
    this.environments = new Environments(document);
  }

  /** Reads blocks from the lines of one container. */
  read(lines: readonly Line[], depth = 0): void {
    if (depth > deepest) {
      this.visitor.text(lines);
      return;
    }
    const reading = [...lines];
    let at = 0;
    while (at < reading.length) at = this.block(reading, at, depth);
  }

  /** Reads the block that begins at a line and gives the line after it. `lines` may lose the beginning of one that is half read. */
  private block(lines: Line[], at: number, depth: number): number {
    const line = lines[at]!;
    if (isBlank(this.document, line)) return at + 1;
    if (this.isPlainParagraph(lines, at)) return this.paragraph(lines, at);
    const text = this.textOf(line);
    const indent = indentOf(this.document, line);
    if (indent >= 4) return this.indentedCode(lines, at);

    const fenceEnd = this.fencedCode(lines, at, text);
    if (fenceEnd !== undefined) return fenceEnd;
    if (/^---[ \t]*$/.test(text)) {
      const end = this.metadata(lines, at);
      if (end !== undefined) return end;
    }
    const width = listMarkerWidth(text);
    if (width) return this.listItem(lines, at, width, depth);
    const div = divFence(text);
    if (div && (div === 'open' || this.divLevel > 0)) {
      this.divLevel += div === 'open' ? 1 : -1;
      return at + 1;
    }
    if (/^#{1,6}(?:[ \t]|$)/.test(text)) {
      this.visitor.text([line]);
      return at + 1;
    }
    const next = lines[at + 1];
    if (next && /^(?:=+|-+)[ \t]*$/.test(this.textOf(next)) && !/^[|+>]/.test(text)) {
      this.visitor.text([line]);
      return at + 2;
    }
    if (/^ {0,3}</.test(text)) {
      const end = this.html(lines, at);
      if (end !== undefined) return end;
    }
    const tableEnd = readTable(this.document, lines, at, {
      text: cell => this.visitor.text(cell),
      blocks: cell => this.read(cell, depth + 1),
    });
    if (tableEnd !== undefined) return tableEnd;
    if (text.trimStart().startsWith('\\')) {
      const end = this.rawTex(lines, at);
      if (end !== undefined) return end;
    }
    if (/^\|(?: |$)/.test(text)) return this.lineBlock(lines, at);
    if (/^ {0,3}>/.test(text)) return this.blockQuote(lines, at, depth);
    if (isRule(text)) return at + 1;
    const definition = this.definitionList(lines, at, depth);
    if (definition !== undefined) return definition;
    const note = noteLabel(text);
    if (note) return this.note(lines, at, note.label, note.width);
    if (isLinkDefinition(text)) return this.linkDefinition(lines, at);
    return this.paragraph(lines, at);
  }

  /**
   * Told by a few characters, what most of a document is: a line that begins with a word which numbers no list item, and is followed by
   * no line that makes it a heading, a table or a term.
   */
  private isPlainParagraph(lines: readonly Line[], at: number): boolean {
    const { start, end } = lines[at]!;
    let word = start;
    while (word < end && isLetter(this.document.charCodeAt(word))) word++;
    if (word === start || word - start > longestWord) return false;
    const after = this.document.charCodeAt(word);
    if (word < end && (after === 41 || after === 46)) return false;
    const next = lines[at + 1];
    if (!next) return true;
    const follower = isBlank(this.document, next) ? lines[at + 2] : next;
    if (!follower || follower.start === follower.end) return true;
    const first = this.document.charCodeAt(contentStart(this.document, follower));
    return !underlines.includes(first) && first !== 124;
  }

  private textOf({ start, end }: Line): string {
    return this.document.slice(start, end);
  }

  private indentedCode(lines: readonly Line[], at: number): number {
    let end = at;
    while (end < lines.length) {
      const line = lines[end]!;
      if (!isBlank(this.document, line) && indentOf(this.document, line) < 4) break;
      end++;
    }
    return end;
  }

  private fencedCode(lines: readonly Line[], at: number, text: string): number | undefined {
    const fence = fenceStart(text);
    if (!fence) return undefined;
    for (let end = at + 1; end < lines.length; end++)
      if (closesFence(this.textOf(lines[end]!), fence)) return end + 1;
    return undefined;
  }

  private metadata(lines: readonly Line[], at: number): number | undefined {
    const first = lines[at + 1];
    if (!first || isBlank(this.document, first)) return undefined;
    for (let end = at + 1; end < lines.length; end++)
      if (/^(?:---|\.\.\.)[ \t]*$/.test(this.textOf(lines[end]!))) {
        this.visitor.metadata(lines.slice(at + 1, end));
        return end + 1;
      }
    return undefined;
  }

  private listItem(lines: readonly Line[], at: number, width: number, depth: number): number {
    const line = lines[at]!;
    const label = exampleLabel(this.textOf(line));
    if (label) this.visitor.example(label);
    const item: Line[] = [{ start: Math.min(line.start + width, line.end), end: line.end }];
    let end = at + 1;
    let afterBlank = false;
    while (end < lines.length) {
      const next = lines[end]!;
      if (isBlank(this.document, next)) {
        afterBlank = true;
        item.push(next);
        end++;
        continue;
      }
      const isInside = indentOf(this.document, next) >= width;
      if (!isInside) {
        const text = this.textOf(next);
        if (afterBlank || listMarkerWidth(text) || (this.divLevel > 0 && divFence(text) === 'close')) break;
        if (this.fencedCode(lines, end, text) !== undefined) break;
      }
      item.push(isInside ? outdented(this.document, next, width) : next);
      afterBlank = false;
      end++;
    }
    this.read(item, depth + 1);
    return end;
  }

  private blockQuote(lines: readonly Line[], at: number, depth: number): number {
    const quoted: Line[] = [];
    let end = at;
    for (; end < lines.length; end++) {
      const line = lines[end]!;
      const marker = /^ {0,3}>(?: ?\t| )?/.exec(this.textOf(line))?.[0].length;
      if (marker) quoted.push({ start: line.start + marker, end: line.end });
      else if (isBlank(this.document, line)) break;
      // A lazy line: the paragraph goes on without its mark.
      else quoted.push(line);
    }
    this.read(quoted, depth + 1);
    return end;
  }

  private lineBlock(lines: readonly Line[], at: number): number {
    let end = at;
    let current: Line[] = [];
    for (; end < lines.length; end++) {
      const line = lines[end]!;
      const isNew = /^\|(?: |$)/.test(this.textOf(line));
      const isContinuation = !isNew && /^[ \t]/.test(this.textOf(line)) && !isBlank(this.document, line);
      if (!isNew && !isContinuation) break;
      if (isNew) {
        this.visitor.text(current);
        current = [];
      }
      current.push({ start: isNew ? Math.min(line.start + 2, line.end) : line.start, end: line.end });
    }
    this.visitor.text(current);
    return end;
  }

  /** A term, perhaps a blank line, and definitions; `undefined` where the next lines define nothing. */
  private definitionList(lines: readonly Line[], at: number, depth: number): number | undefined {
    let end = at + 1;
    if (lines[end] && isBlank(this.document, lines[end]!)) end++;
    if (!lines[end] || !definitionMarkerWidth(this.textOf(lines[end]!))) return undefined;
    this.visitor.text([lines[at]!]);
    while (end < lines.length) {
      const line = lines[end]!;
      const width = definitionMarkerWidth(this.textOf(line));
      if (!width) break;
      const definition: Line[] = [{ start: line.start + width, end: line.end }];
      end++;
      let afterBlank = false;
      for (; end < lines.length; end++) {
        const next = lines[end]!;
        if (isBlank(this.document, next)) {
          afterBlank = true;
          definition.push(next);
          continue;
        }
        const isInside = indentOf(this.document, next) >= 4;
        if (definitionMarkerWidth(this.textOf(next)) && !isInside) break;
        if (!isInside && afterBlank) break;
        definition.push(isInside ? outdented(this.document, next, 4) : next);
        afterBlank = false;
      }
      this.read(definition, depth + 1);
    }
    return end;
  }

  private note(lines: readonly Line[], at: number, label: string, width: number): number {
    const line = lines[at]!;
    const first = { start: line.start + width, end: line.end };
    const note: Line[] = [{ start: contentStart(this.document, first), end: line.end }];
    let end = at + 1;
    let afterBlank = false;
    for (; end < lines.length; end++) {
      const next = lines[end]!;
      if (isBlank(this.document, next)) {
        afterBlank = true;
        note.push(next);
        continue;
      }
      const isInside = indentOf(this.document, next) >= 4;
      if (!isInside && (afterBlank || noteLabel(this.textOf(next)))) break;
      note.push(outdented(this.document, next, 4));
      afterBlank = false;
    }
    this.visitor.note(label, note);
    return end;
  }

  /** The definition may have its title on the next line. */
  private linkDefinition(lines: readonly Line[], at: number): number {
    const next = lines[at + 1];
    return next && /^[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*$/.test(this.textOf(next)) ? at + 2 : at + 1;
  }

  /** A comment, a verbatim element or a block tag, of which only the tag itself is not text. */
  private html(lines: Line[], at: number): number | undefined {
    const line = lines[at]!;
    const open = contentStart(this.document, line);
    const tag = readHtmlTag(this.document, open);
    if (!tag || !(tag.name.startsWith('!') || blockTags.has(tag.name))) return undefined;
    const isVerbatim = verbatimTags.has(tag.name) && !tag.isClosing;
    const end = (isVerbatim && endOfElement(this.document, tag.name, tag.end)) || tag.end;
    const next = this.after(lines, at, end);
    if (tag.isClosing) {
      const opened = this.elements.lastIndexOf(tag.name);
      if (opened >= 0) this.elements.length = opened;
    } else if (!tag.isSelfClosing && !isVerbatim && this.elements.length < deepest) {
      this.elements.push(tag.name);
      if (tag.name !== 'div' && lines[next]?.start !== end) this.outdentElement(lines, next, tag.name);
    }
    return next;
  }

  /** What is in an element, other than a `div`, may be indented as a whole, by as much as its first line is. */
  private outdentElement(lines: Line[], at: number, name: string): void {
    const first = lines[at];
    const indent = first ? indentOf(this.document, first) : 0;
    if (indent === 0) return;
    const tags = new RegExp(`<(/?)${name}\\b`, 'gi');
    let depth = 1;
    for (let index = at; index < lines.length && depth > 0; index++) {
      const line = lines[index]!;
      for (const [, slash] of this.textOf(line).matchAll(tags)) depth += slash ? -1 : 1;
      lines[index] = outdented(this.document, line, indent);
    }
  }

  private rawTex(lines: Line[], at: number): number | undefined {
    const line = lines[at]!;
    const end = this.environments.endOf(contentStart(this.document, line), lines.at(-1)!.end);
    return end === undefined ? undefined : this.after(lines, at, end);
  }

  /** Goes on at an offset that may be in the middle of a line: what is left of that line is a block of its own. */
  private after(lines: Line[], at: number, offset: number): number {
    let line = at;
    while (line < lines.length && lines[line]!.end < offset) line++;
    const rest = lines[line];
    if (!rest) return line;
    if (rest.start < offset)
      lines[line] = { start: contentStart(this.document, { start: offset, end: rest.end }), end: rest.end };
    return isBlank(this.document, lines[line]!) ? line + 1 : line;
  }

  /** A comment that begins in the line; where the next one is, is looked for once. */
  private opensComment({ start, end }: Line): boolean {
    if (start < this.comment.from || start > this.comment.at) {
      const found = this.document.indexOf('<!--', start);
      this.comment = { from: start, at: found < 0 ? this.document.length : found };
    }
    return this.comment.at < end;
  }

  private paragraph(lines: readonly Line[], at: number): number {
    let end = this.afterComment(lines, at) + 1;
    for (; end < lines.length; end++) {
      const line = lines[end]!;
      if (isBlank(this.document, line)) break;
      if (!isLetter(this.document.charCodeAt(contentStart(this.document, line)))) {
        const text = this.textOf(line);
        if (/^ {0,3}`/.test(text) && this.fencedCode(lines, end, text) !== undefined) break;
        if (this.divLevel > 0 && divFence(text) === 'close') break;
        if (/^ {0,3}<\//.test(text)) {
          const tag = readHtmlTag(this.document, contentStart(this.document, line));
          if (tag && tag.name === this.elements.at(-1)) break;
        }
      }
      end = this.afterComment(lines, end);
    }
    this.visitor.text(lines.slice(at, end));
    return end;
  }

  /** The line in which a comment ends that begins in this one: the paragraph goes on behind it, over blank lines too. */
  private afterComment(lines: readonly Line[], at: number): number {
    if (!this.opensComment(lines[at]!)) return at;
    const text = this.textOf(lines[at]!);
    const comment = text.lastIndexOf('<!--');
    if (text.includes('-->', comment)) return at;
    const from = lines[at]!.end;
    const close = from < this.unclosedComment ? this.document.indexOf('-->', from) : -1;
    if (close < 0) this.unclosedComment = Math.min(this.unclosedComment, from);
    let end = at;
    if (close >= 0) while (end + 1 < lines.length && lines[end]!.end < close) end++;
    return end;
  }
}
