import type { Comments } from './comments';
import type { ContainerLines } from './containerLines';
import { blockTags, endOfElement, type HtmlTag, readHtmlTag, verbatimTags } from './html';
import { contentStart, indentOf, type Line, outdented } from './lines';

/** Nobody nests elements deeper on purpose. */
const maxDepth = 60;

/** The tags that stand as blocks of their own; what is between them is Markdown. */
export class HtmlBlocks {
  /** Elements whose content is being read, outermost first. */
  open: string[] = [];
  /** Verbatim elements that nothing closes from an offset on. */
  private readonly unclosed = new Map<string, number>();

  constructor(
    private readonly document: string,
    private readonly comments: Comments,
  ) {}

  /** Reads a comment, a verbatim element or a block tag, of which only the tag itself is not text, and gives the line after it. */
  read(lines: ContainerLines, at: number): number | undefined {
    const line = lines.at(at)!;
    const start = contentStart(this.document, line);
    if (this.document[start] !== '<') return undefined;
    if (this.document.startsWith('<!--', start) && this.comments.close(start + 4) < 0) return undefined;
    const tag = readHtmlTag(this.document, start);
    if (!tag || !(tag.name.startsWith('!') || blockTags.has(tag.name))) return undefined;
    const end = (!tag.isClosing && this.endOfVerbatim(tag)) || tag.end;
    const next = lines.after(at, end);
    this.pass(tag, end, lines, next);
    return next;
  }

  private endOfVerbatim({ name, end: from }: HtmlTag): number | undefined {
    if (!verbatimTags.has(name) || from >= (this.unclosed.get(name) ?? Number.POSITIVE_INFINITY))
      return undefined;
    const end = endOfElement(this.document, name, from);
    if (end === undefined) this.unclosed.set(name, from);
    return end;
  }

  /** Follows a tag; the lines behind it, from `next` on, may lose their indentation. */
  private pass(tag: HtmlTag, end: number, lines: ContainerLines, next: number): void {
    if (tag.isClosing) {
      const opened = this.open.lastIndexOf(tag.name);
      if (opened >= 0) this.open.length = opened;
    } else if (!tag.isSelfClosing && !verbatimTags.has(tag.name) && this.open.length < maxDepth) {
      this.open.push(tag.name);
      if (tag.name !== 'div' && lines.at(next)?.start !== end) this.outdent(lines, next, tag.name);
    }
  }

  /** Whether a line begins with the end of the innermost element. */
  closesElement(line: Line): boolean {
    const tag = readHtmlTag(this.document, contentStart(this.document, line));
    return tag?.isClosing === true && tag.name === this.open.at(-1);
  }

  /** Whether a line begins with a verbatim element, which ends a paragraph. */
  beginsVerbatim(line: Line): boolean {
    const tag = readHtmlTag(this.document, contentStart(this.document, line));
    return tag !== undefined && !tag.isClosing && this.endOfVerbatim(tag) !== undefined;
  }

  /** What is in an element, other than a `div`, may be indented as a whole, by as much as its first line is. */
  private outdent(lines: ContainerLines, at: number, name: string): void {
    const first = lines.at(at);
    const indent = first ? indentOf(this.document, first) : 0;
    if (indent === 0) return;
    const tags = new RegExp(`<(/?)${name}\\b`, 'gi');
    let depth = 1;
    for (let index = at; depth > 0; index++) {
      const line = lines.at(index);
      if (!line) break;
      for (const [, slash] of this.document.slice(line.start, line.end).matchAll(tags))
        depth += slash ? -1 : 1;
      lines.replace(index, outdented(this.document, line, indent));
    }
  }
}
