import type { TextEdit } from '../../textEdit';
import type { Form } from '../citation';
import type { Insertion } from '../joinInsertions';
import { chooseCommand, commandsOf, noteStyle } from './chooseCommand';
import type { CitationPart, LatexCitation, LatexDocument } from './latexDocument';
import { type Notes, writeNotes } from './latexNotes';

/** A reference to cite, with what is to be printed around it. */
export interface CitedItem extends Notes {
  readonly key: string;
}

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
  if (citation) return join(text, offset, citation, items);
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

/** A new citation, as it would stand in running text. */
export function writeCitation(document: LatexDocument, items: readonly CitedItem[], form: Form): string {
  const command = chooseCommand(document, form);
  const style = noteStyle(document.packages);
  const [first] = items;
  const last = items.at(-1);
  const oneNote =
    items.slice(1).every(({ prefix }) => !prefix) && items.slice(0, -1).every(({ locator }) => !locator);
  if (!first || !last || oneNote) {
    const notes = {
      ...(first?.prefix && { prefix: first.prefix }),
      ...(last?.locator && { locator: last.locator }),
    };
    return `\\${command}${writeNotes(notes, style)}{${items.map(({ key }) => key).join(',')}}`;
  }
  const multicite = multiciteOf(command);
  if (document.packages.has('biblatex') && multicite)
    return `\\${multicite}${items.map(item => `${writeNotes(item, style)}{${item.key}}`).join('')}`;
  if (command === 'citep' && commandsOf(document.packages).normal === 'citep')
    return `\\citetext{${items.map(item => `\\citealp${writeNotes(item, style)}{${item.key}}`).join('; ')}}`;
  return items.map(item => `\\${command}${writeNotes(item, style)}{${item.key}}`).join(', ');
}

/** The command of biblatex that gives each key its own notes. */
function multiciteOf(command: string): string | undefined {
  return /^(?:paren|foot|smart|text|super|auto)?cite$/i.test(command) ? `${command}s` : undefined;
}

/** Adds keys to the list the cursor is in, after the key it is at or behind, in the manner of the list. */
function join(text: string, offset: number, citation: LatexCitation, items: readonly CitedItem[]): Insertion {
  const part = citation.parts.findLast(({ start }) => start <= offset) ?? citation.parts[0]!;
  const { list } = part;
  const present = citation.keys.filter(({ start }) => list.start <= start && start <= list.end);
  const keys = items.map(({ key }) => key).filter(key => !citation.keys.some(cited => cited.key === key));
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
function separatorIn(text: string, list: CitationPart['list'], keys: LatexCitation['keys']): string {
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
