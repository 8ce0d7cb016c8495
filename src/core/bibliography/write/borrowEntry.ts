/** What goes with an entry from one `.bib` into another. */
export interface BorrowedEntry {
  /** The entry's text, unchanged but for its key where another one is wanted. */
  readonly entry: string;
  /** The `@string` definitions it needs, as written in its file: they go before it, in this order. */
  readonly macros: readonly string[];
  /** The `crossref` and `xdata` parents it needs: they go after it, as BibTeX wants them. */
  readonly parents: readonly string[];
}

/** The file an entry comes from. */
export interface EntrySource {
  /** The raw text of the `@string` that defines a macro (name in lower case). */
  readonly macro: (name: string) => string | undefined;
  /** The raw text of the entry with a key. */
  readonly entry: (key: string) => string | undefined;
}

/** Macros every style defines. */
const months = new Set(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']);

/** An entry taken over into another bibliography, under `key` if given, with what it and its parents need of their file. */
export function borrowEntry(rawEntry: string, source: EntrySource, key?: string): BorrowedEntry {
  const macros: string[] = [];
  const parents: string[] = [];
  const seen = new Set<string>();
  const visit = (raw: string) => {
    for (const name of macrosIn(raw)) {
      const definition = seen.has(`@${name}`) ? undefined : source.macro(name);
      seen.add(`@${name}`);
      if (!definition) continue;
      visit(definition);
      macros.push(definition);
    }
    for (const parent of parentsOf(raw)) {
      const text = seen.has(parent) ? undefined : source.entry(parent);
      seen.add(parent);
      if (!text) continue;
      parents.push(text);
      visit(text);
    }
  };
  visit(rawEntry);
  return { entry: key === undefined ? rawEntry : withKey(rawEntry, key), macros, parents };
}

function withKey(entry: string, key: string): string {
  return entry.replace(/^(\s*@\s*\w+\s*[{(]\s*)[^,\s]*/, (_, before: string) => before + key);
}

function parentsOf(raw: string): string[] {
  return [...raw.matchAll(/\b(?:crossref|xdata|xref)\s*=\s*[{"]([^{}"]*)[}"]/gi)].flatMap(match =>
    match[1]!.split(',').map(key => key.trim()),
  );
}

/** Bare words where a value stands, outside braces and quotes: `journal = jmlr # " letters"`. */
function macrosIn(raw: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let quoted = false;
  let value = false;
  for (let at = raw.search(/[{(]/) + 1; at < raw.length; at++) {
    const character = raw[at]!;
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (depth > 0 || quoted) continue;
    else if (character === '=' || character === '#') value = true;
    else if (character === ',') value = false;
    else if (value && /[A-Za-z_]/.test(character)) {
      const start = at;
      while (at + 1 < raw.length && !/[\s,#{}()"=]/.test(raw[at + 1]!)) at++;
      const name = raw.slice(start, at + 1).toLowerCase();
      if (!months.has(name)) names.push(name);
    }
  }
  return names;
}
