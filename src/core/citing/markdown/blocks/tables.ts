import { offsetsOfColumns } from '../../place/textColumns';
import type { ContainerLines } from './containerLines';
import { contentStart, isBlank, type Line } from './lines';

/** A table in which the columns that cells stand in tell them: see `ColumnTable`. */
export interface TableColumns {
  readonly lines: readonly Line[];
  readonly columns: readonly number[];
  readonly hasBorders: boolean;
  /** The lines that tell by their length beside the rule how cells are aligned. */
  readonly head: readonly Line[];
  /** The rule whose dashes are the columns. */
  readonly rule: Line;
}

/** Receives the cells of a table. */
export interface CellVisitor {
  begin(): void;
  end(): void;
  /** Which columns cells stand in, where these tell them: see `ColumnTable`. */
  columns(table: TableColumns): void;
  text(lines: readonly Line[]): void;
  /** Where the bars stand that part the cells of a pipe table's row. */
  bars(row: string): readonly number[];
  /** A cell of a grid table holds blocks. */
  blocks(lines: readonly Line[]): void;
}

const pipeSeparator = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const gridSeparator = /^\+(?:[-=:]+\+)+[ \t]*$/;
const dashes = /^ {0,3}-+(?:[ \t]+-+)*[ \t]*$/;

/** Reads a pipe, grid, simple or multiline table that begins at a line, and gives the line after it; `undefined` where none begins. */
export function readTable(
  document: string,
  lines: ContainerLines,
  at: number,
  visitor: CellVisitor,
): number | undefined {
  const found = findTable(document, lines, at);
  if (!found) return undefined;
  visitor.begin();
  const end = found(visitor);
  visitor.end();
  return end;
}

/** Reads the cells of a table that was found, and gives the line after it. */
type CellReader = (visitor: CellVisitor) => number;

function findTable(document: string, lines: ContainerLines, at: number): CellReader | undefined {
  const textOf = (line: Line): string => document.slice(line.start, line.end);
  const line = lines.at(at)!;
  const first = textOf(line);
  if (first[0] === '+' && gridSeparator.test(first))
    return visitor => gridTable(document, lines, at, visitor);
  const next = lines.at(at + 1);
  if (!next) return undefined;
  if (dashes.test(first)) return ruledTable(document, lines, at);
  if (!/[-|:]/.test(document[contentStart(document, next)] ?? '')) return undefined;
  const second = textOf(next);
  if (first.includes('|') && second.includes('|') && pipeSeparator.test(second))
    return visitor => pipeTable(document, lines, at, visitor);
  if (dashes.test(second) && / -/.test(second.trim()) && !isBlank(document, line))
    return visitor => simpleTable(document, lines, at, at + 1, visitor);
  return undefined;
}

/** Cells are between bars that are not escaped, nor in code, math, raw HTML or TeX; those beyond the last column are dropped. */
function pipeTable(document: string, lines: ContainerLines, at: number, visitor: CellVisitor): number {
  let end = at;
  const separator = lines.at(at + 1)!;
  const count = document.slice(separator.start, separator.end).match(/:?-+:?/g)!.length;
  for (let line = lines.at(end); line && !isBlank(document, line); line = lines.at(++end)) {
    if (end === at + 1) continue;
    const { end: lineEnd } = line;
    const content = contentStart(document, line);
    const start = document[content] === '|' ? content + 1 : content;
    let cell = start;
    for (const bar of [...visitor.bars(document.slice(start, lineEnd)), lineEnd - start].slice(0, count)) {
      visitor.text([{ start: cell, end: start + bar }]);
      cell = start + bar + 1;
    }
  }
  return end;
}

function gridTable(document: string, lines: ContainerLines, at: number, visitor: CellVisitor): number {
  const border = document.slice(lines.at(at)!.start, lines.at(at)!.end);
  const columns = [...border.matchAll(/\+/g)].map(({ index }) => index);
  const all: Line[] = [lines.at(at)!];
  const rows: Line[][] = [[]];
  let end = at + 1;
  for (let line = lines.at(end); line; line = lines.at(++end)) {
    const text = document.slice(line.start, line.end);
    if (gridSeparator.test(text)) rows.push([]);
    else if (text.startsWith('|') || text.startsWith('+')) rows.at(-1)!.push(line);
    else break;
    all.push(line);
  }
  visitor.columns({ lines: all, columns, hasBorders: true, head: [], rule: all[0]! });
  const behindBorders = columns.slice(0, -1).map(column => column + 1);
  for (const row of rows)
    if (row.length)
      for (const cell of cellsOf(document, row, behindBorders, behindBorders.slice(1)))
        visitor.blocks(contentOf(document, cell));
  return end;
}

