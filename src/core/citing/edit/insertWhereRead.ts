import { applyEdits, type TextEdit } from '../../model/textEdit';
import type { TextRange } from '../../model/textRange';
import type { DocumentCitations } from '../citation';
import { citationLanguage } from '../citationLanguages';
import { wildcardKey } from '../citedKeys';
import { withColumns } from '../place/columnTable';
import { laterPlaces } from '../place/insertionPlace';
import type { Outline } from '../place/outline';
import { blankLinesFrom, type ParagraphPlace, paragraphPlaces } from '../place/ownParagraph';
import { caret } from './caret';
import { citedRanges, citedStretches } from './citedStretches';
import { asEditOf, type Insertion } from './joinInsertions';

/** So many places behind the cursor in its paragraph are tried; each takes a reading of the document. */
const maxPlaces = 4;
/** So many blank lines behind it. */
const maxBlankLines = 3;

/**
 * The insertion at the cursor's own place, where the document then cites the keys and all it cited before, and consists of what it did.
 * Else the one at the nearest place of which that is true: later in the paragraph, in one of its own behind the code, the
 * metadata or the table that the cursor is in, or before it. `undefined` where there is none.
 */
export function insertWhereRead(
  text: string,
  cursor: number,
  keys: readonly string[],
  parsed: DocumentCitations,
  insertAt: (text: string, place: number, parsed: DocumentCitations) => Insertion,
): Insertion | undefined {
  const offset = placeNear(text, cursor);
  const first = insertAt(text, offset, parsed);
  if (first.edits.length === 0) return first;
  const language = citationLanguage(parsed.language);
  const before = keyCounts(parsed);
  const cited = citedRanges(parsed);
  const outline = language.outline(text, parsed, cited);
  /** The shape without what an edit may change, as it was. */
  const shapeWithout = (stretches: readonly TextRange[]) =>
    isWithin(stretches, cited) ? outline.shape : language.outline(text, parsed, stretches).shape;
  const isRead = ({ edits }: Insertion) => {
    const written = applyEdits(text, edits).replaceAll(caret, '');
    const after = language.readLike(written, parsed);
    if (!cites(after, before, keys)) return false;
    const stretches = citedStretches(parsed, after, edits.map(withoutCaret));
    return language.outline(written, after, stretches.after).shape === shapeWithout(stretches.before);
  };
  const fitted = (insertion: Insertion): Insertion => {
    const edits = withColumns(text, outline, insertion.edits);
    const at = insertion.edits[0]?.start ?? offset;
    const before = edits.slice(insertion.edits.length).filter(({ start }) => start < at);
    const moved = before.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
    return { ...insertion, edits, cursor: insertion.cursor + moved };
  };
  const own = fitted(first);
  if (isRead(own)) return own;
  const isCited = (place: number) => parsed.citations.some(({ start, end }) => start < place && place <= end);
  const inBlock = () => {
    const tokens = language.tokens(text, offset, parsed);
    const later = laterPlaces(text, tokens, offset).filter(place => !isCited(place));
    const word = tokens.findLast(({ kind, end }) => kind === 'word' && end <= offset);
    return [...later.slice(0, maxPlaces), ...(word ? [word.end] : [])];
  };
  const inParagraph = ({ at, before: lead, after: rest }: ParagraphPlace): Insertion => {
    const widened = text.slice(0, at) + lead + rest + text.slice(at);
    const inserted = insertAt(widened, at + lead.length, language.readLike(widened, parsed));
    return asEditOf(text, widened, inserted, at);
  };
  for (const place of otherPlaces(text, offset, outline, inBlock, parsed.language === 'markdown')) {
    const insertion = typeof place === 'number' ? fitted(insertAt(text, place, parsed)) : inParagraph(place);
    if (isRead(insertion))
      return isFar(text, offset, insertion) ? { ...insertion, isMoved: true } : insertion;
  }
  return undefined;
}

