import type { TextEdit } from '../../model/textEdit';
import { habitsOf } from './bibStyle';

/**
 * The edit that adds an entry at the end of a `.bib` text: it inserts and replaces nothing. The entry comes before what JabRef
 * keeps at the end of its files, and before a last entry that does not close, which would swallow it.
 */
export function appendEntry(bibtex: string, entry: string): TextEdit {
  const { newline, emptyLines } = habitsOf(bibtex);
  const text = entry.trim().replace(/\r?\n/g, newline);
  const at = insertionPoint(bibtex);
  const before = bibtex.slice(0, at);
  if (at < bibtex.length) return { start: at, end: at, text: text + newline.repeat(emptyLines + 1) };
  if (before.replace(/^\ufeff/, '').trim() === '') return { start: at, end: at, text: text + newline };
  const newlines = /(?:\r?\n[ \t]*)*$/.exec(before.slice(-100))![0].split('\n').length - 1;
  const gap = newline.repeat(Math.max(0, emptyLines + 1 - newlines));
  return { start: at, end: at, text: gap + text + (newlines > 0 ? newline : '') };
}

function insertionPoint(bibtex: string): number {
  const starts = entryStarts(bibtex);
  const last = starts.at(-1);
  if (last === undefined) return bibtex.length;
  if (!closes(bibtex, last)) return last;
  let at = bibtex.length;
  for (const start of starts.reverse()) {
    if (!/^@comment\s*\{\s*jabref-/i.test(bibtex.slice(start, start + 40))) break;
    at = start;
  }
  return at;
}

/** Offsets of the `@` that begin a line. */
function entryStarts(bibtex: string): number[] {
  return [...bibtex.matchAll(/^@(?=[A-Za-z]+[ \t]*[{(])/gm)].map(match => match.index);
}

function closes(bibtex: string, start: number): boolean {
  const open = bibtex.slice(start).search(/[{(]/) + start;
  // With parentheses around it, an entry ends at the first one outside braces.
  let depth = 0;
  for (let at = open; at < bibtex.length; at++) {
    const character = bibtex[at];
    if (character === '{') depth++;
    else if (character === '}') depth--;
    if (depth <= 0 && (bibtex[open] === '{' || character === ')')) return true;
  }
  return false;
}
