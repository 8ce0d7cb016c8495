/** A cell of a Jupyter notebook (nbformat 4). Line ends are `\n`. */
export interface NotebookCell {
  /** From 0, over all cells. */
  readonly index: number;
  readonly kind: 'markdown' | 'raw' | 'code';
  readonly text: string;
}

/** The cells of an `.ipynb` file; `undefined` where it is none: no JSON, cut off, or of a format that has no cells at its top (nbformat 3). */
export function notebookCells(json: string): NotebookCell[] | undefined {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json);
  } catch {
    return undefined;
  }
  const cells = (notebook as { cells?: unknown } | null)?.cells;
  if (!Array.isArray(cells)) return undefined;
  return cells.map((cell: { cell_type?: unknown; source?: unknown } | null, index) => ({
    index,
    kind: cell?.cell_type === 'markdown' || cell?.cell_type === 'raw' ? cell.cell_type : 'code',
    text: sourceOf(cell?.source),
  }));
}

/** A string, or a list of lines that have their ends. */
function sourceOf(source: unknown): string {
  const lines = Array.isArray(source) ? source : [source];
  return lines.filter(line => typeof line === 'string').join('');
}

/** The front matter of a notebook: that of Quarto stands in a raw cell, or in a Markdown one, before all others. */
export function notebookFrontMatter(cells: readonly Pick<NotebookCell, 'kind' | 'text'>[]): string {
  const first = cells.find(({ text }) => text.trim() !== '');
  const isMetadata = first && first.kind !== 'code' && /^---[ \t]*\r?\n/.test(first.text);
  return isMetadata ? first.text : '';
}

/** Where a cell stands in the text of its notebook. */
export interface PlacedCell {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

type CellText = Pick<NotebookCell, 'kind' | 'text'>;

/**
 * The notebook as the one Markdown document that Quarto and `nbconvert` make of it: its front matter, and every Markdown cell. What code
 * cells hold cites nothing.
 */
export function notebookText(cells: readonly CellText[]): string {
  return placedCells(cells).text;
}

/** The same, with the place of every cell that is part of it. */
export function placedCells(cells: readonly CellText[]): {
  readonly text: string;
  readonly places: readonly PlacedCell[];
} {
  const front = notebookFrontMatter(cells);
  const places: PlacedCell[] = [];
  let text = '';
  for (const [index, cell] of cells.entries()) {
    const isFront = front !== '' && cell.text === front && places.length === 0;
    if (cell.kind !== 'markdown' && !isFront) continue;
    if (text) text += '\n\n';
    places.push({ index, start: text.length, end: text.length + cell.text.length });
    text += cell.text;
  }
  return { text, places };
}
