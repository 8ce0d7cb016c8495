import type { EntryPosition, KeyPositions } from '../bibliographyFormat';
import { entryTypes } from './hayagrivaTypes';

/** A line that begins an entry: `key:`, at the column of the file's first one, with its value behind it or below. */
const keyLine =
  /^([ \t]*)(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\n]|'')*)'|((?:[^\s"'#&*!|>%@`{}[\],?-]|[?-]\S)(?:[^ \t\r\n:]|:(?![ \t\r\n]|$)|[ \t]+(?=[^ \t\r\n:]|:(?![ \t\r\n]|$)))*))[ \t]*:(?=[ \t\r\n]|$)/;

/** A line at the entries' column that begins none. */
interface Stray {
  readonly start: number;
  readonly written: string;
}

interface HayagrivaPositions extends KeyPositions {
  readonly strays: readonly Stray[];
}

/**
 * The entries of a Hayagriva file: the fields of the mapping that the whole file is. In valid YAML a line that is not indented begins one,
 * whatever is between.
 */
export function hayagrivaPositions(text: string): HayagrivaPositions {
  const entries: EntryPosition[] = [];
  const strays: Stray[] = [];
  let indent: string | undefined;
  let open: Omit<EntryPosition, 'entryEnd'> | undefined;
  const close = (end: number) => {
    if (open) entries.push({ ...open, entryEnd: endOfEntry(text, open.entryStart, end) });
    open = undefined;
  };
  for (const { start, line } of linesOf(text)) {
    if (/^\ufeff?\s*(?:#|$)/.test(line)) continue;
    if (/^\ufeff?(?:---|\.\.\.|%)/.test(line)) {
      close(start);
      continue;
    }
    const column = /^\ufeff?([ \t]*)/.exec(line)![1]!;
    indent ??= column;
    if (column.length > indent.length) continue;
    close(start);
    const match = keyLine.exec(line.replace(/^\ufeff/, ''));
    if (!match) {
      if (/[\p{L}\p{N}]/u.test(line)) strays.push({ start, written: line.trim() });
      continue;
    }
    const [whole, blanks = '', doubled, single, plain] = match;
    const mark = line.startsWith('\ufeff') ? 1 : 0;
    const written = doubled ?? single ?? plain ?? '';
    const at = start + mark + blanks.length + (plain === undefined ? 1 : 0);
    const key = doubled !== undefined ? unescaped(doubled) : (single?.replaceAll("''", "'") ?? written);
    if (whole) open = { key, start: at, end: at + written.length, entryStart: start + mark };
  }
  close(text.length);
  return { entries, mentions: [], strays };
}

function unescaped(written: string): string {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

/** Comments and blank lines at an entry's end stand before the next one. */
function endOfEntry(text: string, start: number, end: number): number {
  const lines = text.slice(start, end).split('\n');
  while (lines.length > 1 && /^\s*(?:#.*)?$/.test(lines.at(-1)!)) lines.pop();
  return start + lines.join('\n').trimEnd().length;
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly line: string }> {
  const newline = text.includes('\n') ? '\n' : '\r';
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(newline, start);
    const stop = end < 0 ? text.length : end;
    yield { start, line: text.slice(start, stop).replace(/\r$/, '') };
    start = stop + 1;
  }
}

/** Whether a text begins as a Hayagriva file does: with a name and what belongs to it below, and no list of items. */
export function looksLikeHayagriva(head: string): boolean {
  for (const { line } of linesOf(head)) {
    if (/^\ufeff?\s*(?:#|$|%|---\s*(?:#|$))/.test(line)) continue;
    const match = keyLine.exec(line.replace(/^\ufeff/, ''));
    if (!match) return false;
    return /^[ \t]*(?:#|$|\{|&)/.test(line.replace(/^\ufeff/, '').slice(match[0].length));
  }
  return false;
}

/** A file longer than this is not looked at to tell what it is. */
const maxLookedAt = 5_000_000;

/** Whether a YAML text can be nothing but Hayagriva: every field of it is a mapping with a type of entry that Hayagriva has. */
export function isHayagriva(text: string): boolean {
  if (text.length > maxLookedAt || !looksLikeHayagriva(text.slice(0, 10_000))) return false;
  const { entries } = hayagrivaPositions(text);
  return entries.length > 0 && typedEntries(text, entries) === entries.length;
}

/** How many of the entries have a type that Hayagriva knows. */
export function typedEntries(text: string, entries: HayagrivaPositions['entries']): number {
  const type = /(?:^|[{,\n])[ \t]*["']?type["']?[ \t]*:[ \t]*["']?(\w+)/;
  return entries.filter(({ entryStart, entryEnd }) =>
    entryTypes.has(type.exec(text.slice(entryStart, entryEnd))?.[1]?.toLowerCase() ?? ''),
  ).length;
}
