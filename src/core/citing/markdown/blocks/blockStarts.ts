/** How a bullet or number begins a list item; all patterns are for the text of one line without its indentation. */
const mayBeginItem = /^ {0,3}[-+*#(@\da-zA-Z]/;
const bullet = /^[-+*](?=\s|$)/;
const roman = '[ivxlcdm]+|[IVXLCDM]+';
const number = `(?:\\d+|#|@[\\w-]*|[a-zA-Z]|${roman})`;
const ordered = new RegExp(`^(?:\\(${number}\\)|${number}[.)])(?=\\s|$)`);
/** `B. Russell` is a name: after a capital and a period a list wants two spaces. */
const initial = /^(?:[A-Z]|[IVXLCDM])\.(?! {2}|\t|$)/;
const pageNumber = /^p\.\s\d/;

/** A line of three or more `*`, `-` or `_`, spaces between allowed. */
export function isRule(line: string): boolean {
  return /^ {0,3}([*\-_])(?:[ \t]*\1){2,}[ \t]*$/.test(line);
}

/** The length of a list marker with the white space that belongs to it, from the line's start; 0 where no item begins. */
export function listMarkerWidth(line: string): number {
  if (!mayBeginItem.test(line) || isRule(line)) return 0;
  const indent = /^ {0,3}/.exec(line)![0].length;
  const rest = line.slice(indent);
  const marker = bullet.exec(rest)?.[0] ?? orderedMarker(rest);
  if (marker === undefined) return 0;
  const after = rest.slice(marker.length);
  const spaces = /^[ \t]*/.exec(after)![0];
  if (spaces.length === after.length) return indent + marker.length + Math.min(1, spaces.length);
  // Five or more spaces: all but the first belong to an indented code block in the item.
  return (
    indent + marker.length + (spaces.includes('\t') ? spaces.length : spaces.length > 4 ? 1 : spaces.length)
  );
}

function orderedMarker(rest: string): string | undefined {
  const marker = ordered.exec(rest)?.[0];
  return marker && !initial.test(rest) && !pageNumber.test(rest) ? marker : undefined;
}

/** The label of a numbered example, `(@good)`: elsewhere `@good` refers to it and cites nothing. */
export function exampleLabel(line: string): string | undefined {
  return /^ {0,3}\(?@([\w-]+)[.)](?=\s|$)/.exec(line)?.[1];
}

export interface Fence {
  readonly character: '`' | '~';
  readonly length: number;
  readonly indent: number;
}

/** What knitr's `all_patterns$md$chunk.begin` takes for a chunk, backticks in its options included: `{r, fig.cap="by `f`"}`. */
const knitrChunk = /^\{[a-zA-Z0-9_]+(?: *[ ,].*)?\}[ \t]*$/;
/** MyST's directives whose content is code or written in another language: `{code-cell} ipython3`. */
const codeDirective =
  /^\{(?:code-cell|code|code-block|sourcecode|literalinclude|jupyter-execute|exec|math|mermaid|graphviz|raw|eval-rst|prompt|doctest|plantuml|tikz)\}[^`]*$/;

/** The opening of a fenced code block, with Pandoc's attributes or those of knitr (`{r, echo=FALSE}`). */
export function fenceStart(line: string): Fence | undefined {
  const match = /^( {0,3})(`{3,}|~{3,})[ \t]*([^\n]*)$/.exec(line);
  if (!match) return undefined;
  const [, indent = '', fence = '', info = ''] = match;
  const character = fence[0] as Fence['character'];
  if (
    !/^(?:[^`{}\s]+[ \t]*)?(?:\{[^`]*\})?[ \t]*$/.test(info) &&
    !knitrChunk.test(info) &&
    !codeDirective.test(info)
  )
    return undefined;
  return { character, length: fence.length, indent: indent.length };
}

/** Whether a line closes a fence: at least as long, and nothing else on it. */
export function closesFence(line: string, { character, length }: Fence): boolean {
  const match = /^[ \t]*(`+|~+)[ \t]*$/.exec(line);
  return match !== null && match[1]![0] === character && match[1]!.length >= length;
}

/** `::: {.note}`, `::: note :::` open a div; `:::` closes one. */
export function divFence(line: string): 'open' | 'close' | undefined {
  const match = /^ {0,3}:{3,}[ \t]*([^\n]*)$/.exec(line);
  if (!match) return undefined;
  return match[1]!.replace(/:*[ \t]*$/, '') === '' ? 'close' : 'open';
}

/** `[label]: url`, but `[^1]: note` and `[@key]: text` are none. */
export function isLinkDefinition(line: string): boolean {
  return (
    /^ {0,3}\[(?!\^)(?:[^[\]\\]|\\.)+\]:[ \t]*\S/.test(line) && !/^ {0,3}\[(?:[^\]]*[\s\-([])?@/.test(line)
  );
}

/** `[^label]:` */
export function noteLabel(line: string): { label: string; width: number } | undefined {
  const match = /^ {0,3}\[\^([^\s\]^[]+)\]:/.exec(line);
  return match ? { label: match[1]!, width: match[0].length } : undefined;
}

/** `:   definition` or `~   definition`, up to two spaces indented. */
export function definitionMarkerWidth(line: string): number {
  return /^ {0,2}[:~](?=[ \t])[ \t]*/.exec(line)?.[0].length ?? 0;
}
