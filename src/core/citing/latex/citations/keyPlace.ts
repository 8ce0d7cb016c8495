import type { CitationPart, LatexCitation, LatexDocument } from '../latexDocument';
import {
  backslash,
  closeBrace,
  comma,
  isBlank,
  lineEnd,
  newline,
  openBrace,
  percent,
} from '../reader/characters';

/** Where a key is being typed, or could be: `\cite{one,\n  tw|o}`. */
export interface KeyPlace {
  readonly citation: LatexCitation;
  readonly part: CitationPart;
  /** What stands there now, from its first character to its last; empty where nothing does. */
  readonly start: number;
  readonly end: number;
  /** The part of it before the cursor. */
  readonly typed: string;
}

/** The place of the key at a cursor inside the braces of a citation; `undefined` elsewhere, in notes and comments too. */
export function keyPlaceInLatex(document: LatexDocument, text: string, offset: number): KeyPlace | undefined {
  for (const citation of document.citations) {
    // What is written here is only a part of the key that is cited.
    if (document.commands.get(citation.command)?.templates) continue;
    for (const part of citation.parts) {
      if (offset < part.list.start || offset > part.list.end) continue;
      const lead = leadAround(text, citation, part, offset);
      if (lead !== undefined && offset < lead) continue;
      const start = lead ?? keyStart(text, part.list.start, offset);
      if (start === undefined || (!part.list.closed && /\s/.test(text.slice(start, offset)))) continue;
      const end = start === offset && !part.list.closed ? offset : keyEnd(text, offset);
      return { citation, part, start, end, typed: text.slice(start, offset) };
    }
  }
  return undefined;
}

/** Of mcite and REVTeX: a star that joins a key to the one before it, and the words around it. */
const keyLead = /\*(?:\[[^[\]]*\]){0,2}$/;

/** Where the key begins that the cursor is at, or in the lead of, where it has one. */
function leadAround(
  text: string,
  { keys }: LatexCitation,
  { list }: CitationPart,
  offset: number,
): number | undefined {
  const key = keys.find(({ start, end }) => start >= list.start && end >= offset);
  const lead = key && keyLead.exec(text.slice(list.start, key.start));
  return lead && list.start + lead.index < offset ? key.start : undefined;
}

/** After the last comma, white space or comment before the cursor; `undefined` in a comment. */
function keyStart(text: string, listStart: number, offset: number): number | undefined {
  let start = listStart;
  let here = listStart;
  while (here < offset) {
    const code = text.charCodeAt(here);
    if (code === percent) {
      const end = lineEnd(text, here);
      if (offset <= end) return undefined;
      here = end + 1;
      start = here;
    } else {
      here++;
      if (code === comma || ((isBlank(code) || code === newline) && start === here - 1)) start = here;
    }
  }
  return start;
}

function keyEnd(text: string, offset: number): number {
  let end = offset;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === comma || code === closeBrace || code === openBrace || code === percent || code === backslash)
      break;
    if (isBlank(code) || code === newline) break;
  }
  return end;
}
