import type { TextEdit } from '../../../model/textEdit';
import type { CitedItem } from '../../citation';
import type { Insertion } from '../../edit/joinInsertions';
import type { CitationPart, LatexCitation, LatexDocument } from '../latexDocument';
import { noteStyle } from './chooseCommand';
import { writeNotes } from './latexNotes';
import { multiciteOf, writeCitation } from './writeInLatex';

/**
 * Adds keys to the citation the cursor is in, after the key it is at or behind, in the manner of its list. What is to be printed around
 * them goes where the command has a place for it; where it has none, they get a citation of their own.
 */
export function joinInLatex(
  document: LatexDocument,
  text: string,
  offset: number,
  citation: LatexCitation,
  items: readonly CitedItem[],
): Insertion {
  const added = items.filter(({ key }) => !citation.keys.some(cited => cited.key === key));
  const part = citation.parts.findLast(({ start }) => start <= offset) ?? citation.parts[0]!;
  const hasNotes = added.some(({ prefix, locator }) => prefix || locator);
  if (!hasNotes || !part.list.closed) return joinList(text, offset, citation, part, added);
  return (
    joinParts(document, citation, part, added) ??
    joinWithNotes(document, text, citation, part, added) ??
    citeBehind(document, citation, added)
  );
}

/** `\\parencites[3]{a}[4]{b}`: each key with its notes, in a citation that is of this kind or can be. */
function joinParts(
  document: LatexDocument,
  citation: LatexCitation,
  part: CitationPart,
  items: readonly CitedItem[],
): Insertion | undefined {
  if (!document.packages.has('biblatex')) return undefined;
  const isMulti = /cites\*?$/i.test(citation.command);
  const multi = isMulti ? citation.command : multiciteOf(citation.command);
  if (!multi) return undefined;
  const style = noteStyle(document.packages);
  const written = items.map(item => `${writeNotes(item, style)}{${item.key}}`).join('');
  const at = part.list.end + 1;
  const edits: TextEdit[] = [{ start: at, end: at, text: written }];
  const nameStart = citation.start + 1;
  if (!isMulti) edits.unshift({ start: nameStart, end: nameStart + citation.command.length, text: multi });
  return { edits, cursor: at + multi.length - citation.command.length + written.length };
}

/** The notes of the one list: before its first key and behind its last, where nothing is yet. */
function joinWithNotes(
  document: LatexDocument,
  text: string,
  citation: LatexCitation,
  part: CitationPart,
  items: readonly CitedItem[],
): Insertion | undefined {
  const last = items.at(-1)!;
  const isNotedInside = items.some(item => item.prefix || (item !== last && item.locator));
  if (isNotedInside || part.prenote || part.postnote || citation.parts.length > 1) return undefined;
  const { edits, cursor } = joinList(text, part.list.end, citation, part, items);
  const notes = writeNotes({ locator: last.locator! }, noteStyle(document.packages));
  const at = part.list.start - 1;
  return { edits: [{ start: at, end: at, text: notes }, ...edits], cursor: cursor + notes.length };
}

function citeBehind(
  document: LatexDocument,
  citation: LatexCitation,
  items: readonly CitedItem[],
): Insertion {
  const written = ` ${writeCitation(document, items, citation.keys[0]?.form ?? 'normal')}`;
  const { end } = citation;
  return { edits: [{ start: end, end, text: written }], cursor: end + written.length };
}

function joinList(
  text: string,
  offset: number,
  citation: LatexCitation,
  part: CitationPart,
  items: readonly CitedItem[],
): Insertion {
  const { list } = part;
  const present = citation.keys.filter(({ start }) => list.start <= start && start <= list.end);
  const keys = items.map(({ key }) => key);
  const cursor = offset < list.start && list.closed ? list.end : Math.min(offset, list.end);
  const last = present.at(-1)?.end ?? cursor;
  if (keys.length === 0)
    return { edits: list.closed ? [] : [{ start: last, end: last, text: '}' }], cursor: offset };
  const added = addition(text, part, present, cursor, keys);
  if (list.closed) return { edits: [added], cursor: added.start + added.text.length };
  const edits =
    added.start >= last
      ? [{ ...added, text: `${added.text}}` }]
      : [added, { start: last, end: last, text: '}' }];
  return { edits, cursor: added.start + added.text.length + (added.start >= last ? 1 : 0) };
}

function addition(
  text: string,
  { list }: CitationPart,
  present: LatexCitation['keys'],
  cursor: number,
  keys: readonly string[],
): TextEdit {
  const separator = separatorIn(text, list, present);
  const insert = (at: number, added: string): TextEdit => ({ start: at, end: at, text: added });
  const [first] = present;
  if (!first) return insert(cursor, keys.join(separator));
  const before = present.findLast(({ start }) => start < cursor);
  if (!before) return insert(first.start, keys.join(separator) + separator);
  const comma = before === present.at(-1) && /^\s*,/.exec(text.slice(before.end, list.end));
  if (!comma) return insert(before.end, separator + keys.join(separator));
  // `{one, |}`: the comma is there already.
  const afterComma = before.end + comma[0].length;
  const isBehind = cursor > afterComma && !/%[^\n]*$/.test(text.slice(afterComma, cursor));
  return isBehind
    ? insert(cursor, keys.join(separator))
    : insert(afterComma, separator.slice(1) + keys.join(separator));
}

/** What stands between two keys of the list: `,`, `, `, or a comma with a new line; `,` where there is one key. */
export function separatorIn(text: string, list: CitationPart['list'], keys: LatexCitation['keys']): string {
  const [first, second] = keys;
  if (first && second) {
    const between = text.slice(first.end, second.start);
    return /^\s*,\s*$/.test(between)
      ? between.trimStart()
      : between.includes('\n')
        ? `,\n${indentAt(text, second.start)}`
        : ', ';
  }
  const lead = first && text.slice(list.start, first.start);
  return lead?.includes('\n') ? `,\n${indentAt(text, first!.start)}` : ',';
}

function indentAt(text: string, position: number): string {
  return /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', position - 1) + 1, position))?.[0] ?? '';
}
