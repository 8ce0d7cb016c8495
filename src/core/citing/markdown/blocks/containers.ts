import { definitionMarkerWidth, noteLabel } from './blockStarts';
import type { ContainerLines } from './containerLines';
import { contentStart, indentOf, isBlank, type Line, outdented } from './lines';

/** The lines in a container, without what marks them as its own, and the line after it. */
export interface Container {
  readonly inside: Line[];
  readonly end: number;
}

/** The lines from `at` on that go on with a container begun by `first`: indented ones, and others until `ends` says so. */
export function indentedContainer(
  document: string,
  lines: ContainerLines,
  at: number,
  first: Line,
  columns: number,
  ends: (line: Line, afterBlank: boolean, index: number) => boolean,
): Container {
  const inside = [first];
  let end = at;
  let afterBlank = false;
  for (let line = lines.at(end); line; line = lines.at(++end)) {
    if (isBlank(document, line)) {
      afterBlank = true;
      inside.push(line);
      continue;
    }
    const isInside = indentOf(document, line) >= columns;
    if (!isInside && ends(line, afterBlank, end)) break;
    inside.push(isInside ? outdented(document, line, columns) : line);
    afterBlank = false;
  }
  return { inside, end };
}

/** Lines marked by `>`, with those that go on without it. */
export function blockQuote(document: string, lines: ContainerLines, at: number): Container {
  const inside: Line[] = [];
  let end = at;
  for (let line = lines.at(end); line; line = lines.at(++end)) {
    const marker = /^ {0,3}>(?: ?\t| )?/.exec(document.slice(line.start, line.end))?.[0].length;
    if (marker) inside.push({ start: line.start + marker, end: line.end });
    else if (isBlank(document, line)) break;
    // A lazy line: the paragraph goes on without its mark.
    else inside.push(line);
  }
  return { inside, end };
}

/** The lines marked by `|`, each with its continuations, which are indented. */
export function lineBlock(
  document: string,
  lines: ContainerLines,
  at: number,
): { readonly texts: Line[][]; readonly end: number } {
  const texts: Line[][] = [];
  let end = at;
  for (let line = lines.at(end); line; line = lines.at(++end)) {
    const text = document.slice(line.start, line.end);
    if (/^\|(?: |$)/.test(text)) texts.push([{ start: Math.min(line.start + 2, line.end), end: line.end }]);
    else if (/^[ \t]/.test(text) && !isBlank(document, line)) texts.at(-1)!.push(line);
    else break;
  }
  return { texts, end };
}

/** The definitions of the term in the line before `at`. */
export function definitions(document: string, lines: ContainerLines, at: number): Container[] {
  const found: Container[] = [];
  const widthOf = ({ start, end }: Line) => definitionMarkerWidth(document.slice(start, end));
  const ends = (next: Line, afterBlank: boolean) => afterBlank || widthOf(next) > 0;
  for (let end = at; ; end = found.at(-1)!.end) {
    const line = lines.at(end);
    const width = line ? widthOf(line) : 0;
    if (!line || width === 0) break;
    const first = { start: line.start + width, end: line.end };
    found.push(indentedContainer(document, lines, end + 1, first, 4, ends));
  }
  return found;
}

/** The lines of a note, whose label is so wide. */
export function note(document: string, lines: ContainerLines, at: number, width: number): Container {
  const { start, end } = lines.at(at)!;
  const first = { start: contentStart(document, { start: start + width, end }), end };
  return indentedContainer(
    document,
    lines,
    at + 1,
    first,
    4,
    (next, afterBlank) => afterBlank || noteLabel(document.slice(next.start, next.end)) !== undefined,
  );
}
