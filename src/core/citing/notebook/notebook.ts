import { optionMark } from '../markdown/labels';

/** A cell of a Jupyter notebook. Line ends are `\n`. */
export interface NotebookCell {
  /** From 0, over all cells. */
  readonly index: number;
  /** Raw cells are Markdown to Quarto, unless they say that they are of another format. */
  readonly kind: 'markdown' | 'raw' | 'code' | RawFormat;
  readonly text: string;
}

/** What Quarto hands on as it is, by the name that Pandoc has for it. */
type RawFormat = 'html' | 'latex' | 'rst' | 'rtf' | 'javascript';

/** The formats that raw cells can say they are of; what is none of these is Markdown to Quarto (`mdFromRawCell` in its sources). */
const rawFormats: ReadonlyMap<unknown, RawFormat> = new Map([
  ['text/html', 'html'],
  ['text/latex', 'latex'],
  ['text/restructuredtext', 'rst'],
  ['application/rtf', 'rtf'],
  ['application/javascript', 'javascript'],
]);

/** What a raw cell is, by what Jupyter knows of it. `format` is what Pandoc goes by, too. */
export function kindOfRaw(metadata: unknown): 'raw' | RawFormat {
  const { raw_mimetype, format } = (metadata ?? {}) as { raw_mimetype?: unknown; format?: unknown };
  return rawFormats.get(raw_mimetype ?? format) ?? 'raw';
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
  readonly metadata?: unknown;
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
  return type === 'raw' ? kindOfRaw(cell?.metadata) : 'code';
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

/** What is read of a cell, and by what. */
export type CellText = Pick<NotebookCell, 'kind' | 'text'>;

/**
 * The notebook as the one Markdown document that Quarto makes of it: its Markdown and raw cells, its metadata in one of these, and the
 * options of its code, which give captions. Code itself cites nothing.
 */
export function notebookText(cells: readonly CellText[]): string {
  return placedCells(cells).text;
}

/** A notebook as one text, with the place of every cell that is part of it. */
export interface PlacedCells {
  readonly text: string;
  readonly places: readonly PlacedCell[];
}

/** The same as `notebookText`, with its places. To MyST, raw cells are no text. */
export function placedCells(cells: readonly CellText[], { isMyst = false } = {}): PlacedCells {
  const places: PlacedCell[] = [];
  let text = '';
  for (const [index, { kind, text: written }] of cells.entries()) {
    if (isMyst && kind !== 'markdown' && kind !== 'code') continue;
    const isText = kind === 'markdown' || kind === 'raw';
    const content = kind === 'code' ? options.exec(written)![0] : written;
    if (!isText && content === '') continue;
    if (text) text += '\n\n';
    const fence = isText ? '' : fenceAround(content);
    if (!isText) text += `${fence}{${kind === 'code' ? 'code' : `=${kind}`}}\n`;
    places.push({ index, start: text.length, end: text.length + content.length });
    text += content;
    if (!isText) text += `\n${fence}`;
  }
  return { text, places };
}

/** No line of the content can be taken for the end of what is between two of these. */
function fenceAround(content: string): string {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}

/** The lines at the top of a cell of code that are options of Quarto's: `#| fig-cap: "…"`. */
const options = new RegExp(String.raw`^(?:${optionMark}.*(?:\n|$))*`);
