import type { TextRange } from '../../model/textRange';
import type { DocumentCitations } from '../citation';
import type { ColumnTable } from '../place/columnTable';
import { type Outline, packed, withoutStretches } from '../place/outline';
import { columnsIn, offsetsOfColumns } from '../place/textColumns';
import type { BlockVisitor, ContainerKind } from './blocks/blockReader';
import { DocumentReader } from './blocks/documentReader';
import { isBlank, type Line } from './blocks/lines';
import type { TableColumns } from './blocks/tables';
import { cellCaptions, chunkCaptions } from './chunkCaptions';
import { BracketPairs } from './inline/bracketPairs';
import { tableBars } from './inline/tableBars';
import { UniformLineEnds } from './lineEnds';
import { metadataShape } from './metadata/metadataShape';
import { withoutDirectiveFences } from './myst/directives';

/** What a Markdown document consists of, as its blocks are read. */
export function markdownOutline(
  text: string,
  parsed: DocumentCitations,
  unsaid: readonly TextRange[],
): Outline {
  const uniform = new UniformLineEnds(text);
  const open = parsed.dialect?.startsWith('myst') ? mystInTheOpen(uniform.text) : uniform.text;
  // Front matter of Hugo and Zola, of which Pandoc knows nothing.
  const readable = open.replace(/^\+\+\+\n(?:[^\n]*\n)*?\+\+\+(?=\n|$)/, toml => toml.replace(/[^\n]/g, ' '));
  // Stretches are blanked out before two characters of a line end become one: their places are those of the text.
  const without = withoutStretches(text, unsaid).replace(/\r\n?/g, '\n');
  const visitor = new OutlineVisitor(uniform.text, readable, without, parsed.dialect !== 'pandoc');
  if (parsed.dialect === 'codeCell') for (const caption of cellCaptions(uniform.text)) visitor.text(caption);
  else new DocumentReader(readable, visitor).read();
  return {
    shape: visitor.shape(),
    texts: visitor.texts.map(({ start, end }): TextRange => [uniform.offset(start), uniform.offset(end)]),
    tables: visitor.tables.map(table => ({
      ...table,
      lines: table.lines.map(([start, end]): TextRange => [uniform.offset(start), uniform.offset(end)]),
    })),
  };
}

/** Targets, and the arguments of directives that name files or say how things are laid out. */
const mystMarks =
  /^([ \t]*)(\([^()\n]+\)=[ \t]*)$|^([ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:figure|image|video|iframe|embed|grid|tab-set|include)\})([^\n]*)$/gm;

/** A document of MyST with directives in the open, each thing at its place. */
function mystInTheOpen(text: string): string {
  const marked = text.replace(
    mystMarks,
    (_line, indent = '', target = '', fence = '', argument = '') =>
      indent + ' '.repeat(target.length) + fence + ' '.repeat(argument.length),
  );
  return withoutDirectiveFences(marked);
}

/** A container whose content is being read. */
interface Frame {
  readonly kind: string;
  readonly inside: readonly Line[];
  /** The container that was read last in it, unless something else was. */
  last?: Frame;
  /** The list that items belong to which follow one another. */
  list?: { readonly event: number; isLoose: boolean };
  /** The text that was read last may be the caption of a table behind it. */
  isCaption?: boolean;
}

/** What begins the caption of a table, before or behind it. */
const caption = /^[ \t]*(?:Table|table)?:[ \t]/;

class OutlineVisitor implements BlockVisitor {
  readonly bars = tableBars;
  readonly texts: Line[] = [];
  readonly tables: ColumnTable[] = [];
  private readonly events: string[] = [];
  private readonly open: Frame[] = [{ kind: '', inside: [] }];
  /** What the blocks take of the document; the rest are the marks between them. */
  private readonly taken: Line[] = [];

  constructor(
    private readonly document: string,
    private readonly readable: string,
    private readonly without: string,
    private readonly hasChunks: boolean,
  ) {}

  mayHold(): boolean {
    return true;
  }

  text(lines: readonly Line[]): void {
    const says = packed(lines.map(({ start, end }) => this.without.slice(start, end)).join('\n'));
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return;
    this.texts.push({ start: first.start, end: last.end });
    this.taken.push(...lines);
    const { here } = this;
    const written = this.document.slice(first.start, last.end);
    const isBehindTable = here.last?.kind === 'table';
    here.isCaption = !isBehindTable && caption.test(written);
    const kind = isImageAlone(written) ? 'figure ' : isBehindTable && caption.test(written) ? 'caption ' : '';
    // A citation alone parts a list, too.
    delete here.last;
    delete here.list;
    if (says || here.kind === 'table') this.events.push(`<${kind}${says}>`);
  }

