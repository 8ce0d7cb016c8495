/** Directives whose content is read as it stands. */
const literalDirective =
  /^(?:code|code-block|sourcecode|literalinclude|math|raw|highlight|doctest|testcode|testsetup|testoutput|graphviz|digraph|mermaid|plot|prompt|productionlist|csv-table|ipython|jupyter-execute|code-cell|include|toctree|todo-code)$/;
const explicitMarkup = /^\.\.(?=\s|$)/;
const directive = /^\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w:.+-]*)::/;
/** Targets, footnotes, citations and substitutions are markup, not comments. */
const target = /^\.\.[ \t]+(?:_|\[|\||__)/;

/** For each line whether it is code, a comment or another literal block. */
export function literalLines(lines: readonly string[]): boolean[] {
  const literal = new Array<boolean>(lines.length).fill(false);
  /** Lines indented more than this are literal; blank ones belong to what goes on behind them. */
  let above = -1;
  /** A session of Python goes on to the next blank line. */
  let isDoctest = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trimStart();
    if (text.trim() === '') {
      literal[index] = above >= 0;
      isDoctest = false;
      continue;
    }
    if (isDoctest) {
      literal[index] = true;
      continue;
    }
    const indent = line.length - text.length;
    if (above >= 0 && indent > above) {
      literal[index] = true;
      continue;
    }
    above = -1;
    if (explicitMarkup.test(text)) {
      const name = directive.exec(text)?.[1];
      if (name !== undefined ? literalDirective.test(name) : !target.test(text)) {
        above = indent;
        // A comment's own line is one too; a directive's may name a title, which cites nothing.
        literal[index] = true;
      }
    } else if (/::\s*$/.test(text)) above = indent;
    else if (/^>>> /.test(text)) {
      literal[index] = true;
      isDoctest = true;
    }
  }
  return literal;
}
