import type { CitedItem, Form } from '../../citation';
import type { Insertion } from '../../edit/joinInsertions';
import { leadHabit } from '../../place/leadHabit';
import { newCitation } from '../../place/newCitation';
import { type KeyPlace, keyPlaceInLatex } from '../citations/keyPlace';
import type { LatexCitation, LatexDocument } from '../latexDocument';
import { joinInLatex, separatorIn } from './joinInLatex';
import { latexTokens } from './latexTokens';
import { isBehindUnbracedCommand } from './unbracedCommand';
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
  command?: string,
): Insertion {
  const slot = items.some(({ prefix, locator }) => prefix || locator)
    ? undefined
    : emptySlot(document, text, offset);
  if (slot) return fill(text, offset, slot, items);
  const citation = citationToJoin(document, offset);
  if (citation) return joinInLatex(document, text, offset, citation, items);
  if (isBehindUnbracedCommand(document, text, offset)) {
    const braced = `{${items.map(({ key }) => key).join(',')}}`;
    const trail = /^[\p{L}\p{N}]/u.test(text.slice(offset)) ? ' ' : '';
    return { edits: [{ start: offset, end: offset, text: braced + trail }], cursor: offset + braced.length };
  }
  const written = writeCitation(document, items, form, command);
  return newCitation(text, latexTokens(text, offset, document.citations), offset, {
    lead: isMark(written) ? '' : leadHabit(text, document.citations, form),
    write: () => written,
  });
}

/** A footnote's mark or a superscript stands at its word. */
function isMark(written: string): boolean {
  return /^\\(?:foot|super|smart)/i.test(written);
}

/** A place between commas or braces that has no key yet: `{|}`, `{a, |}`, `{| and so on` where the brace is missing. */
function emptySlot(document: LatexDocument, text: string, offset: number): KeyPlace | undefined {
  const place = keyPlaceInLatex(document, text, offset);
  if (!place || place.start !== place.end) return undefined;
  const { list } = place.part;
  const before = text
    .slice(list.start, offset)
    .replace(/%[^\n]*(?:\n|$)/g, '')
    .trimEnd();
  if (before !== '' && !before.endsWith(',')) return undefined;
  const next = text[offset] ?? '';
  return list.closed || /^[\s.,;:)]?$/.test(next) ? place : undefined;
}

function fill(
  text: string,
  offset: number,
  { citation, part }: KeyPlace,
  items: readonly CitedItem[],
): Insertion {
  const present = citation.keys.filter(({ start }) => start < offset || part.list.closed);
  const added = items.filter(({ key }) => !present.some(cited => cited.key === key));
  const blank = /,([ \t]+)$/.exec(text.slice(part.list.start, offset))?.[1];
  const separator = blank ? `,${blank}` : separatorIn(text, part.list, present);
  const keys = added.map(({ key }) => key).join(separator);
  const behind = /^[ \t]*[^\s,}%]/.test(text.slice(offset)) && part.list.closed ? ',' : '';
  const written = keys + (keys && behind) + (part.list.closed ? '' : '}');
  return {
    edits: written ? [{ start: offset, end: offset, text: written }] : [],
    cursor: offset + written.length - (keys && behind).length,
  };
}

/** The innermost citation around the cursor or just before it. */
function citationToJoin(document: LatexDocument, offset: number): LatexCitation | undefined {
  return document.citations.findLast(
    ({ start, end, parts, command }) =>
      start < offset &&
      offset <= Math.max(end, parts.at(-1)!.list.closed ? end : parts.at(-1)!.list.start) &&
      (!/quote$/.test(command) || parts.some(({ list }) => list.start <= offset && offset <= list.end)),
  );
}
