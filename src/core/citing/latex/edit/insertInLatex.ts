import type { CitedItem, Form } from '../../citation';
import type { Insertion } from '../../joinInsertions';
import type { LatexCitation, LatexDocument } from '../latexDocument';
import { joinInLatex } from './joinInLatex';
import { writeCitation } from './writeInLatex';

/**
 * Cites `items` at the cursor: they join the citation the cursor is in or right behind, keys already there are not repeated;
 * elsewhere a new citation is written, with the command the document uses.
 */
export function insertInLatex(
  document: LatexDocument,
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form = 'normal',
): Insertion {
  const citation = citationToJoin(document, offset);
  if (citation) return joinInLatex(document, text, offset, citation, items);
  const written = writeCitation(document, items, form);
  const { lead, trail } = spacesAround(text, offset, written);
  return {
    edits: [{ start: offset, end: offset, text: lead + written + trail }],
    cursor: offset + lead.length + written.length,
  };
}

/** A word before or behind is set off, but a footnote's mark or a superscript stands at its word. */
function spacesAround(text: string, offset: number, written: string): { lead: string; trail: string } {
  const isMark = /^\\(?:foot|super|smart)/i.test(written);
  const isBehindWord = !isMark && /[\p{L}\p{N})\]]/u.test(text[offset - 1] ?? '');
  const isBeforeWord = /[\p{L}\p{N}(]/u.test(text[offset] ?? '');
  return { lead: isBehindWord ? ' ' : '', trail: isBeforeWord ? ' ' : '' };
}

/** The innermost citation around the cursor or just before it. */
function citationToJoin(document: LatexDocument, offset: number): LatexCitation | undefined {
  return document.citations.findLast(
    ({ start, end, parts, command }) =>
      start < offset &&
      offset <= Math.max(end, parts.at(-1)!.list.closed ? end : parts.at(-1)!.list.start) &&
      !/quote$/.test(command),
  );
}