/** Whether lines with text in them are between a place and what is inserted for it. */
function isFar(text: string, offset: number, { edits }: Insertion): boolean {
  const at = edits[0]!.start;
  return /\S[^\S\n]*\n/.test(text.slice(Math.min(at, offset), Math.max(at, offset)));
}

/** Where else one can cite for a cursor, the nearest first. */
function* otherPlaces(
  text: string,
  offset: number,
  { texts }: Outline,
  inBlock: () => readonly number[],
  hasQuotes: boolean,
): Generator<number | ParagraphPlace> {
  const here = texts.findLast(([start, end]) => start <= offset && offset <= end);
  const from = here ? here[1] : offset;
  const previous = texts.findLast(([, end]) => end < offset);
  const [line, ...lines] = take(blankLinesFrom(text, from, text.length), maxBlankLines);
  if (here) yield* inBlock();
  // Within a block, the text above takes it.
  else if (line !== undefined && line <= offset) yield* paragraphPlaces(text, line, hasQuotes);
  else if (previous && !/\n[ \t]*\r?\n/.test(text.slice(previous[1], offset))) yield previous[1];
  if (line !== undefined) yield* paragraphPlaces(text, line, hasQuotes);
  // Where none can stand between two blocks, the one above takes it.
  if (line !== undefined && line <= offset && previous) yield previous[1];
  for (const other of lines) yield* paragraphPlaces(text, other, hasQuotes);
  const next = texts.find(([start]) => start > from)?.[0];
  yield* paragraphPlaces(
    text,
    next === undefined ? text.length : text.lastIndexOf('\n', next - 1) + 1,
    hasQuotes,
  );
  if (next !== undefined) yield next;
  if (previous) yield previous[1];
}

/** A place next to `offset` that is in the middle of no character or line end, nor before the mark that says how the file is written. */
function placeNear(text: string, offset: number): number {
  if (offset === 0 && text.startsWith('\ufeff')) return 1;
  const isCut =
    offset > 0 && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(offset - 1, offset + 1));
  return isCut ? offset - 1 : offset;
}

function withoutCaret(edit: TextEdit): TextEdit {
  return { ...edit, text: edit.text.replaceAll(caret, '') };
}

/** Both are in order. */
function isWithin(ranges: readonly TextRange[], others: readonly TextRange[]): boolean {
  let at = 0;
  return ranges.every(([start, end]) => {
    while (at < others.length && others[at]![1] < end) at++;
    return at < others.length && others[at]![0] <= start;
  });
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const value of values) {
    if (left-- <= 0) return;
    yield value;
  }
}

/** How often keys are cited; of a citation whose brace or bracket is missing it is not certain which words are its keys. */
interface KeyCounts {
  readonly finished: ReadonlyMap<string, number>;
  readonly unfinished: ReadonlySet<string>;
}

function keyCounts({ citations }: DocumentCitations): KeyCounts {
  const finished = new Map<string, number>();
  const unfinished = new Set<string>();
  for (const citation of citations)
    for (const { key } of citation.keys)
      if (citation.unfinished) unfinished.add(key);
      else if (key !== wildcardKey) finished.set(key, (finished.get(key) ?? 0) + 1);
  return { finished, unfinished };
}

/** Whether the keys are cited, and of others those that were and no more, but for those of a citation that was not finished. */
function cites(document: DocumentCitations, before: KeyCounts, keys: readonly string[]): boolean {
  const after = keyCounts(document);
  const joined = document.citations.filter(citation => citation.keys.some(({ key }) => keys.includes(key)));
  const expected = new Set([
    ...before.unfinished,
    ...joined.flatMap(citation => citation.keys.map(({ key }) => key)),
  ]);
  const isCited = (key: string) => after.finished.has(key) || after.unfinished.has(key);
  return (
    [...before.finished.keys(), ...keys].every(isCited) &&
    [...after.finished].every(([key, count]) => count === before.finished.get(key) || expected.has(key))
  );
}