/** The lines of a cell without the blank that most begin with (Pandoc's `removeOneLeadingSpace`). */
function contentOf(document: string, cell: readonly Line[]): Line[] {
  const lines = cell.map(line => withoutBorder(document, line));
  const isInset = lines.every(({ start, end }) => start === end || document[start] === ' ');
  return isInset ? lines.map(({ start, end }) => ({ start: Math.min(start + 1, end), end })) : lines;
}

/** A cell goes as far as its column, whatever stands there, and the last one to the end of its line (Pandoc's `gridTableSplitLine`). */
function withoutBorder(document: string, { start, end }: Line): Line {
  const text = document.slice(start, end);
  return { start, end: start + text.trimEnd().replace(/\|+$/, '').trimEnd().length };
}

/** The cells of a row, by the columns where they begin and end, the last one at the end of the line where none is told. */
function cellsOf(
  document: string,
  row: readonly Line[],
  begin: readonly number[],
  end: readonly number[],
): Line[][] {
  const lines = row.map(line => {
    const range = [line.start, line.end] as const;
    const ends = offsetsOfColumns(document, range, end);
    return offsetsOfColumns(document, range, begin).map((start, cell) => ({
      start,
      end: ends[cell] ?? line.end,
    }));
  });
  return begin.map((_, cell) => lines.map(cells => cells[cell]!));
}

function columnsOf(document: string, { start, end }: Line): number[] {
  return [...document.slice(start, end).matchAll(/-+/g)].map(({ index }) => index);
}

/** The cells of rows, each of one line or more. What stands before the first column belongs to its cell. */
function readRows(
  document: string,
  rows: readonly (readonly Line[])[],
  columns: readonly number[],
  visitor: CellVisitor,
): void {
  const inner = columns.slice(1);
  for (const row of rows) for (const cell of cellsOf(document, row, [0, ...inner], inner)) visitor.text(cell);
}

function simpleTable(
  document: string,
  lines: ContainerLines,
  at: number,
  separator: number,
  visitor: CellVisitor,
): number {
  let end = at;
  const rows: Line[][] = [];
  for (let line = lines.at(end); line && !isBlank(document, line); line = lines.at(++end))
    if (!dashes.test(document.slice(line.start, line.end))) rows.push([line]);
  const rule = lines.at(separator)!;
  const columns = columnsOf(document, rule);
  visitor.columns({ lines: lines.slice(at, end), columns, hasBorders: false, head: [lines.at(at)!], rule });
  readRows(document, rows, columns, visitor);
  return end;
}

/** A table that begins with a rule and ends with one: without a head, or with rows of several lines, which blank lines part. */
function ruledTable(document: string, lines: ContainerLines, at: number): CellReader | undefined {
  const textOf = (line: Line): string => document.slice(line.start, line.end);
  const isRule = (line: Line) => dashes.test(textOf(line));
  const first = lines.at(at)!;
  const next = lines.at(at + 1)!;
  if (isBlank(document, next) || isRule(next) || lines.isUnclosed('-', 1, first.start)) return undefined;
  const rows: Line[][] = [[]];
  let separator = at;
  let end = at + 1;
  for (let line = lines.at(end); ; line = lines.at(++end)) {
    if (!line) {
      lines.leaveUnclosed('-', 1, first.start);
      return undefined;
    }
    const behind = lines.at(end + 1);
    if (isBlank(document, line)) rows.push([]);
    else if (!isRule(line)) rows.at(-1)!.push(line);
    else if (!behind || isBlank(document, behind)) break;
    else if (separator === at && rows.length === 1 && !/ -/.test(textOf(first).trim())) {
      separator = end;
      rows.push([]);
    }
  }
  const columns = columnsOf(document, lines.at(separator)!);
  // Without a head, a line of one rule is a line between two paragraphs.
  if (columns.length < 2 && separator === at) return undefined;
  const isMultiline = rows.length > (separator === at ? 1 : 2);
  const each = isMultiline ? rows : rows.flatMap(row => row.map(line => [line]));
  return visitor => {
    const head = separator > at ? rows[0]! : isMultiline ? [] : each[0]!;
    const rule = lines.at(separator)!;
    visitor.columns({ lines: lines.slice(at, end + 1), columns, hasBorders: false, head, rule });
    readRows(
      document,
      each.filter(({ length }) => length),
      columns,
      visitor,
    );
    return end + 1;
  };
}
