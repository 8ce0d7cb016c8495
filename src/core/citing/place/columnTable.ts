import type { TextEdit } from '../../model/textEdit';
import type { TextRange } from '../../model/textRange';
import { columnsIn, offsetOfColumn } from './textColumns';

/** A table whose cells are told by the columns that they stand in: nothing may be put into one without room for it. */
export interface ColumnTable {
  /** All its lines, rules among them, as far as they are the table's. */
  readonly lines: readonly TextRange[];
  /** The column at which each cell begins; that of the border before it, where there are borders. */
  readonly columns: readonly number[];
  /** Cells have borders (`|`, `+`): the last of `columns` is that behind the last cell. Else the last cell is as long as it likes. */
  readonly hasBorders: boolean;
  /** Lines beside whose cells the rules are as long as they are: how cells are aligned is told by that, or no cell may be longer. */
  readonly measured: readonly TextRange[];
}

/** Dashes with borders, or what adorns a title. */
const rule = /^[-=+:| \t]*[-=][-=+:| \t]*$|^[ \t]*([!-/:-@[-`{-~])\1+[ \t]*$/;

/**
 * Edits of cells with the columns kept: what a cell gains takes the place of blanks behind its text, and where these are too few, the column
 * becomes wider in every line. The edits themselves where they are in no cell.
 */
export function keepColumns(text: string, table: ColumnTable, edits: readonly TextEdit[]): TextEdit[] {
  const gained = new Map<number | undefined, Map<TextRange, number>>();
  for (const edit of edits) {
    const row = table.lines.find(([start, end]) => start <= edit.start && edit.end <= end);
    if (!row || /[\r\n]/.test(edit.text)) continue;
    const border = borderBehind(text, table, row, edit);
    if (border === undefined && table.hasBorders) continue;
    const column = gained.get(border) ?? new Map<TextRange, number>();
    const gain = columnsIn(edit.text) - columnsIn(text.slice(edit.start, edit.end));
    gained.set(border, column.set(row, (column.get(row) ?? 0) + gain));
  }
  return [...edits, ...[...gained].flatMap(([border, rows]) => keepColumn(text, table, border, rows))];
}

function borderBehind(text: string, table: ColumnTable, row: TextRange, edit: TextEdit): number | undefined {
  return table.columns.find(column => {
    const at = column > 0 ? offsetOfColumn(text, row, column) : -1;
    return table.hasBorders ? at >= edit.end : at > edit.start && at >= edit.end;
  });
}

/** What is to be done in each line where cells of a column have become so much longer. */
function keepColumn(
  text: string,
  table: ColumnTable,
  border: number | undefined,
  gained: ReadonlyMap<TextRange, number>,
): TextEdit[] {
  const isMeasured = [...gained.keys()].some(row => table.measured.includes(row));
  const wider = Math.max(
    0,
    ...[...gained].map(
      ([row, gain]) => gain - (isMeasured ? 0 : Math.max(0, blanksBefore(text, row, border) - 1)),
    ),
  );
  return table.lines.flatMap((line): TextEdit[] => {
    const gain = gained.get(line);
    if (gain === undefined) {
      const widened = wider ? widen(text, table, line, border, isMeasured, wider) : undefined;
      return widened ? [widened] : [];
    }
    if (border === undefined || isShort(text, line, border)) return [];
    const at = offsetOfColumn(text, line, border);
    const added = wider - gain;
    if (added === 0) return [];
    return [
      added > 0 ? { start: at, end: at, text: ' '.repeat(added) } : { start: at + added, end: at, text: '' },
    ];
  });
}

function blanksBefore(text: string, row: TextRange, border: number | undefined): number {
  if (border === undefined) return Number.POSITIVE_INFINITY;
  if (isShort(text, row, border)) return border - columnsIn(text.slice(...row));
  return /[ ]*$/.exec(text.slice(row[0], offsetOfColumn(text, row, border)))![0].length;
}

/** The line ends before the column does. */
function isShort(text: string, line: TextRange, border: number): boolean {
  return columnsIn(text.slice(...line)) < border;
}

/** Makes a line so much longer in front of a border, at its end where there is no border. */
function widen(
  text: string,
  { hasBorders }: ColumnTable,
  line: TextRange,
  border: number | undefined,
  isMeasured: boolean,
  by: number,
): TextEdit | undefined {
  const isRule = rule.test(text.slice(...line));
  if (border === undefined && !isRule) return undefined;
  const at = border === undefined ? line[1] : offsetOfColumn(text, line, border);
  if (border !== undefined && isShort(text, line, border)) return undefined;
  const before = text.slice(line[0], at);
  // A cell may reach over the border.
  const place = hasBorders
    ? at + Math.max(0, text.slice(at, line[1]).search(/[|+]/))
    : isRule && isMeasured
      ? line[0] + before.trimEnd().length
      : at;
  const dash = /[-=](?=:?$)|[!-/:-@[-`{-~]$/.exec(text.slice(line[0], place))?.[0];
  const isInRule = isRule && dash && (hasBorders || isMeasured || /[-=]/.test(text[place] ?? ''));
  // A border that says how cells are aligned ends with a colon.
  const colon = isInRule && text[place - 1] === ':' ? 1 : 0;
  if (border === undefined && !(isRule && isMeasured)) return undefined;
  return { start: place - colon, end: place - colon, text: (isInRule ? dash : ' ').repeat(by) };
}

/** Edits with the columns of all tables kept: those that were given first. */
export function withColumns(
  text: string,
  { tables = [] }: { readonly tables?: readonly ColumnTable[] },
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const added = tables.flatMap(table => {
    const from = table.lines[0]![0];
    const to = table.lines.at(-1)![1];
    const inside = edits.filter(({ start, end }) => from <= start && end <= to);
    return inside.length ? keepColumns(text, table, inside).slice(inside.length) : [];
  });
  return added.length ? [...edits, ...added] : edits;
}
