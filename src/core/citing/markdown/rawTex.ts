/** Commands whose arguments hold running text of their own are raw TeX too: Pandoc passes them through as they are. */
const commandName = /\\(?:[a-zA-Z]+\*?|.)/y;
const environment = /\\begin[ \t]*\{([^{}\s]+)\}/y;

/** After the raw TeX that begins a block at `at` (an environment, or commands alone on their lines); `undefined` where it is none. */
export function endOfRawTexBlock(text: string, at: number, limit: number): number | undefined {
  const environmentEnd = endOfEnvironment(text, at, limit);
  if (environmentEnd !== undefined) return environmentEnd;
  return undefined;
}

/** After the `\end{…}` that belongs to the `\begin{…}` at `at`. */
export function endOfEnvironment(text: string, at: number, limit: number): number | undefined {
  environment.lastIndex = at;
  const name = environment.exec(text)?.[1];
  if (name === undefined) return undefined;
  const begin = `\\begin{${name}}`;
  const close = `\\end{${name}}`;
  let depth = 1;
  let from = environment.lastIndex;
  for (;;) {
    const end = text.indexOf(close, from);
    if (end < 0 || end + close.length > limit) return undefined;
    for (
      let nested = text.indexOf(begin, from);
      nested >= 0 && nested < end;
      nested = text.indexOf(begin, nested + 1)
    )
      depth++;
    depth--;
    from = end + close.length;
    if (depth === 0) return from;
  }
}

/** After a TeX command in running text with its `[…]` and `{…}`; `undefined` where the backslash begins no command. */
export function endOfRawTexInline(text: string, at: number, limit = text.length): number | undefined {
  if (!/[a-zA-Z]/.test(text[at + 1] ?? '')) return undefined;
  const environmentEnd = endOfEnvironment(text, at, limit);
  if (environmentEnd !== undefined) return environmentEnd;
  commandName.lastIndex = at;
  const name = commandName.exec(text)?.[0];
  if (!name || name === '\\begin' || name === '\\end') return undefined;
  let end = commandName.lastIndex;
  for (;;) {
    const open = text[end];
    if (open !== '{' && open !== '[') break;
    const close = endOfBalanced(text, end, limit);
    if (close === undefined) break;
    end = close;
  }
  return end;
}

/** After the bracket that closes the one at `at`; not over a blank line. */
function endOfBalanced(text: string, at: number, limit: number): number | undefined {
  const open = text[at];
  const close = open === '{' ? '}' : ']';
  let depth = 0;
  for (let index = at; index < limit; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '\n' && text[index + 1] === '\n') return undefined;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return index + 1;
  }
  return undefined;
}
