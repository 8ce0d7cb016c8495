import type { TextEdit } from '../../../model/textEdit';
import { newlineOf } from '../../../util/lines/newline';
import type { CitedItem, DocumentCitations, Form } from '../../citation';
import type { Insertion } from '../../edit/joinInsertions';
import { leadHabit } from '../../place/leadHabit';
import { newCitation } from '../../place/newCitation';
import { isReference } from '../label';
import { closingInTypst } from '../typstBrackets';
import { typstTokens } from '../typstTokens';
import { keyPlaceInTypst, type TypstKeyPlace } from './keyPlaceInTypst';
import { writeCitation, writeLabel } from './writeCitation';

/** Cites `items` at the cursor. Typst joins what stands side by side, so a citation at the cursor is followed by the new ones. */
export function insertInTypst(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form,
  { citations }: DocumentCitations,
): Insertion {
  const place = keyPlaceInTypst(text, offset);
  if (place && place.start === place.end) return complete(text, place, items, form);
  const here = citations.findLast(({ start, end }) => start < offset && offset <= end);
  if (here) {
    const present = neighbours(text, citations, here);
    const added = items.filter(({ key }) => !present.has(key));
    return added.length
      ? inserted(here.end, here.end, ` ${writeAll(added, form, text.slice(here.end))}`)
      : { edits: [], cursor: offset };
  }
  const insertion = newCitation(text, typstTokens(text, offset, citations), offset, {
    lead: leadHabit(text, citations, form) || ' ',
    write: behind => writeAll(items, form, behind),
  });
  return endsStatement(text, insertion.edits[0]!.start) ? onNextLine(insertion, newlineOf(text)) : insertion;
}

/** Keywords behind which code goes on to the end of its line, so that nothing may follow there. */
const statement = /(?:^|[^\\\p{L}\p{N}])#(?:let|set|show|import|include)\b/gu;

/** Whether a statement of the code ends at a place, with nothing behind it on its line. */
function endsStatement(text: string, at: number): boolean {
  if (!/^[ \t]*(?:$|[\r\n])/.test(text.slice(at, at + 200))) return false;
  const paragraph = Math.max(text.lastIndexOf('\n\n', at - 1), 0);
  const last = [...text.slice(paragraph, at).matchAll(statement)].at(-1);
  if (!last) return false;
  const code = text.slice(paragraph + last.index, at);
  const opened = (code.match(/[([{]/g) ?? []).length - (code.match(/[)\]}]/g) ?? []).length;
  // A line break ends it, but within brackets.
  const tail = code.slice(code.lastIndexOf('\n') + 1);
  return opened === 0 && (tail === code.replace(/^\n/, '') || /^[ \t]*[)\]}]/.test(tail));
}

function onNextLine({ edits, cursor }: Insertion, newline: string): Insertion {
  const [{ start, end, text }] = edits as [TextEdit];
  const moved = newline + text.trimStart();
  return { edits: [{ start, end, text: moved }], cursor: cursor + moved.length - text.length };
}

/** Uses what is typed already, `@`, `#cite(`, `#cite(<>, form: "prose")`: the first key goes in, the others follow. */
function complete(text: string, place: TypstKeyPlace, items: readonly CitedItem[], form: Form): Insertion {
  const { outer, call } = place;
  const behind = text.slice(outer.end, outer.end + 40);
  if (!call) {
    const trail = /^[\p{L}\p{N}(]/u.test(behind) ? ' ' : '';
    // A supplement that stands there is that of the key.
    const isSupplemented = items.length === 1 && behind.startsWith('[') && isReference(items[0]!.key);
    const written = isSupplemented ? `@${items[0]!.key}` : writeAll(items, form, trail + behind);
    return {
      edits: [{ start: outer.start, end: outer.end, text: written + trail }],
      cursor: outer.start + written.length,
    };
  }
  const [first, ...others] = items;
  const supplement = first!.locator ? `, supplement: [${first!.locator}]` : '';
  const argument = writeLabel(first!.key) + supplement;
  const rest = others.map(item => ` ${writeCitation(item, form)}`).join('');
  const edits: TextEdit[] = [
    { start: outer.start, end: outer.end, text: argument + (call.isClosed ? '' : `)${rest}`) },
  ];
  const close = call.isClosed ? closingInTypst(text, text.lastIndexOf('(', outer.start - 1)) : undefined;
  if (close === undefined) return { edits, cursor: outer.start + edits[0]!.text.length };
  if (rest) edits.push({ start: close + 1, end: close + 1, text: rest });
  return { edits, cursor: close + 1 + argument.length - (outer.end - outer.start) + rest.length };
}

/** The keys of the citations around one, with nothing but white space between. */
function neighbours(
  text: string,
  citations: DocumentCitations['citations'],
  here: DocumentCitations['citations'][number],
): Set<string> {
  const index = citations.indexOf(here);
  const touch = (left: number, right: number) =>
    /^[ \t]*(?:\n[ \t]*)?$/.test(text.slice(citations[left]!.end, citations[right]!.start));
  let first = index;
  while (first > 0 && touch(first - 1, first)) first--;
  let last = index;
  while (last + 1 < citations.length && touch(last, last + 1)) last++;
  return new Set(citations.slice(first, last + 1).flatMap(({ keys }) => keys.map(({ key }) => key)));
}

/** Side by side, which Typst joins. */
function writeAll(items: readonly CitedItem[], form: Form, behind: string): string {
  return items
    .map((item, index) => writeCitation(item, form, index < items.length - 1 ? ' ' : behind.slice(0, 40)))
    .join(' ');
}

function inserted(start: number, end: number, text: string): Insertion {
  return { edits: [{ start, end, text }], cursor: start + text.length };
}
