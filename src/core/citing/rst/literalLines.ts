/** Directives whose content is read as it stands. */
const literalDirective =
  /^(?:code|code-block|sourcecode|literalinclude|math|raw|highlight|doctest|testcode|testsetup|testoutput|graphviz|digraph|mermaid|plot|prompt|productionlist|ipython|jupyter-execute|code-cell|include|toctree|todo-code)$/;
/** Those of which a caption is text, or the head of a table. */
const captioned = /^(?:code|code-block|sourcecode|literalinclude|csv-table)$/;
/** Its cells are text, which nothing can be put into without minding their commas and quotation marks. */
const cells = /^csv-table$/;
const explicitMarkup = /^\.\.(?=\s|$)/;
const directive = /^\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w:.+-]*)::/;
/** Footnotes, citations and substitutions are markup with text in it; targets (`.. _name: address`) have none. */
const note = /^\.\.[ \t]+(?:\[|\|)/;
const option = /^:[A-Za-z][\w-]*:(?=\s|$)/;
/** Options whose values are text. */
const textOption = /^:(?:caption|header):/;

/** For each line whether it is code, a comment or another literal block. `hasCells`: cells of tables that are written as lists are read. */
export function literalLines(lines: readonly string[], { hasCells = false } = {}): boolean[] {
  const literal = new Array<boolean>(lines.length).fill(false);
  /** Lines indented more than this are literal; blank ones belong to what goes on behind them. */
  let above = -1;
  /** A session of Python goes on to the next blank line, and so does a literal block whose lines begin with a sign. */
  let goesOnToBlank = false;
  let mayBeQuoted = false;
  /** Options stand below the first lines of a directive that are indented more than this. */
  let directiveAt = -1;
  let inOption = -1;
  let isCaptioned = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trimStart();
    if (text.trim() === '') {
      literal[index] = above >= 0;
      goesOnToBlank = false;
      directiveAt = -1;
      inOption = -1;
      continue;
    }
    if (goesOnToBlank) {
      literal[index] = true;
      continue;
    }
    const indent = line.length - text.length;
    if (isCaptioned && directiveAt >= 0 && indent > directiveAt && textOption.test(text)) continue;
    if (above >= 0 && indent > above) {
      literal[index] = true;
      mayBeQuoted = false;
      continue;
    }
    above = -1;
    if (mayBeQuoted && /^[!-/:-@[-`{-~]/.test(text) && !explicitMarkup.test(text)) {
      literal[index] = true;
      goesOnToBlank = true;
      mayBeQuoted = false;
      continue;
    }
    mayBeQuoted = false;
    if (
      directiveAt >= 0 &&
      indent > directiveAt &&
      (option.test(text) || (inOption >= 0 && indent > inOption))
    ) {
      if (option.test(text)) inOption = indent;
      literal[index] = !textOption.test(text);
      continue;
    }
    directiveAt = -1;
    inOption = -1;
    if (explicitMarkup.test(text)) {
      const name = directive.exec(text)?.[1];
      if (name !== undefined) {
        directiveAt = indent;
        isCaptioned = captioned.test(name) && (!cells.test(name) || hasCells);
      }
      // Without a word in it, it ends with its line.
      if (text.trim() === '..' && (lines[index + 1] ?? '').trim() === '') literal[index] = true;
      else if (
        name !== undefined ? literalDirective.test(name) || (cells.test(name) && !hasCells) : !note.test(text)
      ) {
        above = indent;
        // A comment's own line is one too; a directive's may name a title, which cites nothing.
        literal[index] = true;
      }
    } else if (/::\s*$/.test(text)) {
      above = indent;
      mayBeQuoted = true;
    } else if (/^>>> /.test(text)) {
      literal[index] = true;
      goesOnToBlank = true;
    }
  }
  return literal;
}