  enter(kind: ContainerKind, inside: readonly Line[]): void {
    const { here } = this;
    if (kind === 'item' || kind === 'terms') {
      if (
        here.last?.kind === kind &&
        markOf(this.document, here.last.inside) === markOf(this.document, inside)
      ) {
        if (here.list) here.list.isLoose ||= endsBlank(this.document, here.last.inside);
      } else here.list = { event: this.events.length, isLoose: false };
      if (here.list) here.list.isLoose ||= hasBlankWithin(this.document, inside);
      this.events.push(here.list?.event === this.events.length ? `${kind}s(` : `${kind}(`);
    } else
      this.events.push(
        `${kind}${hasBlankWithin(this.document, inside) && kind === 'definition' ? ' loose' : ''}(`,
      );
    if (here.list?.isLoose && kind === 'item') this.events[here.list.event] = 'loose items(';
    this.open.push({ kind, inside });
  }

  leave(): void {
    this.events.push(')');
    const left = this.open.pop()!;
    this.here.last = left;
  }

  columns({ lines, columns, hasBorders, head, rule }: TableColumns): void {
    const rangeOf = ({ start, end }: Line): TextRange => [start, end];
    const ranges = new Map(lines.map(line => [line, rangeOf(line)]));
    const measured = head.map(line => ranges.get(line)!);
    this.tables.push({ lines: [...ranges.values()], columns, hasBorders, measured });
    if (!hasBorders) this.events.push(alignments(this.document, head, rule));
  }

  note(label: string, lines: readonly Line[]): void {
    this.events.push(`note ${label}(`);
    this.open.push({ kind: 'note', inside: lines });
    new DocumentReader(this.readable, this).readApart(lines);
    this.leave();
  }

  example(): void {}

  metadata(lines: readonly Line[]): void {
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return;
    this.taken.push(...lines);
    this.events.push(
      metadataShape(this.document.slice(first.start, last.end), this.without.slice(first.start, last.end)),
    );
  }

  code(start: number, end: number): void {
    if (this.hasChunks) for (const caption of chunkCaptions(this.document, start, end)) this.text(caption);
  }

  /** Blocks with what they say, then the marks around them; rows of a table may have become longer. */
  shape(): string {
    let marks = '';
    let at = 0;
    for (const { start, end } of this.taken.sort((a, b) => a.start - b.start)) {
      if (start > at) marks += this.document.slice(at, start);
      at = Math.max(at, end);
    }
    marks += this.document.slice(at);
    return `${this.events.join('')}\n${packed(marks).replace(/>|([-=])(?=\1)/g, '')}`;
  }

  private get here(): Frame {
    return this.open[this.open.length - 1]!;
  }
}

/** How cells are aligned: at each end of a column whether the shortest line of its head reaches the end of the dashes. */
function alignments(document: string, head: readonly Line[], rule: Line): string {
  const dashes = [...document.slice(rule.start, rule.end).matchAll(/-+/g)];
  const columns = dashes.map(({ index }) => index);
  const edges = head.map(({ start, end }) => [...offsetsOfColumns(document, [start, end], columns), end]);
  return dashes
    .map(({ 0: { length } }, column) => {
      const cells = edges.map(at => document.slice(at[column], at[column + 1]).trimEnd());
      const [shortest] = cells.filter(Boolean).sort((a, b) => a.length - b.length);
      return shortest ? `${/^\s/.test(shortest)}${columnsIn(shortest) < length} ` : '';
    })
    .join('');
}

/** What tells that an item belongs to the list before it: a bullet, or the kind of its number. */
function markOf(document: string, [first]: readonly Line[]): string {
  if (!first) return '';
  const mark = document
    .slice(document.lastIndexOf('\n', first.start - 1) + 1, first.start)
    .trim()
    .split(/\s+/)
    .at(-1)!;
  return /^[-+*]/.test(mark)
    ? '-'
    : mark.replace(/@[\w-]*|#|\d+|[a-z]+|[A-Z]+/, found =>
        /[a-z]/.test(found) ? 'a' : /[A-Z]/.test(found) ? 'A' : found[0] === '@' ? '@' : '1',
      );
}

function endsBlank(document: string, lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  return last !== undefined && lines.length > 1 && isBlank(document, last);
}

/** Whether blank lines stand between others, so that what they part are paragraphs. */
function hasBlankWithin(document: string, lines: readonly Line[]): boolean {
  const isText = (line: Line) => !isBlank(document, line);
  const last = lines.findLastIndex(isText);
  return lines.slice(lines.findIndex(isText), last).some(line => isBlank(document, line));
}

/** An image that is all of a paragraph is a figure (Pandoc's `implicit_figures`). */
function isImageAlone(paragraph: string): boolean {
  const text = paragraph.trim();
  if (!text.startsWith('![')) return false;
  const pairs = new BracketPairs(text);
  const close = pairs.closing(1);
  const target =
    close !== undefined && /[([]/.test(text[close + 1] ?? '') ? pairs.closing(close + 1) : undefined;
  return target !== undefined && /^(?:\{[^{}]*\})?$/.test(text.slice(target + 1));
}
