import type { ContainerLines } from './containerLines';
import { contentStart, isBlank, type Line } from './lines';

/** Receives the cells of a table. */
export interface CellVisitor {
  text(lines: readonly Line[]): void;
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
  const textOf = (line: Line): string => document.slice(line.start, line.end);
  const line = lines.at(at)!;
  const first = textOf(line);
  if (first[0] === '+' && gridSeparator.test(first)) return gridTable(document, lines, at, visitor);
  const next = lines.at(at + 1);
  if (!next || !/[-|:]/.test(document[contentStart(document, next)] ?? '')) return undefined;
  const second = textOf(next);
  if (first.includes('|') && second.includes('|') && pipeSeparator.test(second))
    return pipeTable(document, lines, at, visitor);
  if (dashes.test(second) && / -/.test(second.trim()) && !isBlank(document, line))
    return simpleTable(document, lines, at, at + 1, visitor);
  return undefined;
}

/** Cells are between bars that are not escaped and not in code. */
function pipeTable(document: string, lines: ContainerLines, at: number, visitor: CellVisitor): number {
  let end = at;
  for (let line = lines.at(end); line && !isBlank(document, line); line = lines.at(++end)) {
    if (end === at + 1) continue;
    const { start, end: lineEnd } = line;
    let cell = start;
    for (let index = start; index < lineEnd; index++) {
      const character = document[index];
      if (character === '\\') index++;
      else if (character === '`') index = endOfCode(document, index, lineEnd) - 1;
      else if (character === '|') {
        visitor.text([{ start: cell, end: index }]);
        cell = index + 1;
      }
    }
    visitor.text([{ start: cell, end: lineEnd }]);
  }
  return end;
}

/** After the code span at `at`, or after its backticks when it is not closed before `limit`. */
function endOfCode(document: string, at: number, limit: number): number {
  let open = at;
  while (document[open] === '`' && open < limit) open++;
  const ticks = document.slice(at, open);
  for (let index = document.indexOf(ticks, open); index >= 0 && index < limit; ) {
    let close = index;
    while (document[close] === '`') close++;
    if (close - index === ticks.length) return close;
    index = document.indexOf(ticks, close);
  }
  return open;
}

function gridTable(document: string, lines: ContainerLines, at: number, visitor: CellVisitor): number {
  const border = document.slice(lines.at(at)!.start, lines.at(at)!.end);
  const columns = [...border.matchAll(/\+/g)].map(({ index }) => index);
  let rows: Line[] = [];
  let end = at + 1;
  const flush = () => {
    for (let column = 0; column + 1 < columns.length; column++)
      visitor.blocks(
        rows.map(({ start, end: lineEnd }) => ({
          start: Math.min(start + columns[column]! + 1, lineEnd),
          end: Math.min(start + columns[column + 1]!, lineEnd),
        })),
      );
    rows = [];
  };
  for (let line = lines.at(end); line; line = lines.at(++end)) {
    const text = document.slice(line.start, line.end);
    if (gridSeparator.test(text)) flush();
    else if (text.startsWith('|') || text.startsWith('+')) rows.push(line);
    else break;
  }
  flush();
  return end;
}

function simpleTable(
  document: string,
  lines: ContainerLines,
  at: number,
  separator: number,
  visitor: CellVisitor,
): number {
  let end = at;
  const rule = lines.at(separator)!;
  const columns = [...document.slice(rule.start, rule.end).matchAll(/-+/g)].map(({ index }) => index);
  for (let line = lines.at(end); line && !isBlank(document, line); line = lines.at(++end)) {
    if (end === separator) continue;
    const { start, end: lineEnd } = line;
    for (const [column, from] of columns.entries()) {
      const to = columns[column + 1];
      const first = column === 0 ? 0 : from;
      visitor.text([
        {
          start: Math.min(start + first, lineEnd),
          end: to === undefined ? lineEnd : Math.min(start + to, lineEnd),
        },
      ]);
    }
  }
  return end;
}
