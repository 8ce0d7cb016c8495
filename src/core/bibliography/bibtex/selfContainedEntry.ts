import { type BibtexFile, expressionParts } from './bibtexFile';
import { valueKind } from './scan/fieldTable';
import type { ScannedEntry } from './scan/scanBibtex';

/**
 * An entry as it can be read anywhere: its own text where it closes and takes nothing from elsewhere in its file, else one with the same
 * fields, with what `@string`, `crossref` and `xdata` give filled in. Values are TeX, as written.
 */
export function selfContainedEntry(file: BibtexFile, entry: ScannedEntry): string {
  const own = file.textOf(entry);
  if (!file.takesFromElsewhere(entry) && closes(own)) return own;
  const lines: string[] = [];
  const seen = new Set(['crossref', 'xdata']);
  for (const { name, kind, written, value } of file.fieldsOf(entry)) {
    if (seen.has(name)) continue;
    seen.add(name);
    const month = kind === valueKind.expression ? [...expressionParts(written)] : [];
    const isMacro = month.length === 1 && month[0]!.literal === undefined && value === month[0]!.name;
    lines.push(`  ${name} = ${isMacro ? value : `{${balanced(value)}}`}`);
  }
  for (const [name, value] of file.inherited(entry))
    if (!seen.has(name)) lines.push(`  ${name} = {${balanced(value)}}`);
  return `@${entry.type}{${entry.key},\n${lines.join(',\n')}\n}`;
}

function closes(text: string): boolean {
  return /[})]$/.test(text) && depths(text) === 0;
}

/** BibTeX counts braces even behind a backslash. */
function depths(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return -1;
  }
  return text.includes('{') || text.includes('(') ? depth : -1;
}

/** Without the braces that have no counterpart. */
function balanced(value: string): string {
  const open: number[] = [];
  const stray = new Set<number>();
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '{') open.push(at);
    else if (value[at] === '}' && open.pop() === undefined) stray.add(at);
  }
  for (const at of open) stray.add(at);
  return stray.size
    ? value
        .split('')
        .filter((_, at) => !stray.has(at))
        .join('')
    : value;
}
