import { applyEdits } from '../../../model/textEdit';
import type { Citation, CitedItem, DocumentCitations, Form } from '../../citation';
import type { Insertion } from '../../edit/joinInsertions';
import { insertionPlace } from '../../place/insertionPlace';
import { leadHabit } from '../../place/leadHabit';
import { newCitation } from '../../place/newCitation';
import { BracketPairs } from '../inline/bracketPairs';
import { readKey } from '../inline/citationKey';
import { crossReferencesOf } from '../inline/crossReferences';
import { closedMetadataBlocks } from '../metadata/metadataBlocks';
import { readMarkdown } from '../readMarkdown';
import { isWildcard } from './completionInMarkdown';
import { groupLayout } from './groupParts';
import { insertInMetadata } from './insertInMetadata';
import { LinkLabels, markdownTokens } from './markdownTokens';
import { isInNocite, listInNocite } from './nocite';
import { writeCitation, writeParts } from './writeCitation';

/** The beginning of a citation in front of the cursor: `@`, `-@`, `@{`. */
const typedMark = /(?<![\p{L}\p{N}\\])-?@\{?$/u;

/** Cites `items` at the cursor, as `insertCitation` says. */
export function insertInMarkdown(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form,
  reading: DocumentCitations,
): Insertion {
  if (isInNocite(text, offset)) return listInNocite(text, offset, items, reading);
  const insertion = insertInText(text, offset, items, form, reading);
  const block = closedMetadataBlocks(text).find(({ start, end }) => start <= offset && offset < end);
  return block ? insertInMetadata(text, [block.start, block.end], insertion) : insertion;
}

function insertInText(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form,
  reading: DocumentCitations,
): Insertion {
  const citation = citationToJoin(text, reading, offset);
  if (citation) return join(text, offset, citation, items);
  const typed = typedMark.exec(text.slice(Math.max(0, offset - 3), offset))?.[0] ?? '';
  const reference = typed ? crossReferenceAt(text, offset - typed.length, reading) : undefined;
  if (reference !== undefined) return writeNew(text, reference, reference, items, form, reading);
  const start = offset - typed.length;
  const end = typed.endsWith('{') && text[offset] === '}' ? offset + 1 : offset;
  const markedForm = typed.startsWith('-') ? 'suppressAuthor' : form;
  return (
    listInBracket(text, start, end, items, markedForm) ??
    writeNew(
      text,
      start,
      end,
      items,
      typed && items.length === 1 && typed[0] === '@' ? 'inText' : markedForm,
      reading,
    )
  );
}

/** The end of a reference to a figure or the like that begins at a place: it is none of a paper that is half typed. */
function crossReferenceAt(
  text: string,
  at: number,
  { dialect = 'pandoc' }: DocumentCitations,
): number | undefined {
  const key = readKey(text, text[at] === '-' ? at + 1 : at, at);
  return key && crossReferencesOf(dialect)(key.key) === 'not a citation' ? key.end : undefined;
}

const letter = /[\p{L}\p{N}]$/u;
const mayContinueKey = /^[\p{L}\p{N}_]|^[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_/])/u;

/** The innermost citation around the cursor or right before it. */
function citationToJoin(text: string, reading: DocumentCitations, offset: number): Citation | undefined {
  return reading.citations.findLast(
    ({ start, end, keys }) =>
      start < offset && offset <= end && !keys.some(({ key }) => isWildcard(text, { key, start })),
  );
}

function join(text: string, offset: number, citation: Citation, items: readonly CitedItem[]): Insertion {
  const added = items.filter(({ key }) => !citation.keys.some(cited => cited.key === key));
  if (added.length === 0) return { edits: [], cursor: offset };
  const written = writeParts(added);
  const layout = groupLayout(text, citation);
  if (!layout)
    return citation.unfinished
      ? inserted(citation.end, `; ${written}]`)
      : inserted(citation.end, ` [${written}]`);
  const [first] = layout.parts;
  if (citation.start === layout.open && offset <= first!.start && offset <= layout.close) {
    const { edits, cursor } = inserted(first!.start, `${written}; `);
    return { edits, cursor: cursor - 2 };
  }
  const part = layout.parts.findLast(({ start }) => start <= offset) ?? first!;
  return inserted(part.end, `; ${written}`);
}

