import type { CitedItem, Form } from '../../citation';
import type { Insertion } from '../../joinInsertions';
import { leadHabit } from '../../place/leadHabit';
import { newCitation } from '../../place/newCitation';
import type { LatexCitation, LatexDocument } from '../latexDocument';
import { joinInLatex } from './joinInLatex';
import { latexTokens } from './latexTokens';
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
  return newCitation(text, latexTokens(text, offset, document.citations), offset, {
    lead: isMark(written) ? '' : leadHabit(text, document.citations, form),
    write: () => written,
  });
}

/** A footnote's mark or a superscript stands at its word. */
function isMark(written: string): boolean {
  return /^\\(?:foot|super|smart)/i.test(written);
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
