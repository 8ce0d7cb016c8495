import type { TextRange } from '../../model/textRange';
import type { ColumnTable } from '../place/columnTable';
import { type Outline, packed, withoutStretches } from '../place/outline';
import { offsetsOfColumns } from '../place/textColumns';
import { literalLines } from './literalLines';

/** What stands above and below titles, and between paragraphs. */
const adornment = /^\s*([!-/:-@[-`{-~])\1+\s*$/;
const gridBorder = /^\s*\+(?:[-=]+\+)+\s*$/;
const simpleRule = /^\s*=+(?:\s+=+)+\s*$/;
const marker = String.raw`(?:[-*+•]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9}|#)[.)])`;
const markers = new RegExp(String.raw`^\s*((?:${marker}\s+)+)`);
const item = new RegExp(String.raw`^\s*(?:${marker}|\||:[^:\`\s][^:\`]*:)(?=\s|$)`);
const fieldName = /^\s*:[^:`\s][^:`]*:(?=\s|$)/;
const explicitMarkup = /^\s*\.\.(?:\s|$)/;
/** Explicit markup whose first line is text: notes, and directives whose argument is a title. */
const titled =
  /^\s*\.\.\s+(?:\[[^\]]+\]|\|[^|]+\|\s+replace::|(?:note|warning|tip|hint|important|attention|caution|danger|error|seealso|admonition|topic|sidebar|rubric|centered|table|list-table|csv-table|epigraph|highlights|pull-quote|versionadded|versionchanged|deprecated|todo)::)(?=\s)/;

/** What a reStructuredText document consists of: its lines, as far as they belong together. */
export function rstOutline(text: string, _parsed: unknown, unsaid: readonly TextRange[]): Outline {
  const lines = new OutlineLines(text, withoutStretches(text, unsaid));
  return { shape: lines.shape(), texts: lines.texts(), tables: lines.tables };
}

class OutlineLines {
  readonly tables: ColumnTable[] = [];
  private readonly ranges: TextRange[] = [];
  private readonly raw: string[];
  private readonly literal: boolean[];
  /** By line, what it is beside running text. */
  private readonly kinds: string[] = [];
  private readonly tableOf: (ColumnTable | undefined)[] = [];
  /** By the lines of a simple table, the columns between its cells. */
  private readonly margins = new Map<readonly TextRange[], readonly TextRange[]>();

  constructor(
    private readonly text: string,
    private readonly said: string,
  ) {
    let at = 0;
    for (const line of text.split('\n')) {
      this.ranges.push([at, at + line.length - Number(line.endsWith('\r'))]);
      at += line.length + 1;
    }
    this.raw = this.ranges.map(([start, end]) => text.slice(start, end));
    this.literal = literalLines(this.raw);
    let above = -1;
    for (const [index, line] of this.raw.entries()) {
      this.kinds.push(this.kindOf(index, above));
      if (!isIndentedField(line)) above = index;
    }
    this.findTables();
    this.findTitles();
  }

  /** `above` is the last line before this one that is no indented field. */
  private kindOf(index: number, above: number): string {
    const line = this.raw[index]!;
    if (line.trim() === '') return 'blank';
    if (this.literal[index]) return 'closed';
    if (gridBorder.test(line) || simpleRule.test(line)) return 'border';
    if (adornment.test(line)) return 'border';
    if (explicitMarkup.test(line)) return titled.test(line) ? 'text' : 'closed';
    const directive = this.raw[above] ?? '';
    const isOption =
      isIndentedField(line) && explicitMarkup.test(directive) && indentOf(directive) < indentOf(line);
    return isOption ? 'closed' : 'text';
  }

  private findTables(): void {
    for (let index = 0; index < this.raw.length; index++) {
      const line = this.raw[index]!;
      const isGrid = gridBorder.test(line);
      if (this.literal[index] || !(isGrid || simpleRule.test(line))) continue;
      let end = index + 1;
      let rules = 1;
      for (; end < this.raw.length; end++) {
        const row = this.raw[end]!;
        if (
          isGrid
            ? !/^\s*[|+]/.test(row)
            : rules > 1 && row.trim() === '' && simpleRule.test(this.raw[end - 1]!)
        )
          break;
        if (simpleRule.test(row)) rules++;
      }
      const rows = this.ranges.slice(index, end);
      const columns = [...line.matchAll(isGrid ? /\+/g : /=+/g)].map(found => found.index);
      const measured = isGrid ? [] : rows.filter((_, row) => !simpleRule.test(this.raw[index + row]!));
      if (!isGrid)
        this.margins.set(
          rows,
          [...line.matchAll(/(?<==)\s+(?==)/g)].map(found => [found.index, found.index + found[0].length]),
        );
      const table = { lines: rows, columns, hasBorders: isGrid, measured };
      this.tables.push(table);
      for (let row = index; row < end; row++) this.tableOf[row] = table;
      index = end - 1;
    }
  }

  /** What is below a title is as long as it, and what is above. */
  private findTitles(): void {
    for (let index = 1; index < this.raw.length; index++) {
      if (!adornment.test(this.raw[index]!) || this.kinds[index - 1] !== 'text' || this.tableOf[index])
        continue;
      const title = this.ranges[index - 1]!;
      const above = index > 1 && adornment.test(this.raw[index - 2]!) ? [this.ranges[index - 2]!] : [];
      const lines = [...above, title, this.ranges[index]!];
      this.tables.push({ lines, columns: [0], hasBorders: false, measured: [title] });
    }
  }

  texts(): TextRange[] {
    const texts: [number, number][] = [];
    let last = -2;
    for (const [index, [start, end]] of this.ranges.entries()) {
      if (this.kinds[index] !== 'text') continue;
      if (last === index - 1) texts.at(-1)![1] = end;
      else texts.push([start, end]);
      last = index;
    }
    return texts;
  }

  shape(): string {
    const shape: string[] = [];
    for (let index = 0; index < this.raw.length; index++) {
      const written = this.written(index);
      if (written === '' && this.kinds[index] === 'text') shape.push(...this.alone(index));
      else if (written !== '' || shape.at(-1) !== '') shape.push(written);
    }
    return shape
      .join('\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim();
  }

  private written(index: number): string {
    const [start, end] = this.ranges[index]!;
    const line = this.raw[index]!;
    const table = this.tableOf[index];
    const said = this.said.slice(start, end);
    switch (this.kinds[index]) {
      case 'blank':
        return '';
      case 'closed':
        return `closed ${line}`;
      case 'border':
        return `border ${packed(line).replace(/(.)\1+/g, '$1')}`;
    }
    if (table) return this.cells(table, [start, end]);
    const says = packed(said);
    const name = fieldName.exec(line)?.[0] ?? '';
    const marks = packed(markers.exec(line)?.[1] ?? '');
    return says && `${indentOf(line)} ${name && 'field '}${marks} ${says}`;
  }

  private cells({ lines, columns, hasBorders }: ColumnTable, row: TextRange): string {
    const edges = offsetsOfColumns(this.said, row, columns);
    const cells = edges.map((edge, column) => {
      const from = column === 0 && !hasBorders ? row[0] : edge;
      const to = edges[column + 1] ?? row[1];
      const inside = this.text.slice(hasBorders ? from + 1 : from, to);
      return `${packed(markers.exec(inside)?.[1] ?? '')} ${packed(this.said.slice(from, to))}`;
    });
    const margins = offsetsOfColumns(this.text, row, this.margins.get(lines)?.flat() ?? []);
    const isInMargin = margins.some(
      (to, edge) => edge % 2 === 1 && this.text.slice(margins[edge - 1], to).trim() !== '',
    );
    const isOver = hasBorders && this.said.slice(edges.at(-1)! + 1, row[1]).trim() !== '';
    return `row ${cells.join('/')}${isOver || isInMargin ? ' and more' : ''}`;
  }

  /** What a paragraph that only cites makes of those around it: nothing, but where it parts what belongs together. */
  private alone(index: number): string[] {
    const indent = indentOf(this.raw[index]!);
    if (this.isJoined(index, index - 1) || this.isJoined(index, index + 1) || this.isInFigure(index))
      return ['parted'];
    const isText = (line: string) => line.trim() !== '';
    const above = this.raw.slice(0, index).findLastIndex(isText);
    const next = this.raw.findIndex((line, at) => at > index && isText(line));
    if (next < 0) return [];
    const nextIndent = indentOf(this.raw[next]!);
    const aboveIndent = above < 0 ? 0 : indentOf(this.raw[above]!);
    const isIn =
      nextIndent === indent &&
      this.isItem(next) &&
      above >= 0 &&
      (aboveIndent > indent || this.isItem(above));
    const content = above >= 0 ? (/^\s*(?:\S+\s+)?/.exec(this.raw[above]!)?.[0].length ?? 0) : 0;
    const isQuoted = indent > aboveIndent && indent !== content;
    return nextIndent > indent || isIn || isQuoted ? ['parted'] : [];
  }

  /** Beside a line that is no text as far indented, with nothing between, it is something else. */
  private isJoined(index: number, beside: number): boolean {
    const line = this.raw[beside] ?? '';
    if (line.trim() === '') return false;
    const isOther = this.kinds[beside] !== 'text' || indentOf(line) !== indentOf(this.raw[index]!);
    return isOther || (beside > index && item.test(line));
  }

  /** There, the first paragraph is the caption. */
  private isInFigure(index: number): boolean {
    const indent = indentOf(this.raw[index]!);
    const around = this.raw.slice(0, index).findLast(line => line.trim() !== '' && indentOf(line) < indent);
    return around !== undefined && /^\s*\.\.\s+figure::/.test(around);
  }

  private isItem(index: number): boolean {
    const line = this.raw[index]!;
    const below = this.raw[index + 1] ?? '';
    return item.test(line) || (below.trim() !== '' && indentOf(below) > indentOf(line));
  }
}

function isIndentedField(line: string): boolean {
  return fieldName.test(line) && indentOf(line) > 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
