import { type Line, linesOf } from './blocks/lines';
import { optionMark } from './labels';

/** An option of a cell, `#| fig-cap: "…"`, in the comments of its language. */
const option = new RegExp(String.raw`^(${optionMark}[ \t]?)(.*)$`);
const captionKey = /^([ \t]*)(?:[\w.-]*[-.])?(?:sub)?cap[ \t]*:[ \t]*/;
/** In the header of a chunk of knitr. */
const headerCaption = /\b(?:fig|tbl|tab)\.s?cap[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/g;

/**
 * Chunks of knitr whose content is Markdown, as it stands: `asis`, and bookdown's environments (bookdown, “Theorems and proofs”, “Custom
 * blocks”).
 */
const textChunk =
  /^\s{0,3}(?:`{3,}|~{3,})\s*\{(?:asis|block2|theorem|lemma|corollary|proposition|conjecture|definition|example|exercise|hypothesis|proof|remark|solution)(?=[\s,}])/;

/** The lines of a chunk that are text and no code; none where it is code. */
export function chunkText(document: string, start: number, end: number): readonly Line[] {
  const newline = document.indexOf('\n', start);
  if (newline < 0 || newline >= end || !textChunk.test(document.slice(start, newline))) return [];
  return linesOf(document, newline + 1, end).slice(0, -1);
}

/** The captions that the options of a chunk of code give: they are Markdown, each a text of its own. */
export function chunkCaptions(document: string, start: number, end: number): (readonly Line[])[] {
  const [header, ...lines] = linesOf(document, start, end);
  if (!header || !/\{[a-zA-Z]/.test(document.slice(header.start, header.end))) return [];
  return [...headerCaptions(document, header), ...optionCaptions(document, lines)];
}

/** The captions that the options of a cell of code in a notebook give. */
export function cellCaptions(cell: string): (readonly Line[])[] {
  return optionCaptions(cell, linesOf(cell, 0, cell.length));
}

function headerCaptions(document: string, header: Line): Line[][] {
  return [...document.slice(header.start, header.end).matchAll(headerCaption)].map(match => {
    const caption = match[1] ?? match[2] ?? '';
    const start = header.start + match.index + match[0].length - 1 - caption.length;
    return [{ start, end: start + caption.length }];
  });
}

/** The options are the first lines of the chunk; what is indented below a caption goes on with it. */
function optionCaptions(document: string, lines: readonly Line[]): Line[][] {
  const captions: Line[][] = [];
  let indent: number | undefined;
  for (const line of lines) {
    const match = option.exec(document.slice(line.start, line.end));
    if (!match) break;
    const [, mark, yaml] = match as unknown as [string, string, string];
    const caption = captionKey.exec(yaml);
    const valueStart = line.start + mark.length + (caption?.[0].length ?? 0);
    if (caption) {
      indent = caption[1]!.length;
      captions.push([unquoted(document, valueStart, line.end)]);
    } else if (indent !== undefined && /^[ \t]*/.exec(yaml)![0].length > indent) {
      const item = /^[ \t]*(?:-[ \t]+)?/.exec(yaml)![0].length;
      const text = unquoted(document, valueStart + item, line.end);
      if (/^[ \t]*-/.test(yaml)) captions.push([text]);
      else captions.at(-1)!.push(text);
    } else indent = undefined;
  }
  return captions;
}

/** A scalar without its quotation marks or the sign of a block. */
function unquoted(document: string, start: number, end: number): Line {
  const value = document.slice(start, end).trimEnd();
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted
    ? { start: start + 1, end: start + 1 + quoted[2]!.length }
    : { start, end: start + value.length };
}
