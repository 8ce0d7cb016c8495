import { optionMark } from '../markdown/labels';

/** A cell of a Jupyter notebook. Line ends are `\n`. */
export interface NotebookCell {
  /** From 0, over all cells. */
  readonly index: number;
  /** Raw cells are Markdown to Quarto, unless they say that they are of another format: then they are `other`. */
  readonly kind: 'markdown' | 'raw' | 'code' | 'other';
  readonly text: string;
}

/** The cells of an `.ipynb` file (nbformat 3 or 4); `undefined` where it is none: no JSON, cut off, or without cells. */
export function notebookCells(json: string): NotebookCell[] | undefined {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json);
  } catch {
    return undefined;
  }
  return cellsIn(notebook)?.map((cell, index) => ({ index, kind: kindOf(cell), text: sourceOf(cell) }));
}

interface WrittenCell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
  /** What nbformat 3 calls the source of code. */
  readonly input?: unknown;
  readonly metadata?: { readonly raw_mimetype?: unknown; readonly format?: unknown } | null;
}

function cellsIn(notebook: unknown): (WrittenCell | null)[] | undefined {
  const { cells, worksheets } = (notebook ?? {}) as { cells?: unknown; worksheets?: unknown };
  if (Array.isArray(cells)) return cells;
  const lists = (Array.isArray(worksheets) ? worksheets : [])
    .map(sheet => sheet?.cells)
    .filter(Array.isArray);
  return lists.length ? lists.flat() : undefined;
}

function kindOf(cell: WrittenCell | null): NotebookCell['kind'] {
  const type = cell?.cell_type;
  // nbformat 3 has headings as cells.
  if (type === 'markdown' || type === 'heading') return 'markdown';
  if (type !== 'raw') return 'code';
  const format = cell?.metadata?.raw_mimetype ?? cell?.metadata?.format;
  return typeof format !== 'string' || format === '' || /markdown/.test(format) ? 'raw' : 'other';
}

/** A string, or a list of lines that have their ends. */
function sourceOf(cell: WrittenCell | null): string {
  const source = cell?.source ?? cell?.input;
  const lines = Array.isArray(source) ? source : [source];
  return lines.filter(line => typeof line === 'string').join('');
}

/** Where a cell stands in the text of its notebook: as it is, or, of a cell of code, what it begins with. */
export interface PlacedCell {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

type CellText = Pick<NotebookCell, 'kind' | 'text'>;

/**
 * The notebook as the one Markdown document that Quarto makes of it: its Markdown and raw cells, its metadata in one of these, and the
 * options of its code, which give captions. Code itself cites nothing.
 */
export function notebookText(cells: readonly CellText[]): string {
  return placedCells(cells).text;
}

/** The same, with the place of every cell that is part of it. To MyST, raw cells are no text. */
export function placedCells(
  cells: readonly CellText[],
  { isMyst = false } = {},
): {
  readonly text: string;
  readonly places: readonly PlacedCell[];
} {
  const places: PlacedCell[] = [];
  let text = '';
  for (const [index, { kind, text: written }] of cells.entries()) {
    const isText = kind === 'markdown' || (kind === 'raw' && !isMyst);
    const content = isText ? written : kind === 'code' ? options.exec(written)![0] : '';
    if (!isText && content === '') continue;
    if (text) text += '\n\n';
    if (!isText) text += '```{code}\n';
    places.push({ index, start: text.length, end: text.length + content.length });
    text += content;
    if (!isText) text += '\n```';
  }
  return { text, places };
}

/** The lines at the top of a cell of code that are options of Quarto's: `#| fig-cap: "…"`. */
const options = new RegExp(String.raw`^(?:${optionMark}.*(?:\n|$))*`);
