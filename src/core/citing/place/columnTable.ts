import type { TextEdit } from '../../model/textEdit';
import type { TextRange } from '../../model/textRange';
import type { Insertion } from '../edit/joinInsertions';
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
 * An insertion into a cell with the columns kept: it takes the place of blanks behind the cell's text, and where these are too few,
 * the column becomes wider in every line. The insertion itself where it is in no cell.
 */
export function keepColumns(text: string, table: ColumnTable, insertion: Insertion): Insertion {
  const [edit] = insertion.edits;
  if (!edit || insertion.edits.length > 1 || /[\r\n]/.test(edit.text)) return insertion;
  const row = table.lines.find(([start, end]) => start <= edit.start && edit.end <= end);
  if (!row) return insertion;
  const border = table.columns.find(column => {
    const at = column > 0 ? offsetOfColumn(text, row, column) : -1;
    return table.hasBorders ? at >= edit.end : at > edit.start && at >= edit.end;
  });
  if (border === undefined && table.hasBorders) return insertion;
  const needed = columnsIn(edit.text) - columnsIn(text.slice(edit.start, edit.end));
  const isMeasured = table.measured.includes(row);
  const borderAt = border === undefined ? row[1] : offsetOfColumn(text, row, border);
  const blanks = isMeasured ? 0 : /[ ]*$/.exec(text.slice(edit.end, borderAt))![0].length;
  const free = Math.max(0, Math.min(needed, blanks - 1));
  const kept: TextEdit[] = free ? [{ start: borderAt - free, end: borderAt, text: '' }] : [];
  const widened = table.lines.flatMap(line =>
    line === row || needed <= free ? [] : (widen(text, table, line, border, isMeasured, needed - free) ?? []),
  );
  const above = widened.filter(({ start }) => start < edit.start);
  const moved = above.reduce((sum, { text: fill }) => sum + fill.length, 0);
  return { ...insertion, edits: [edit, ...kept, ...widened], cursor: insertion.cursor + moved };
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
  if (border !== undefined && at === line[1] && columnsIn(text.slice(...line)) < border) return undefined;
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