/** In brackets typed already, `[|]`, `[see @|`, `[@a; |]`; `undefined` where that would make no citation of them. */
function listInBracket(
  text: string,
  start: number,
  end: number,
  items: readonly CitedItem[],
  form: Form,
): Insertion | undefined {
  const open = openBracketBefore(text, start);
  if (open === undefined || isLink(text, open) || isTask(text, open)) return undefined;
  const isInText = form === 'inText' ? 'normal' : form;
  const lead = /[\s[]/.test(text[start - 1]!) ? '' : ' ';
  for (const closing of ['', ']']) {
    const isBegun = start < end || /^\[\s*$|;\s*$/.test(text.slice(open, start));
    if (closing && (!isBegun || closesBehind(text, open))) continue;
    const written = lead + writeParts(items, isInText) + closing;
    const edits = [{ start, end, text: written }];
    const read = readMarkdown(applyEdits(text, edits), 'pandoc').citations;
    const keys = items.map(({ key }) => key);
    const made = read.find(citation => citation.start === open && keys.every(key => hasKey(citation, key)));
    if (made?.keys.every(key => key.form !== 'inText')) return { edits, cursor: start + written.length };
  }
  return undefined;
}

/** `[text](address)`, `[text][id]`, `[id]` where that is a link's, `![image]`, `[text]{.class}`, `[^note]`. */
function isLink(text: string, open: number): boolean {
  const close = new BracketPairs(text).closing(open);
  return (
    /[!\]]/.test(text[open - 1] ?? '') ||
    text[open + 1] === '^' ||
    (close !== undefined &&
      (/[([{]/.test(text[close + 1] ?? '') || new LinkLabels(text).has(text.slice(open + 1, close))))
  );
}

/** The box of a task: `- [ ]`, `- [x]`. */
function isTask(text: string, open: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', open - 1) + 1, open + 4);
  return /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+\[[ xX]\]\s?$/.test(line);
}

function closesBehind(text: string, open: number): boolean {
  return new BracketPairs(text.slice(open, open + 2000).split(/\n[ \t]*\r?\n/)[0]!).closing(0) !== undefined;
}

function hasKey({ keys }: Citation, key: string): boolean {
  return keys.some(cited => cited.key === key);
}

/** The bracket a position is in, not over a blank line. */
function openBracketBefore(text: string, position: number): number | undefined {
  let depth = 0;
  for (let at = position - 1; at >= 0 && position - at < 5000; at--) {
    const character = text[at];
    if (character === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80))) return undefined;
    if (text[at - 1] === '\\') continue;
    if (character === ']') depth++;
    else if (character === '[' && depth-- === 0) return at;
  }
  return undefined;
}

function writeNew(
  text: string,
  start: number,
  end: number,
  items: readonly CitedItem[],
  form: Form,
  { citations }: DocumentCitations,
): Insertion {
  const written = writeCitation(items, form);
  const lead = leadHabit(text, citations, form);
  /** A bare key begins behind a letter, and ends before one, at a blank only. */
  const write = (behind: string, previous = '') =>
    `${written.startsWith('@') && letter.test(previous) ? ' ' : ''}${written}${
      /[^\]}]$/.test(written) && mayContinueKey.test(behind) ? ' ' : ''
    }`;
  if (start === end)
    return newCitation(text, markdownTokens(text, start, citations), start, {
      lead: lead || (written.startsWith('@') ? ' ' : ''),
      write,
    });
  const replaced = text.slice(0, start) + text.slice(end);
  const place = insertionPlace(replaced, markdownTokens(replaced, start), start);
  const before = place.at === start && place.lead ? lead : '';
  const citation = write(text.slice(end, end + 40));
  const trail = place.at === start && place.trail && !/\s$/.test(citation) ? ' ' : '';
  return {
    edits: [{ start, end, text: before + citation + trail }],
    cursor: start + before.length + citation.trimEnd().length,
  };
}

function inserted(at: number, text: string): Insertion {
  return { edits: [{ start: at, end: at, text }], cursor: at + text.length };
}
