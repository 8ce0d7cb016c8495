import type { TextRange } from '../../../model/textRange';

/** Directives whose content is no Markdown. */
const literal =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|parsed-literal|math|mermaid|raw|eval-rst|graphviz|plot|bibliography|toctree|include|csv-table|embed|iframe|video|myst|productionlist|doctest|testcode|prompt|highlight|index|glossary-code)$/;

const open = /^((?:[ \t]*>)*[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?)(`{3,}|~{3,}|:{3,})[ \t]*\{([^}\n]+)\}/;
const plainFence = /^(?:[ \t]*>)*[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})/;
/** A comment, and what parts cells in a notebook that is written as text. */
const comment = /^ {0,3}(?:%|\+\+\+(?:\s|$))/;
/** What begins a block of raw HTML, up to a blank line (CommonMark, “HTML blocks”, 6). */
const htmlBlock =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s>]|\/>|$)/i;
const option = /^[ \t]*:[A-Za-z][\w-]*:/;

/**
 * The text as Pandoc's Markdown has it: the fences of directives whose content is Markdown (`{note}`, `{figure}`, …) and their options
 * blanked out, so that what they hold reads as the Markdown that it is; those of code as plain fences; and without its comments, which
 * are lines that begin with `%`. Everything stays at its place.
 */
export function withoutDirectiveFences(text: string): string {
  if (!/(?:`{3}|~{3}|:{3})[ \t]*\{|^ {0,3}[%+<]/m.test(text)) return text;
  const lines = new DirectiveLines();
  return text
    .split('\n')
    .map(line => lines.next(line))
    .join('\n');
}

const rule = /^---(?=[ \t]*\r?$)/gm;

/**
 * The text with its lines of dashes as stars: to MyST these are lines, and no metadata stand below one, as they do to Pandoc. Those of its
 * front matter stay.
 */
export function withStarsForDashes(text: string): string {
  rule.lastIndex = 0;
  if (!rule.test(text)) return text;
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;
  closing.lastIndex = opening?.[0].length ?? 0;
  const bodyStart = opening ? closing.exec(text) && closing.lastIndex : 0;
  if (bodyStart === null) return text;
  return text.slice(0, bodyStart) + text.slice(bodyStart).replace(rule, '***');
}

/** Where the content of the directives of one name stands that is read as it is, as `eval-rst` is. */
export function literalContent(text: string, name: string): TextRange[] {
  const found: TextRange[] = [];
  const lines = new DirectiveLines();
  let at = 0;
  let start: number | undefined;
  for (const line of text.split('\n')) {
    lines.next(line);
    const isInside = lines.literal === name;
    if (isInside) start ??= at + line.length + 1;
    else if (start !== undefined) {
      if (start < at) found.push([start, at]);
      start = undefined;
    }
    at += line.length + 1;
  }
  if (start !== undefined && start < text.length) found.push([start, text.length]);
  return found;
}

class DirectiveLines {
  /** The directive whose content is being read as it stands. */
  literal: string | undefined;
  /** Fences that close directives with Markdown in them, the innermost last. */
  private readonly closers: string[] = [];
  /** The fence that closes the code being read. */
  private code: string | undefined;
  private inOptions = false;
  private inHtml = false;

  next(line: string): string {
    const trimmed = line.trim();
    if (this.code !== undefined) {
      if (!isCloser(trimmed, this.code)) return line;
      this.code = undefined;
      this.literal = undefined;
      return line.replaceAll(':', '`');
    }
    this.inHtml = trimmed !== '' && (this.inHtml || htmlBlock.test(line));
    if (this.inHtml || comment.test(line)) return blank(line);
    const opened = open.exec(line);
    if (opened && mayOpen(line, opened)) return this.open(line, opened);
    const innermost = this.closers.at(-1);
    if (innermost !== undefined && isCloser(trimmed, innermost)) {
      this.closers.pop();
      this.inOptions = false;
      return blank(line);
    }
    if (this.inOptions && option.test(line)) return blank(line);
    this.inOptions = false;
    const fence = plainFence.exec(line);
    if (fence && mayOpen(line, fence)) this.code = fence[1];
    return line;
  }

  private open(line: string, [whole, lead = '', fence = '', name = '']: RegExpExecArray): string {
    if (literal.test(name.trim())) {
      this.code = fence;
      this.literal = name.trim();
      return lead + fence.replaceAll(':', '`') + blank(line.slice(lead.length + fence.length));
    }
    this.closers.push(fence);
    this.inOptions = true;
    const argument = line.slice(whole.length);
    const fenced = whole.slice(lead.length);
    // An argument is a title or a caption. Blanks in front of it would make code of it.
    return lead + (argument.trim() ? 'x'.repeat(fenced.length) : blank(fenced)) + argument;
  }
}

/** Behind a fence of backticks there is none in its line: else it is code within the line (CommonMark, “Fenced code blocks”). */
function mayOpen(line: string, [whole, ...groups]: RegExpExecArray): boolean {
  return !groups.some(group => group?.startsWith('```')) || !line.slice(whole.length).includes('`');
}

function isCloser(line: string, fence: string): boolean {
  return line.length >= fence.length && line === fence[0]!.repeat(line.length);
}

function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ');
}
